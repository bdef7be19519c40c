import CYaml

/// Composes the nodes of a sound record file straight from libyaml's events.
///
/// Yams builds nodes of its own first, with tags, anchors and hashed keys that no record needs; that takes several times
/// as long, and half of what a draft reads is YAML. Whatever is not sound gives nil here and is left to Yams, which says
/// what is wrong.
final class EventComposer {
  /// It points to itself, so it lies in an object that never moves.
  private var parser = yaml_parser_t()
  private var event = yaml_event_t()
  private let maximumDepth: Int

  /// The root of the only document in the text; nil if there is none, or anything in the text is not as it must be.
  static func root(of text: String, maximumDepth: Int) -> SourceNode? {
    var text = text
    return text.withUTF8 { bytes in
      guard let composer = EventComposer(bytes, maximumDepth: maximumDepth) else { return nil }
      return composer.root()
    }
  }

  /// - Parameter bytes: UTF-8; they must outlive the composer.
  private init?(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
    self.maximumDepth = maximumDepth
    guard yaml_parser_initialize(&parser) == 1 else { return nil }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(&event)
    yaml_parser_delete(&parser)
  }

  private func root() -> SourceNode? {
    guard next() == YAML_STREAM_START_EVENT, next() == YAML_DOCUMENT_START_EVENT, let first = next(),
      let root = node(first, depth: 0), next() == YAML_DOCUMENT_END_EVENT, next() == YAML_STREAM_END_EVENT
    else { return nil }
    return root
  }

  private func next() -> yaml_event_type_t? {
    yaml_event_delete(&event)
    return yaml_parser_parse(&parser, &event) == 1 ? event.type : nil
  }

  private func node(_ type: yaml_event_type_t, depth: Int) -> SourceNode? {
    guard depth <= maximumDepth else { return nil }
    let line = Int(event.start_mark.line) + 1
    let column = Int(event.start_mark.column) + 1
    switch type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      guard scalar.anchor == nil else { return nil }
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE || scalar.style == YAML_ANY_SCALAR_STYLE
      return SourceNode(.scalar(text), line: line, column: column, isQuoted: !isPlain)
    case YAML_SEQUENCE_START_EVENT:
      guard event.data.sequence_start.anchor == nil else { return nil }
      var items: [SourceNode] = []
      while let type = next() {
        if type == YAML_SEQUENCE_END_EVENT { return SourceNode(.sequence(items), line: line, column: column) }
        guard let item = node(type, depth: depth + 1) else { return nil }
        items.append(item)
      }
      return nil
    case YAML_MAPPING_START_EVENT:
      guard event.data.mapping_start.anchor == nil else { return nil }
      var entries: [SourceEntry] = []
      while let type = next() {
        if type == YAML_MAPPING_END_EVENT { return SourceNode(.mapping(entries), line: line, column: column) }
        guard let entry = entry(type, depth: depth), !entries.contains(where: { $0.key == entry.key }) else {
          return nil
        }
        entries.append(entry)
      }
      return nil
    default: return nil
    }
  }

  private func entry(_ type: yaml_event_type_t, depth: Int) -> SourceEntry? {
    guard type == YAML_SCALAR_EVENT, event.data.scalar.anchor == nil else { return nil }
    let key = text
    let line = Int(event.start_mark.line) + 1
    let column = Int(event.start_mark.column) + 1
    guard let type = next(), let value = node(type, depth: depth + 1) else { return nil }
    return SourceEntry(key: key, line: line, column: column, value: value)
  }

  /// The text of the scalar that was read last.
  private var text: String {
    let scalar = event.data.scalar
    return String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
  }
}
