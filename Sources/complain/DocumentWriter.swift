import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import Document
import Evidence
import LocalWorld
import Messages

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

  /// A document that was made and where it is.
  struct Written {
    let brief: Brief
    let draft: Draft
    /// The file; `nil` is standard output.
    let file: String?
    /// The folder with the unchanged originals, if the channel takes them beside the PDF.
    let originals: String?
  }

  /// A document that was made and not written yet.
  struct Made {
    let brief: Brief
    let draft: Draft
    let exhibits: [Exhibit]
  }

  /// Checks the matter, says what was found, and makes the document unless an error stands.
  func draft() throws -> Made {
    let examination = try options.examine(for: kind, in: interface)
    try FindingsPrinter.print(examination.findings, toError: true, in: interface)
    guard let brief = examination.brief, let preparation = examination.preparation else {
      Terminal.writeError(Terminal.label(interface.label(.note), colour: 36) + " " + interface.text(.nothingWritten))
      throw Failure(.data, [])
    }
    let draft = try preparing {
      try Drafter(preparation).draft(brief, exhibits: examination.exhibits)
    }
    return Made(brief: brief, draft: draft, exhibits: examination.exhibits)
  }

  /// Checks the matter, says what was found, and writes the document unless an error stands.
  func write() throws -> Written {
    let made = try draft()
    let (brief, draft) = (made.brief, made.draft)
    if output == "-" {
      guard Terminal.writeBytes(draft.bytes) else {
        throw Failure(.failure, Wording.outputClosed, hint: Wording.outputClosedHint)
      }
      return Written(brief: brief, draft: draft, file: nil, originals: nil)
    }
    let written = try DocumentOutput(
      draft, of: brief, exhibits: made.exhibits, to: output ?? "\(brief.kind.id)-\(brief.country.code).pdf",
      collision: collision, matter: options.matter,
      world: try options.matterWorld(of: brief.campaign.id), interface: interface)
    return Written(brief: brief, draft: draft, file: written.path, originals: written.originals)
  }
}

extension OutputFile.Collision: ExpressibleByArgument {}
