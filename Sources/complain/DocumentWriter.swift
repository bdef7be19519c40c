import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import Document
import Evidence
import LocalWorld
import Matter
import Messages
import Storage
import TaggedPDF

/// Makes and writes one document: the same for every kind and every command that writes one.
struct DocumentWriter {
  let options: MatterOptions
  /// The kind of document.
  let kind: String
  /// The file asked for; `-` is standard output.
  let output: String?
  let collision: OutputFile.Collision
  /// In whose language findings and failures are said.
  let interface: Interface
  /// The size of a file, in millions of bytes, where the document may come in several.
  var megabytes: Int?
  /// The language of an informal translation behind the document.
  var translation: String?
  /// The organisation that helps the person.
  var organisation: OpenedOrganisation?
  /// Whether to ask for what the authority wants to know and no file keeps.
  var asksIdentity = false

  /// A document that was made and not written yet.
  struct Made {
    let brief: Brief
    let exhibits: [Exhibit]
    let draft: Draft
    /// The further parts, where one file would be too large.
    var parts: [Draft] = []
  }

  /// A document that was made and where it is.
  struct Written {
    let brief: Brief
    let draft: Draft
    /// The file; `nil` is standard output.
    let file: String?
    /// The folder with the unchanged originals, if the channel takes them beside the PDF.
    let originals: String?
    /// The files of the further parts.
    var parts: [String] = []
  }

  /// Checks the matter, says what was found, and makes the document unless an error stands.
  func make() throws -> Made {
    let examination = try options.examine(
      for: kind, translation: translation, by: organisation, in: interface)
    if let translation = examination.translation, let brief = examination.brief, translation.isSameLanguage(as: brief) {
      throw Failure(.usage, Wording.translationSame, hint: Wording.translationSameHint)
    }
    // Who asks for parts has an answer to what is too large for one file.
    let findings = examination.findings.filter { megabytes == nil || $0.code != FindingCode.channelSize.rawValue }
    let tooLarge = megabytes.map { Drafter.tooLarge(examination.exhibits, for: $0) } ?? []
    try FindingsPrinter.print(tooLarge + findings, toError: true, in: interface)
    guard tooLarge.isEmpty, var brief = examination.brief, let preparation = examination.preparation else {
      Terminal.writeError(Terminal.label(interface.label(.note), colour: 36) + " " + interface.text(.nothingWritten))
      throw Failure(.data, [])
    }
    var source = examination.translation
    if asksIdentity {
      let questions = try IdentityQuestions(brief, in: interface)
      brief = questions.answered(brief)
      if let other = source?.brief { source?.brief = questions.answered(other) }
    }
    let (answered, translation) = (brief, source)
    let drafter = try preparing { try Drafter(preparation) }
    // The process ends with its one document: taking down what was remembered for a next one would only make it late.
    _ = Unmanaged.passRetained(drafter)
    let drafts = try preparing { () throws -> [Draft] in
      do throws(DraftFailure) {
        guard let megabytes else {
          return [
            try drafter.draft(answered, exhibits: examination.exhibits, translation: translation) {
              spool(answered, 1)
            }
          ]
        }
        return try drafter.drafts(
          answered, exhibits: examination.exhibits, megabytes: megabytes, translation: translation
        ) { spool(answered, $0) }
      } catch {
        throw Failure(error, exhibits: examination.exhibits, in: interface) as (any Error)? ?? error
      }
    }
    return Made(brief: brief, exhibits: examination.exhibits, draft: drafts[0], parts: Array(drafts.dropFirst()))
  }

  /// The file a document goes to; `nil` for standard output.
  func path(for made: Made) -> String? { path(for: made.brief) }

  private func path(for brief: Brief) -> String? {
    output == "-" ? nil : output ?? "\(brief.kind.id)-\(brief.country.code).pdf"
  }

  /// Where a large document is written while it is made: beside its place, so that it need only be named.
  private func spool(_ brief: Brief, _ part: Int) -> ScratchFile? {
    path(for: brief).flatMap { OutputFile.begun(DocumentOutput.path(of: $0, part: part)) }
      ?? ScratchFile(in: LocalWorld.Places.debian.temporary)
  }

  /// Writes a document and what belongs beside it.
  func write(_ made: Made) throws -> Written {
    let (brief, draft) = (made.brief, made.draft)
    guard let wanted = path(for: made) else {
      guard Terminal.writeBytes(draft.content) else {
        throw Failure(.failure, Wording.outputClosed, hint: Wording.outputClosedHint)
      }
      return Written(brief: brief, draft: draft, file: nil, originals: nil)
    }
    let written = try DocumentOutput(
      draft, parts: made.parts, of: brief, exhibits: made.exhibits, to: wanted, collision: collision,
      matter: options.matter,
      world: try options.matterWorld(of: brief.campaign.id, by: organisation), interface: interface)
    return Written(brief: brief, draft: draft, file: written.path, originals: written.originals, parts: written.parts)
  }
}

extension Failure {
  /// What becomes of the evidence or the disk while a large document is written; nil for all other failures.
  init?(_ failure: DraftFailure, exhibits: [Exhibit], in interface: Interface) {
    guard case .pdf(let error) = failure else { return nil }
    switch error {
    case .fileChanged: self.init(changed: exhibits, in: interface)
    case .file(let code): self.init(OutputFile.Failure(errno: code), in: interface)
    case .nonconforming, .fonts, .writing: return nil
    }
  }
}

extension OutputFile.Collision: ExpressibleByArgument {}
