import Document

/// A stretch of running text of a document: a paragraph, a cell, a heading, a footnote.
struct Passage: Sendable {
  enum Kind: Sendable { case heading, text, note, quoted }
  var kind: Kind
  /// Where it stands, for failures.
  var place: String
  var content: [Inline]
  /// Whether it is in an annex.
  var isAnnex = false

  /// Everything that is printed.
  var text: String { content.plainText }

  /// What the project says, with an object replacement character for what a person or another says.
  var own: String { Self.own(content) }

  private static func own(_ content: [Inline]) -> String {
    content.map { inline in
      switch inline {
      case .text(let text): text
      case .literal, .foreign: "\u{FFFC}"
      case .emphasis(let inner), .strong(let inner): own(inner)
      case .link(let link): own(link.content)
      case .footnote, .pageNumber: ""
      case .lineBreak: "\n"
      }
    }.joined()
  }
}

extension Document {
  /// Every passage in reading order; a note follows what it is a note to.
  func passages(withAnnexes: Bool = true) -> [Passage] {
    var collector = PassageCollector()
    caption.map { collector.add($0, "caption") }
    collector.add(title, .heading, "title")
    subtitle.map { collector.add($0, .text, "subtitle") }
    collector.add(opening, "opening")
    for section in sections {
      collector.add(section.heading.content, .heading, section.heading.identifier)
      collector.add(section.blocks, section.heading.identifier)
      for inner in section.subsections {
        collector.add(inner.heading.content, .heading, inner.heading.identifier)
        collector.add(inner.blocks, inner.heading.identifier)
      }
    }
    collector.isAnnex = true
    for annex in annexes where withAnnexes {
      collector.add(annex.heading.content, .heading, annex.heading.identifier)
      collector.add(annex.blocks, annex.heading.identifier)
    }
    return collector.passages
  }

  /// The complaint's words without its annexes.
  var bodyText: String { passages(withAnnexes: false).map(\.text).joined(separator: "\n") }

  /// The sentences and parts of sentences of the complaint, without the annexes and without what is quoted.
  var sentences: Set<String> {
    var found: Set<String> = []
    for passage in passages(withAnnexes: false) where passage.kind != .quoted {
      // Bytes and not characters: this runs over megabytes in a debug build.
      let bytes = Array(passage.text.utf8)
      var start = 0
      for index in bytes.indices where index > start && bytes[index] == 0x20 {
        guard [0x2E, 0x3A, 0x3B].contains(bytes[index - 1]) else { continue }
        // “2026. január 5.”, “pr. e-mail” and “el. laišku” are no ends.
        let isNumber = language.primary == "hu" && index > start + 1 && (0x30...0x39).contains(bytes[index - 2])
        let isAbbreviation = language.primary == "lt" && !Self.beginsSentence(bytes[(index + 1)...])
        if bytes[index - 1] == 0x2E,
          isNumber || isAbbreviation || bytes[start..<index].suffix(4).elementsEqual(Array(" pr.".utf8))
        {
          continue
        }
        found.insert(String(decoding: bytes[start..<index], as: UTF8.self))
        start = index + 1
      }
      found.insert(String(decoding: bytes[start...], as: UTF8.self))
    }
    return found.filter { $0.utf8.count > 3 }
  }

  private static func beginsSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = String(decoding: bytes.prefix(4), as: UTF8.self).first else { return true }
    return !first.isLowercase && !first.isNumber
  }
}

private struct PassageCollector {
  var passages: [Passage] = []
  var isAnnex = false

  mutating func add(_ content: [Inline], _ kind: Passage.Kind, _ place: String) {
    passages.append(Passage(kind: kind, place: place, content: content, isAnnex: isAnnex))
    addNotes(content, place)
  }

  private mutating func addNotes(_ content: [Inline], _ place: String) {
    for inline in content {
      switch inline {
      case .footnote(let note): add(note.content, .note, place + " note")
      case .emphasis(let inner), .strong(let inner), .foreign(_, let inner): addNotes(inner, place)
      case .link(let link): addNotes(link.content, place)
      case .text, .literal, .lineBreak, .pageNumber: break
      }
    }
  }

  mutating func add(_ table: Table, _ place: String) {
    for row in [table.columnHeads] + table.rows {
      for cell in row { for paragraph in cell.paragraphs { add(paragraph.content, .text, place + " table") } }
    }
  }

  mutating func add(_ blocks: [Block], _ place: String, kind: Passage.Kind = .text) {
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        add(paragraph.content, kind, place + (paragraph.number.map { " \($0)" } ?? ""))
      case .list(let list): for item in list.items { add(item.blocks, "\(place) \(item.label)", kind: kind) }
      case .table(let table): add(table, place)
      case .quotation(let quotation): add(quotation.blocks, place + " quotation", kind: .quoted)
      case .figure: break
      case .signature(let field):
        add([.text(field.placeAndDate)], kind, place)
        add([.text(field.caption)], kind, place)
      }
    }
  }
}
