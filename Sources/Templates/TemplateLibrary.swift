import Document
import Mustache

/// The templates of one kind of document in one language: read, linted and parsed once, immutable afterwards.
public struct TemplateLibrary: Sendable {
  /// The name of the document's own template; partials go by theirs.
  static let root = "document"

  private let library: MustacheLibrary
  /// The names of the pieces the document's own template was cut into, in order.
  private let parts: [String]
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
    var sources = [Self.root: TemplateSource(file: file, text: text)]
    var scanners: [String: TagScanner] = [:]
    var queue = [Self.root]
    while let name = queue.popLast() {
      guard let source = sources[name] else { continue }
      let scanner = TagScanner(source)
      scanners[name] = scanner
      for tag in scanner.tags where tag.kind == .partial && sources[tag.name] == nil {
        guard let found = partial(tag.name) else { continue }
        sources[tag.name] = TemplateSource(file: found.file, text: found.text)
        queue.append(tag.name)
      }
    }
    var linter = TemplateLinter(schema: schema, sources: sources, scanners: scanners)
    linter.check(Self.root)
    guard linter.problems.isEmpty else { throw TemplateProblems(linter.problems) }

    var templates: [String: MustacheTemplate] = [:]
    do {
      let pieces = TemplatePieces(sources, root: Self.root)
      for (name, text) in pieces.partials { templates[name] = try MustacheTemplate(string: text) }
      for (index, text) in pieces.texts.enumerated() {
        templates["\(Self.root)#\(index)"] = try MustacheTemplate(string: text)
      }
      parts = pieces.texts.indices.map { "\(Self.root)#\($0)" }
    } catch {
      // The linter is stricter than the library; what comes through here is a gap in the linter, named all the same.
      throw TemplateProblems([
        TemplateSource(file: file, text: "").problem("cannot be read: \(error)", line: 1, column: 1)
      ])
    }
    library = MustacheLibrary(templates: templates)
    self.wording = wording
    self.language = language
    self.file = file
    citations = Set(linter.references.map(\.reference).filter { !Self.isInternal($0) })
  }

  /// The Markdown of one document: branches taken, values still characters of their own.
  public struct Rendering: Sendable {
    /// The text; equal texts have equal trees.
    public let markdown: String
    let values: [InsertedText]
  }

  /// Takes the branches.
  ///
  /// - Throws: `TemplateProblems` when a name has no value in this document.
  public func render(_ values: ValueScope) throws(TemplateProblems) -> Rendering {
    let recorder = ValueRecorder()
    let scope = RecordingScope(scope: values, recorder: recorder, path: "")
    let markdown = parts.map { library.render(scope, withTemplate: $0) ?? "" }.joined()
    guard recorder.missing.isEmpty else {
      throw TemplateProblems(
        Set(recorder.missing).sorted().map {
          TemplateProblem(file: file, line: 0, column: 0, message: "`\($0)` has no value in this document")
        })
    }
    return Rendering(markdown: markdown, values: recorder.inserted)
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
    let blocks = reader.read(rendering.markdown)
    var builder = TreeBuilder(printer: printer, wording: wording)
    builder.build(blocks)
    let rendered = TemplateSource(file: "\(file) (rendered)", text: rendering.markdown)
    let problems =
      reader.problems.map { rendered.problem($0.message, line: $0.line, column: 1) }
      + builder.problems.map { rendered.problem($0.message, line: $0.line, column: 1, hint: $0.hint) }
    guard problems.isEmpty else { throw TemplateProblems(problems) }
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
