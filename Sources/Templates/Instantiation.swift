import Document

/// What only the finished document knows: its annexes and the blocks of directives.
public struct DocumentContext: Sendable {
  /// The document's language.
  public var language: LanguageTag
  /// The annexes by role, in order.
  public var annexes: [String: [AnnexReference]]
  /// The blocks that stand where a directive stands, such as `annexes`.
  public var directives: [String: [Block]]

  /// Makes a context.
  public init(language: LanguageTag, annexes: [String: [AnnexReference]], directives: [String: [Block]]) {
    self.language = language
    self.annexes = annexes
    self.directives = directives
  }
}

/// The parts of a document that come from a template.
public struct ComposedParts: Sendable {
  /// The caption table.
  public var caption: Table?
  /// The title.
  public var title: [Inline]
  /// The line under it.
  public var subtitle: [Inline]?
  /// What comes before the first section.
  public var opening: [Block]
  /// The sections.
  public var sections: [Section]
  /// For each annex identifier, the numbers of the paragraphs that cite it, in order.
  public var annexCitations: [String: [Int]]
  /// The identifiers of numbered paragraphs.
  public var paragraphIdentifiers: [Int: String]
  /// Every provision, judgment and document cited.
  public var citations: Set<String>
}

/// Puts values into a tree.
struct Instantiation {
  let values: [InsertedText]
  let references: [TemplateTree.Reference]
  let context: DocumentContext
  let wording: StructureWording
  private(set) var annexCitations: [String: [Int]] = [:]
  private(set) var paragraphIdentifiers: [Int: String] = [:]
  private(set) var problems: [String] = []
  private var paragraph: Int?

  init(
    values: [InsertedText], references: [TemplateTree.Reference], context: DocumentContext, wording: StructureWording
  ) {
    self.values = values
    self.references = references
    self.context = context
    self.wording = wording
  }

  mutating func blocks(_ nodes: [TemplateTree.Node]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(nodes.count)
    for node in nodes {
      switch node {
      case .fixed(let block): result.append(block)
      case .open(let block): result.append(filled(block))
      case .directive(let name):
        guard let blocks = context.directives[name] else {
          problems.append("nothing is there for the directive `\(name)`")
          continue
        }
        result += blocks
      }
    }
    return result
  }

  mutating func section(_ part: TemplateTree.Part) -> Section {
    var heading = part.heading
    heading.content = filled(heading.content)
    return Section(
      heading, blocks(part.nodes),
      subsections: part.parts.map { inner in
        var heading = inner.heading
        heading.content = filled(heading.content)
        return Subsection(heading, blocks(inner.nodes))
      })
  }

  private mutating func filled(_ block: Block) -> Block {
    switch block {
    case .paragraph(var value):
      paragraph = value.number
      if let number = value.number { paragraphIdentifiers[number] = value.identifier }
      value.content = filled(value.content)
      return .paragraph(value)
    case .quotation(let quotation):
      if let words = soleValue(quotation) {
        return .quotation(Quotation(language: words.language, words.paragraphs()))
      }
      return .quotation(Quotation(language: quotation.language, quotation.blocks.map { filled($0) }))
    case .list(var list):
      for index in list.items.indices { list.items[index].blocks = list.items[index].blocks.map { filled($0) } }
      return .list(list)
    case .table(let table): return .table(filled(table))
    case .figure, .signature: return block
    }
  }

  mutating func filled(_ table: Table) -> Table {
    var table = table
    table.columnHeads = table.columnHeads.map { filled($0) }
    table.rows = table.rows.map { row in row.map { filled($0) } }
    return table
  }

  private mutating func filled(_ cell: Table.Cell) -> Table.Cell {
    Table.Cell(
      cell.paragraphs.map { value in
        var value = value
        value.content = filled(value.content)
        return value
      })
  }

  mutating func filled(_ content: [Inline]) -> [Inline] {
    guard content.hasPlaceholder else { return content }
    var result: [Inline] = []
    for inline in content {
      switch inline {
      case .text(let text): append(text, to: &result)
      case .literal, .lineBreak, .pageNumber: result.append(inline)
      case .emphasis(let inner): result.append(.emphasis(filled(inner)))
      case .strong(let inner): result.append(.strong(filled(inner)))
      case .foreign(let language, let inner): result.append(.foreign(language, filled(inner)))
      case .link(var link):
        link.content = filled(link.content)
        result.append(.link(link))
      case .footnote(let note): result.append(.footnote(Footnote(filled(note.content))))
      }
    }
    return result
  }

  private mutating func append(_ text: String, to result: inout [Inline]) {
    var run = ""
    func flush(_ result: inout [Inline]) {
      guard !run.isEmpty else { return }
      // Neighbouring texts become one, so that the typesetter shapes them as one.
      if case .text(let before)? = result.last {
        result[result.count - 1] = .text(before + run)
      } else {
        result.append(.text(run))
      }
      run = ""
    }
    let scalars = text.unicodeScalars
    var start = text.startIndex
    while let place = Placeholder.next(in: text, from: start) {
      let scalar = scalars[place]
      run += text[start..<place]
      start = scalars.index(after: place)
      if Placeholder.values.contains(scalar.value) {
        let index = Int(scalar.value - Placeholder.values.lowerBound)
        guard values.indices.contains(index) else { continue }
        if values[index].origin == .phrase, values[index].language == nil {
          run += values[index].string
        } else {
          flush(&result)
          result += values[index].inlines(in: context.language)
        }
      } else {
        flush(&result)
        result += annexes(at: Int(scalar.value - Placeholder.references.lowerBound))
      }
    }
    run += text[start...]
    flush(&result)
  }

  private mutating func annexes(at index: Int) -> [Inline] {
    guard references.indices.contains(index), case .annex(let role) = references[index] else { return [] }
    let annexes = context.annexes[role] ?? []
    if annexes.isEmpty { problems.append("the text cites an annex of the role `\(role)`, but there is none") }
    var result: [Inline] = []
    for (place, annex) in annexes.enumerated() {
      if place > 0 { result.append(.text(place == annexes.count - 1 ? wording.and : ", ")) }
      result.append(
        .link(
          Link(
            to: .place(annex.identifier), [.literal(annex.label, hyphenates: false)], description: annex.description)))
      if let remark = annex.remark { result += [.text(" "), .literal(remark, hyphenates: false)] }
      if let paragraph, annexCitations[annex.identifier]?.last != paragraph {
        annexCitations[annex.identifier, default: []].append(paragraph)
      }
    }
    return result
  }

  /// The value of a quotation that consists of one placeholder and nothing else.
  private func soleValue(_ quotation: Quotation) -> InsertedText? {
    guard quotation.blocks.count == 1, case .paragraph(let paragraph)? = quotation.blocks.first,
      paragraph.content.count == 1, case .text(let text)? = paragraph.content.first,
      text.unicodeScalars.count == 1, let scalar = text.unicodeScalars.first,
      Placeholder.values.contains(scalar.value)
    else { return nil }
    let index = Int(scalar.value - Placeholder.values.lowerBound)
    return values.indices.contains(index) ? values[index] : nil
  }
}
