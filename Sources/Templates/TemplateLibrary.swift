import Document

/// The templates of one kind of document in one language: read, linted and parsed once, immutable afterwards.
public struct TemplateLibrary: Sendable {
  /// The name of the document's own template; partials go by theirs.
  static let root = "document"

  private let program: TemplateProgram
  private let wording: StructureWording
  private let language: LanguageTag
  private let file: String
  /// Every citation in any of the files, whatever branch it stands in; annexes and sections left out.
  public let citations: Set<String>

  /// Reads a template and the partials it includes, however deep.
  ///
  /// - Parameters:
  ///   - file: the path of the document's template, for messages.
  ///   - text: its text.
  ///   - schema: the names it may use.
  ///   - language: the document's language.
  ///   - wording: the builder's own words.
  ///   - partial: finds a partial by name: its path and its text.
  /// - Throws: `TemplateProblems` with everything that is wrong in any of the files.
  public init(
    file: String, text: String, schema: VariableSchema, language: LanguageTag, wording: StructureWording,
    partial: (String) -> (file: String, text: String)?
  ) throws(TemplateProblems) {
    var scanners = [Self.root: TagScanner(TemplateSource(file: file, text: text))]
    var queue = [Self.root]
    while let name = queue.popLast() {
      for tag in scanners[name]?.tags ?? [] where tag.kind == .partial && scanners[tag.name] == nil {
        guard let found = partial(tag.name) else { continue }
        scanners[tag.name] = TagScanner(TemplateSource(file: found.file, text: found.text))
        queue.append(tag.name)
      }
    }
    var compiler = TemplateCompiler(schema: schema, scanners: scanners)
    compiler.compile(Self.root)
    guard compiler.problems.isEmpty else { throw TemplateProblems(compiler.problems) }
    program = compiler.program
    self.wording = wording
    self.language = language
    self.file = file
    citations = compiler.references.filter { !Self.isInternal($0) }
  }

  /// What one document takes of its template.
  public struct Rendering: Sendable {
    /// Which branches it takes; equal branches have equal trees.
    public let branches: Branches
    /// The roles whose annexes its text cites, wherever that is.
    public let citedRoles: Set<String>
    let values: [InsertedText]
    fileprivate let program: TemplateProgram

    /// The Markdown: branches taken, values still characters of their own.
    public var markdown: String { String(decoding: MarkdownWriter(program, branches).bytes, as: UTF8.self) }
  }

  /// Takes the branches.
  ///
  /// - Throws: `TemplateProblems` when a name has no value in this document, or there are too many values.
  public func render(_ values: ValueScope) throws(TemplateProblems) -> Rendering {
    let taker = BranchTaker(program, values)
    guard taker.missing.isEmpty else { throw TemplateProblems(taker.missing.map { program.problem($0) }) }
    guard taker.inserted.count <= Placeholder.values.count else {
      throw TemplateProblems([
        TemplateProblem(
          file: file, line: 0, column: 0, message: "the document needs more than \(Placeholder.values.count) values",
          hint: "leave out what is said twice")
      ])
    }
    return Rendering(
      branches: taker.branches, citedRoles: taker.cited, values: taker.inserted, program: program)
  }

  private static func isInternal(_ reference: String) -> Bool {
    ["annex:", "section:", "para:", "signature:", "annexes:", "hashes:"].contains { reference.hasPrefix($0) }
  }

  /// Parses what was rendered, numbers it and prints its citations.
  ///
  /// - Parameters:
  ///   - rendering: the Markdown.
  ///   - printer: prints citations.
  /// - Throws: `TemplateProblems` with the lines of the rendered text.
  public func parse(
    _ rendering: Rendering, printer: any CitationPrinter
  ) throws(TemplateProblems) -> TemplateTree {
    var reader = MarkdownReader()
    let markdown = rendering.markdown
    let blocks = reader.read(markdown)
    var builder = TreeBuilder(printer: printer, wording: wording)
    builder.build(blocks)
    guard reader.problems.isEmpty, builder.problems.isEmpty else {
      let rendered = TemplateSource(file: "\(file) (rendered)", text: markdown)
      throw TemplateProblems(
        reader.problems.map { rendered.problem($0.message, line: $0.line, column: 1) }
          + builder.problems.map { rendered.problem($0.message, line: $0.line, column: 1, hint: $0.hint) })
    }
    return builder.tree
  }

  /// Puts the values into the tree.
  ///
  /// - Throws: `TemplateProblems` when the text refers to an annex or directive that is not there.
  public func fill(
    _ tree: TemplateTree, with rendering: Rendering, context: DocumentContext
  ) throws(TemplateProblems) -> ComposedParts {
    var filling = Instantiation(
      values: rendering.values, references: tree.references, context: context, wording: wording)
    let caption = tree.caption.map { filling.filled($0) }
    let title = filling.filled(tree.title)
    let subtitle = tree.subtitle.map { filling.filled($0) }
    let opening = filling.blocks(tree.opening)
    let sections = tree.sections.map { filling.section($0) }
    guard filling.problems.isEmpty else {
      throw TemplateProblems(
        filling.problems.map { TemplateProblem(file: file, line: 0, column: 0, message: $0) })
    }
    return ComposedParts(
      caption: caption, title: title, subtitle: subtitle, opening: opening, sections: sections,
      annexCitations: filling.annexCitations, paragraphIdentifiers: filling.paragraphIdentifiers,
      citations: tree.citations)
  }
}
