import CYaml

/// Why a text is no record file.
enum YAMLFault: Error {
  /// A place in the text, line and column from 1.
  struct Place {
    let line: Int
    let column: Int
  }

  /// It is not YAML; in libyaml's words.
  case syntax(String, Place)
  /// A character that YAML does not allow, as an offset in bytes.
  case character(offset: Int)
  /// Nothing is in it.
  case empty
  case anchor(Place)
  case tooDeep(Place)
  /// A key that is no single word, in a group that begins there.
  case keyNoWord(Place)
  /// A key that comes again in its group.
  case keyTwice(Place)
  /// No memory was left.
  case exhausted
}

/// Composes the nodes of a record file straight from libyaml's events, without the tags, anchors and hashed keys that a
/// general reader keeps and no record needs.
final class EventComposer {
  /// It points to itself, so it lies in an object that never moves.
  private var parser = yaml_parser_t()
  private var event = yaml_event_t()
  private let maximumDepth: Int

  /// The root of the only document in a text.
  ///
  /// Anchors and aliases are refused: record files do not need them, and a few lines of them can expand to gigabytes.
  static func root(of text: String, maximumDepth: Int) throws(YAMLFault) -> SourceNode {
    var text = text
    let result = text.withUTF8 { bytes -> Result<SourceNode, YAMLFault> in
      do throws(YAMLFault) {
        return .success(try EventComposer(bytes, maximumDepth: maximumDepth).root())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// - Parameter bytes: UTF-8; they must outlive the composer.
  private init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) throws(YAMLFault) {
    self.maximumDepth = maximumDepth
    guard yaml_parser_initialize(&parser) == 1 else { throw .exhausted }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(&event)
    yaml_parser_delete(&parser)
  }

  private func root() throws(YAMLFault) -> SourceNode {
    _ = try next()
    guard try next() == YAML_DOCUMENT_START_EVENT else { throw .empty }
    let root = try node(next(), depth: 0)
    _ = try next()
    guard try next() == YAML_STREAM_END_EVENT else { throw .syntax("but found another document", place) }
    return root
  }

  private func next() throws(YAMLFault) -> yaml_event_type_t {
    yaml_event_delete(&event)
    if yaml_parser_parse(&parser, &event) == 1 { return event.type }
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    switch parser.error {
    case YAML_READER_ERROR: throw .character(offset: parser.problem_offset)
    case YAML_MEMORY_ERROR: throw .exhausted
    default: throw .syntax(problem, Self.place(parser.problem_mark))
    }
  }

  /// Where the event that was read last begins.
  private var place: YAMLFault.Place { Self.place(event.start_mark) }

  private static func place(_ mark: yaml_mark_t) -> YAMLFault.Place {
    YAMLFault.Place(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private func node(_ type: yaml_event_type_t, depth: Int) throws(YAMLFault) -> SourceNode {
    let place = place
    guard depth <= maximumDepth else { throw .tooDeep(place) }
    switch type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      guard scalar.anchor == nil else { throw .anchor(place) }
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE || scalar.style == YAML_ANY_SCALAR_STYLE
      return SourceNode(.scalar(text), line: place.line, column: place.column, isQuoted: !isPlain)
    case YAML_SEQUENCE_START_EVENT:
      guard event.data.sequence_start.anchor == nil else { throw .anchor(place) }
      var items: [SourceNode] = []
      while true {
        let type = try next()
        if type == YAML_SEQUENCE_END_EVENT { break }
        items.append(try node(type, depth: depth + 1))
      }
      return SourceNode(.sequence(items), line: place.line, column: place.column)
    case YAML_MAPPING_START_EVENT:
      guard event.data.mapping_start.anchor == nil else { throw .anchor(place) }
      var entries: [SourceEntry] = []
      while true {
        let type = try next()
        if type == YAML_MAPPING_END_EVENT { break }
        let entry = try entry(type, of: place, depth: depth)
        if let first = entries.first(where: { $0.key == entry.key }) {
          throw .keyTwice(YAMLFault.Place(line: first.line, column: first.column))
        }
        entries.append(entry)
      }
      return SourceNode(.mapping(entries), line: place.line, column: place.column)
    default: throw .anchor(place)  // the only other event where a node can be is an alias
    }
  }

  private func entry(
    _ type: yaml_event_type_t, of group: YAMLFault.Place, depth: Int
  ) throws(YAMLFault) -> SourceEntry {
    let place = place
    guard type != YAML_ALIAS_EVENT else { throw .anchor(place) }
    guard type == YAML_SCALAR_EVENT else { throw .keyNoWord(group) }
    guard event.data.scalar.anchor == nil else { throw .anchor(place) }
    let key = text
    return SourceEntry(key: key, line: place.line, column: place.column, value: try node(next(), depth: depth + 1))
  }

  /// The text of the scalar that was read last.
  private var text: String {
    let scalar = event.data.scalar
    return String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
  }
}
