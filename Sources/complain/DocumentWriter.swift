import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import Digests
import Document
import Evidence
import LocalWorld
import Matter
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

  /// Checks the matter, says what was found, and writes the document unless an error stands.
  func write() throws -> Written {
    let examination = try options.examine(for: kind, in: interface)
    try FindingsPrinter.print(examination.findings, toError: true, in: interface)
    guard let brief = examination.brief, let preparation = examination.preparation else {
      Terminal.writeError(Terminal.label(interface.label(.note), colour: 36) + " " + interface.text(.nothingWritten))
      throw Failure(.data, [])
    }
    let draft = try preparing {
      try Drafter(preparation).draft(brief, exhibits: examination.exhibits)
    }
    if output == "-" {
      guard Terminal.writeBytes(draft.bytes) else {
        throw Failure(.failure, Wording.outputClosed, hint: Wording.outputClosedHint)
      }
      return Written(brief: brief, draft: draft, file: nil, originals: nil)
    }
    let wanted = output ?? "\(brief.kind.id)-\(brief.country.code).pdf"
    let originals = try originals(of: examination, brief)
    do throws(OutputFile.Failure) {
      let folder =
        originals.isEmpty
        ? nil
        : try OutputFolder(originals, at: OutputFolder.path(beside: wanted), collision: collision)
      do throws(OutputFile.Failure) {
        let path = try OutputFile.write(draft.bytes, to: wanted, collision: collision)
        return Written(brief: brief, draft: draft, file: path, originals: folder?.path)
      } catch {
        folder?.remove()
        throw error
      }
    } catch {
      let (problem, hint) = Line.output(error)
      throw Failure(error == .exists ? .usage : .failure, problem, hint: hint, in: interface)
    }
  }

  /// The unchanged originals, where the channel takes them beside the PDF.
  private func originals(of examination: Examination, _ brief: Brief) throws -> [(name: String, bytes: [UInt8])] {
    guard brief.channel?.originals == .beside else { return [] }
    let world = try options.matterWorld()
    return try examination.exhibits.compactMap { exhibit -> (name: String, bytes: [UInt8])? in
      guard let name = exhibit.originalName else { return nil }
      let bytes = try? world.evidence(brief.matter.evidence[exhibit.number - 1].file, limit: exhibit.size)
      guard let bytes, SHA256Digest(of: bytes).hexadecimal == exhibit.sha256 else {
        throw Failure(
          .failure, interface.text(.evidenceChanged, .term("evidence.\(exhibit.number).file")),
          hint: interface.text(.evidenceChangedHint), in: interface)
      }
      return (name, bytes)
    }
  }
}

extension OutputFile.Collision: ExpressibleByArgument {}
