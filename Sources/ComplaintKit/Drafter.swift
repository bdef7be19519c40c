import Casebook
import Checking
import Document
import Evidence
import Matter
import Storage
import TaggedPDF
import Templates
import Typesetting

/// A finished complaint.
public struct Draft: Sendable {
  /// The PDF: in memory, or in a file where it is large.
  public let content: StoredBytes
  /// How many pages it has, annexes included.
  public let pages: Int
  /// What was set.
  public let document: Document
  /// Everything the text cites.
  public let citations: Set<String>

  /// The whole PDF in memory.
  public var bytes: [UInt8] { get throws(StorageError) { try content.whole() } }
}

/// Why a checked matter did not become a complaint.
public enum DraftFailure: Error, Sendable {
  /// The templates asked for something that is not there.
  case templates(TemplateProblems)
  /// Characters no font can show, links that lead nowhere.
  case typesetting([TypesettingProblem])
  /// The output would not conform, or could not be written.
  case pdf(PDFError)
}

/// Makes complaints, one after the other; each worker has its own.
///
/// It remembers parsed templates and set paragraphs, which are the same for most people; nothing of a person is kept
/// beyond those bounded memories, and nothing that comes out depends on what was made before.
public final class Drafter {
  let preparation: Preparation
  private let typesetter: Typesetter
  private var writer: PDFWriter
  private var trees: [Branches: TemplateTree] = [:]
  /// Branches taken together by most of a batch are few; when more come, memory starts anew.
  private static let treeLimit = 64

  /// Makes a drafter.
  public init(_ preparation: Preparation) throws(DraftFailure) {
    self.preparation = preparation
    typesetter = Typesetter(preparation.typesetting)
    do throws(PDFError) { writer = try PDFWriter(resources: preparation.pdf) } catch { throw .pdf(error) }
  }

  /// Makes a complaint of a brief.
  ///
  /// - Parameters:
  ///   - brief: a matter without errors.
  ///   - exhibits: its evidence.
  ///   - translation: what an informal translation behind it is made of.
  ///   - spool: opens the file a large PDF is written to; without one it is made in memory.
  public func draft(
    _ brief: Brief, exhibits: [Exhibit], translation: TranslationSource? = nil, spool: () -> ScratchFile? = { nil }
  ) throws(DraftFailure) -> Draft {
    var (document, citations) = try compose(brief, exhibits: exhibits)
    if let translation { document.translation = try self.translation(translation, exhibits: exhibits, plan: nil) }
    return try draft(document, citations: citations, on: brief.date, spool: spool)
  }

  /// Sets and writes a document.
  func draft(
    _ document: Document, citations: Set<String>, on date: CivilDate, spool: () -> ScratchFile?
  ) throws(DraftFailure) -> Draft {
    let set = typesetter.typeset(document)
    guard set.problems.isEmpty else { throw .typesetting(set.problems) }
    var metadata = PDFMetadata(
      title: document.metadataTitle, producer: "complain",
      date: PDFDate(year: date.year, month: date.month, day: date.day))
    (metadata.exhibits, metadata.part) = (document.exhibits, document.part)
    do throws(PDFError) {
      let size = (document.attachments.map(\.data) + set.layout.images.map(\.data)).map(\.count).reduce(0, +)
      guard size > Self.memoryLimit, let file = spool() else {
        let bytes = try writer.write(set.layout, metadata: metadata, attachments: document.attachments)
        return Draft(
          content: StoredBytes(bytes), pages: set.layout.pages.count, document: document, citations: citations)
      }
      try writer.write(set.layout, metadata: metadata, attachments: document.attachments, to: file.descriptor)
      return Draft(
        content: try Self.content(of: file), pages: set.layout.pages.count, document: document, citations: citations)
    } catch {
      throw .pdf(error)
    }
  }

  /// The most bytes of evidence in a PDF that is made in memory.
  private static let memoryLimit = 4 << 20

  private static func content(of file: ScratchFile) throws(PDFError) -> StoredBytes {
    do throws(StorageError) { return try file.everything() } catch {
      switch error {
      case .changed: throw .fileChanged
      case .file(let code): throw .file(errno: code)
      }
    }
  }

  /// Composes the document without setting it.
  public func compose(
    _ brief: Brief, exhibits: [Exhibit]
  ) throws(DraftFailure) -> (document: Document, citations: Set<String>) {
    try compose(brief, exhibits: exhibits, plan: nil)
  }

  /// - Parameter plan: which annexes stand in other files; nil where all stand in this one.
  func compose(
    _ brief: Brief, exhibits: [Exhibit], plan: PartPlan?
  ) throws(DraftFailure) -> (document: Document, citations: Set<String>) {
    let originals = brief.channel?.originals ?? .none
    let letter = LetterComposer(brief, preparation: preparation)
    let annexes = AnnexComposer(
      exhibits: exhibits, preparation: preparation, originals: originals,
      controller: brief.controller.name, plan: plan)
    let roles = CitedRoles(brief.matter)
    let values = Values(
      brief, roles: roles.all(exhibits), originals: originals,
      preparation: preparation)

    let parts: ComposedParts
    do throws(TemplateProblems) {
      let rendering = try preparation.templates.render(values.scope)
      let tree = try tree(of: rendering)
      parts = try preparation.templates.fill(
        tree, with: rendering,
        context: DocumentContext(
          language: LanguageTag(rawValue: brief.language.tag),
          annexes: annexes.references(role: roles.name),
          directives: ["signature": letter.signature, "annexes": annexes.list, "hashes": annexes.hashes]))
    } catch {
      throw .templates(error)
    }
    var document = Document(
      language: LanguageTag(rawValue: brief.language.tag), metadataTitle: letter.metadataTitle,
      furniture: letter.furniture, letterhead: letter.letterhead,
      caption: parts.caption, title: parts.title, subtitle: parts.subtitle, opening: parts.opening,
      sections: parts.sections,
      annexes: annexes.annexes(citations: parts.annexCitations, paragraphs: parts.paragraphIdentifiers),
      attachments: exhibits.compactMap(\.attachment))
    document.exhibits = annexes.records
    return (document, parts.citations)
  }

  private func tree(of rendering: TemplateLibrary.Rendering) throws(TemplateProblems) -> TemplateTree {
    if let known = trees[rendering.branches] { return known }
    let tree = try preparation.templates.parse(rendering, printer: preparation.printer)
    if trees.count >= Self.treeLimit { trees.removeAll(keepingCapacity: true) }
    trees[rendering.branches] = tree
    return tree
  }
}
