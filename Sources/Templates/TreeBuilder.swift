import Document

/// Turns parsed Markdown into the parts of a document: numbers headings and paragraphs, prints citations.
struct TreeBuilder {
  let printer: any CitationPrinter
  let wording: StructureWording
  private(set) var tree = TemplateTree()
  /// What went wrong, by line of the rendered text.
  private(set) var problems: [(line: Int, message: String, hint: String?)] = []

  private var footnotes: [String: [MarkdownBlock]] = [:]
  private var sectionNumbers: [String: String] = [:]
  private var paragraphNumbers: [String: Int] = [:]
  private var cited: Set<String> = []
  private var paragraphCount = 0
  private var sectionCount = 0
  private var line = 0

  init(printer: any CitationPrinter, wording: StructureWording) {
    self.printer = printer
    self.wording = wording
  }

  mutating func build(_ blocks: [MarkdownBlock]) {
    survey(blocks)
    paragraphCount = 0
    sectionCount = 0
    for block in blocks { add(block) }
    if tree.title.isEmpty { problems.append((1, "the template has no title", "begin with `# Title`")) }
  }

  /// References may point forward, so numbers are given out before anything is printed.
  private mutating func survey(_ blocks: [MarkdownBlock]) {
    var subsections = 0
    for block in blocks {
      switch block {
      case .footnote(let label, let content): footnotes[label] = content
      case .heading(let level, let content, _) where level > 1:
        let (text, id, isNumbered) = Self.marks(content)
        guard isNumbered else { continue }
        if level == 2 {
          sectionCount += 1
          subsections = 0
        } else {
          subsections += 1
        }
        let number = level == 2 ? "\(sectionCount)" : "\(sectionCount).\(subsections)"
        sectionNumbers[id ?? text.text] = number
      case .paragraph(let content, _) where sectionCount > 0:
        let (_, id, isNumbered) = Self.marks(content)
        guard isNumbered, !Self.isDirective(content) else { continue }
        paragraphCount += 1
        if let id { paragraphNumbers[id] = paragraphCount }
      default: break
      }
    }
  }

  private mutating func add(_ block: MarkdownBlock) {
    switch block {
    case .footnote: break
    case .heading(1, let content, let line):
      self.line = line
      tree.title = inlines(content)
    case .heading(let level, let content, let line):
      self.line = line
      addHeading(level: level, content)
    case .table(let heads, let rows, let line) where tree.title.isEmpty:
      self.line = line
      tree.caption = table(heads: heads, rows: rows, style: .caption)
    case .paragraph(let content, let line) where sectionCount == 0 && Self.isSubtitle(content):
      self.line = line
      tree.subtitle = inlines(Self.droppingPrefix("~", of: content))
    case .paragraph(let content, let line) where Self.isDirective(content):
      self.line = line
      if case .link(let target, _)? = content.first { append(.directive(String(target.prefix { $0 != ":" }))) }
    case .paragraph(let content, let line):
      self.line = line
      append(paragraph(content))
    default:
      if let block = self.block(block, style: sectionCount == 0 ? .caption : .grid) { append(block) }
    }
  }

  private mutating func append(_ block: Block) { append(block.hasPlaceholder ? .open(block) : .fixed(block)) }

  private mutating func append(_ node: TemplateTree.Node) {
    guard let section = tree.sections.indices.last else {
      tree.opening.append(node)
      return
    }
    if let part = tree.sections[section].parts.indices.last {
      tree.sections[section].parts[part].nodes.append(node)
    } else {
      tree.sections[section].nodes.append(node)
    }
  }

  private mutating func addHeading(level: Int, _ content: [MarkdownInline]) {
    let (text, id, _) = Self.marks(content)
    let identifier = id ?? text.text
    let heading = Heading(number: sectionNumbers[identifier], inlines(text), identifier: identifier)
    switch level {
    case 2:
      sectionCount += 1
      tree.sections.append(TemplateTree.Part(heading: heading))
    case 3 where !tree.sections.isEmpty:
      tree.sections[tree.sections.count - 1].parts.append(TemplateTree.Part(heading: heading))
    default: problems.append((line, "a heading level is skipped", "use `##` for sections, `###` below them"))
    }
  }

  private mutating func paragraph(_ content: [MarkdownInline]) -> Block {
    let (text, id, isNumbered) = Self.marks(content)
    guard sectionCount > 0, isNumbered else {
      return .paragraph(Paragraph(inlines(text), identifier: id))
    }
    paragraphCount += 1
    return .paragraph(Paragraph(inlines(text), number: paragraphCount, identifier: id ?? "p\(paragraphCount)"))
  }

  private mutating func block(_ block: MarkdownBlock, style: Table.Style) -> Block? {
    switch block {
    case .paragraph(let content, let line):
      self.line = line
      let (text, id, _) = Self.marks(content)
      return .paragraph(Paragraph(inlines(text), identifier: id))
    case .quotation(let inner, _): return .quotation(Quotation(inner.compactMap { self.block($0, style: style) }))
    case .list(let ordered, let items, let line):
      if ordered, items.count > wording.letters.count {
        problems.append((line, "a list has more items than there are letters", "split the list"))
      }
      let content = items.enumerated().map { index, item in
        List.Item(
          label: ordered && index < wording.letters.count ? wording.letters[index] : wording.bullet,
          item.compactMap { self.block($0, style: style) })
      }
      return .list(List(ordered ? .lowerAlpha : .disc, content))
    case .table(let heads, let rows, let line):
      self.line = line
      return .table(table(heads: heads, rows: rows, style: style))
    case .heading(_, _, let line):
      problems.append((line, "a heading stands inside another block", nil))
      return nil
    case .footnote: return nil
    }
  }

  private mutating func table(heads: [[MarkdownInline]], rows: [[[MarkdownInline]]], style: Table.Style) -> Table {
    let columns = heads.count
    let shares = columns == 2 ? [0.27, 0.73] : [Double](repeating: 1 / Double(max(columns, 1)), count: columns)
    let hasHeads = heads.contains { !$0.text.isEmpty }
    return Table(
      style, columnShares: shares, columnHeads: hasHeads ? heads.map { Table.Cell(inlines($0)) } : [],
      rows: rows.map { row in row.map { Table.Cell(inlines($0)) } })
  }

  // MARK: within a line

  private mutating func inlines(_ content: [MarkdownInline]) -> [Inline] {
    var result: [Inline] = []
    for inline in content {
      switch inline {
      case .text(let text): result.append(.text(text))
      case .lineBreak: result.append(.lineBreak)
      case .emphasis(let inner): result.append(.emphasis(inlines(inner)))
      case .strong(let inner): result.append(.strong(inlines(inner)))
      case .footnote(let label): result.append(.footnote(footnote(label)))
      case .link(let target, let inner):
        result += inner.isEmpty ? citation(target) : outside(target, inner)
      }
    }
    return result
  }

  private mutating func outside(_ target: String, _ inner: [MarkdownInline]) -> [Inline] {
    let content = inlines(inner)
    return [.link(Link(to: .uri(target), content, description: content.plainText))]
  }

  private mutating func footnote(_ label: String) -> Footnote {
    var content: [Inline] = []
    for block in footnotes[label] ?? [] {
      if case .paragraph(let inner, _) = block { content += inlines(inner) }
    }
    return Footnote(content)
  }

  private mutating func citation(_ target: String) -> [Inline] {
    let scheme = target.prefix { $0 != ":" }
    let rest = String(target.dropFirst(scheme.count + 1))
    switch scheme {
    case "section":
      guard let number = sectionNumbers[rest] else { return unknown(target, "no section has this identifier") }
      return place(rest, wording.section(number))
    case "para":
      guard let number = paragraphNumbers[rest] else { return unknown(target, "no paragraph has this identifier") }
      return place(rest, wording.paragraph(number))
    case "annex":
      let reference = TemplateTree.Reference.annex(rest)
      let index = tree.references.firstIndex(of: reference) ?? tree.references.count
      if index == tree.references.count { tree.references.append(reference) }
      return Placeholder.reference(index).map { [.text(String(Character($0)))] } ?? []
    default:
      tree.citations.insert(target)
      guard let printed = printer.print(target, first: true) else {
        return unknown(target, "no register has this entry, or not this paragraph")
      }
      let isFirst = cited.insert(printed.source).inserted
      let text = isFirst ? printed.text : (printer.print(target, first: false) ?? printed).text
      var result: [Inline] = [.literal(text, hyphenates: false)]
      if isFirst, let note = printed.footnote { result.append(.footnote(Footnote(note))) }
      return result
    }
  }

  private func place(_ identifier: String, _ text: String) -> [Inline] {
    [.link(Link(to: .place(identifier), [.literal(text, hyphenates: false)], description: text))]
  }

  private mutating func unknown(_ target: String, _ why: String) -> [Inline] {
    problems.append((line, "`\(target)`: \(why)", nil))
    return []
  }
}
