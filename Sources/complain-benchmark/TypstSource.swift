import Document

/// A document of ours as a source file for Typst: the same words, headings, lists, tables, notes, links, pictures and files in the
/// same order and faces, so that two setters of type are compared over the same work.
///
/// Everything a person wrote stands in string literals of Typst's code, where nothing but the quotation mark and the backslash
/// mean something.
struct TypstSource {
  private var text: String
  /// The file of a picture that an annex shows; the same file is attached.
  private let picture: String?

  /// Writes the source.
  ///
  /// - Parameter picture: the name of the picture file beside the source, where the document shows one.
  init(_ document: Document, picture: String? = nil) {
    self.picture = picture
    text = """
      #set document(title: \(Self.literal(document.metadataTitle)), date: datetime(year: 2026, month: 11, day: 23))
      #set text(font: "Gentium Plus", size: 11pt, lang: \(Self.literal(String(document.language.rawValue.prefix(2)))), hyphenate: true)
      #set par(justify: true, leading: 0.45em, spacing: 0.9em)
      #set page(paper: "a4", margin: (left: 25mm, right: 20mm, y: 25mm), footer: context text(font: "Carlito", 8pt, \
      \(Self.literal(document.furniture.reference)) + " " + str(counter(page).get().first()) + "/" + str(counter(page).final().first())))
      #show heading: set text(font: "Carlito")
      #show table: set text(font: "Carlito", size: 9pt)
      #let signature(place, caption) = block(below: 2em, { place; v(3em); line(length: 7cm, stroke: 0.5pt); caption })

      """
    if let letterhead = document.letterhead {
      for lines in [letterhead.sender, letterhead.addressee, letterhead.delivery, [letterhead.placeAndDate]] {
        text += "#par(justify: false, \(lines.map(Self.literal).joined(separator: " + linebreak() + ")))\n"
      }
    }
    if let caption = document.caption { add(caption) }
    text += "#heading(level: 1, \(Self.content(document.title)))\n"
    if let subtitle = document.subtitle { text += "#par(\(Self.content(subtitle)))\n" }
    document.opening.forEach { add($0) }
    for section in document.sections {
      add(section.heading, level: 2)
      section.blocks.forEach { add($0) }
      for subsection in section.subsections {
        add(subsection.heading, level: 3)
        subsection.blocks.forEach { add($0) }
      }
    }
    for annex in document.annexes {
      text += "#pagebreak()\n"
      add(annex.heading, level: 2)
      annex.blocks.forEach { add($0) }
    }
    for attachment in document.attachments {
      guard let picture else { continue }
      text +=
        "#pdf.attach(\(Self.literal(picture)), relationship: \(Self.literal(attachment.relationship.rawValue.lowercased())), "
        + "mime-type: \(Self.literal(attachment.mediaType)), description: \(Self.literal(attachment.description)))\n"
    }
  }

  /// The whole source.
  var bytes: [UInt8] { Array(text.utf8) }

  // MARK: Blocks

  private mutating func add(_ heading: Heading, level: Int) {
    let words = (heading.number.map { [.text($0 + " ")] } ?? []) + heading.content
    text += "#[#heading(level: \(level), \(Self.content(words)))#label(\(Self.literal(heading.identifier)))]\n"
  }

  private mutating func add(_ block: Block) { text += "#\(code(block))\n" }

  private mutating func add(_ table: Table) { text += "#\(Self.code(table))\n" }

  private func code(_ block: Block) -> String {
    switch block {
    case .paragraph(let paragraph): Self.code(paragraph)
    case .list(let list): code(list)
    case .table(let table): Self.code(table)
    case .quotation(let quotation): "quote(block: true, \(code(quotation.blocks)))"
    case .figure(let figure):
      "figure(image(\(Self.literal(picture ?? "")), width: 100%, alt: \(Self.literal(figure.alternative))), "
        + "alt: \(Self.literal(figure.alternative)))"
    case .signature(let field):
      "signature(\(Self.literal(field.placeAndDate)), \(Self.literal(field.caption)))"
    }
  }

  /// Several blocks one after the other.
  private func code(_ blocks: [Block]) -> String { "{ " + blocks.map { code($0) }.joined(separator: "; ") + " }" }

  private func code(_ list: List) -> String {
    let labels = list.items.map { Self.literal($0.label) }.joined(separator: ", ")
    let items = list.items.map { code($0.blocks) }.joined(separator: ", ")
    return "enum(tight: false, numbering: n => (\(labels),).at(n - 1), \(items))"
  }

  private static func code(_ paragraph: Paragraph) -> String {
    let words = (paragraph.number.map { [.text("\($0) ")] } ?? []) + paragraph.content
    let style = paragraph.style == .body ? "" : "justify: false, "
    let code = "par(\(style)\(content(words)))"
    return paragraph.identifier.map { "[#\(code)#label(\(literal($0)))]" } ?? code
  }

  private static func code(_ table: Table) -> String {
    let shares = table.columnShares.map { "\(Int($0 * 1000))fr" }.joined(separator: ", ")
    func cells(_ cells: [Table.Cell]) -> String {
      cells.map { cell in "{ " + cell.paragraphs.map { code($0) }.joined(separator: "; ") + " }" }.joined(
        separator: ", ")
    }
    let head = table.columnHeads.isEmpty ? "" : "table.header(\(cells(table.columnHeads))), "
    return "table(columns: (\(shares),), stroke: 0.5pt, \(head)\(table.rows.map(cells).joined(separator: ", ")))"
  }

  // MARK: Within a line

  private static func content(_ inlines: [Inline]) -> String {
    inlines.isEmpty ? "[]" : "{ " + inlines.map { code($0) }.joined(separator: "; ") + " }"
  }

  private static func code(_ inline: Inline) -> String {
    switch inline {
    case .text(let text), .literal(let text, _): literal(text)
    case .emphasis(let inlines): "emph(\(content(inlines)))"
    case .strong(let inlines): "strong(\(content(inlines)))"
    case .foreign(let language, let inlines):
      "text(lang: \(literal(String(language.rawValue.prefix(2)))), \(content(inlines)))"
    case .link(let link):
      switch link.destination {
      case .place(let place): "link(label(\(literal(place))), \(content(link.content)))"
      case .uri(let address): "link(\(literal(address)), \(content(link.content)))"
      }
    case .footnote(let footnote): "footnote(\(content(footnote.content)))"
    case .lineBreak: "linebreak()"
    case .pageNumber(let place): "context str(locate(label(\(literal(place)))).page())"
    }
  }

  private static func literal(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
