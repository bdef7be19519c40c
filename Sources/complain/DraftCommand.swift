import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import Digests
import Document
import Evidence
import LocalWorld
import Matter

/// Writes the complaint.
struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: Wording.Help.draft, discussion: Wording.Help.draftDiscussion)

  @OptionGroup var options: MatterOptions
  @Option(name: [.short, .long], help: ArgumentHelp(Wording.Help.output, valueName: "file"), completion: .file())
  var output: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.onCollision, valueName: "abort|overwrite|suffix"))
  var onCollision = OutputFile.Collision.abort

  func run() throws {
    let examination = try options.examine()
    FindingsPrinter.print(examination.findings, toError: true)
    guard let brief = examination.brief, let preparation = examination.preparation else {
      Terminal.writeError(Terminal.label("note", colour: 36) + " " + Wording.nothingWritten)
      throw Failure(.data, [])
    }
    let draft = try preparing {
      try Drafter(preparation).draft(brief, exhibits: examination.exhibits)
    }
    if output == "-" {
      guard Terminal.writeBytes(draft.bytes) else {
        throw Failure(.failure, Wording.outputClosed, hint: Wording.outputClosedHint)
      }
      Summary(brief, draft, file: nil).lines.forEach(Terminal.writeError)
      return
    }
    let wanted = output ?? "complaint-\(brief.country.code).pdf"
    let originals = try originals(of: examination, brief)
    do throws(OutputFile.Failure) {
      let folder =
        originals.isEmpty
        ? nil
        : try OutputFolder(originals, at: OutputFolder.path(beside: wanted), collision: onCollision)
      do throws(OutputFile.Failure) {
        let path = try OutputFile.write(draft.bytes, to: wanted, collision: onCollision)
        Summary(brief, draft, file: path, originals: folder?.path).lines.forEach(Terminal.write)
      } catch {
        folder?.remove()
        throw error
      }
    } catch {
      throw Failure(
        error == .exists ? .usage : .failure, Wording.notWritten(error), hint: Wording.notWrittenHint(error))
    }
  }

  /// The unchanged originals, where the channel takes them beside the PDF.
  private func originals(of examination: Examination, _ brief: Brief) throws -> [(name: String, bytes: [UInt8])] {
    guard brief.authority.preferredChannel?.originals == .beside else { return [] }
    let world = try options.matterWorld()
    return try examination.exhibits.compactMap { exhibit -> (name: String, bytes: [UInt8])? in
      guard let name = exhibit.originalName else { return nil }
      let bytes = try? world.evidence(brief.matter.evidence[exhibit.number - 1].file, limit: exhibit.size)
      guard let bytes, SHA256Digest(of: bytes).hexadecimal == exhibit.sha256 else {
        throw Failure(
          .failure, Wording.evidenceChanged(exhibit.number), hint: Wording.evidenceChangedHint)
      }
      return (name, bytes)
    }
  }
}

extension OutputFile.Collision: ExpressibleByArgument {}

/// What a person hears after a draft: five lines.
struct Summary {
  let lines: [String]

  init(_ brief: Brief, _ draft: Draft, file: String?, originals: String? = nil) {
    let channel = brief.authority.preferredChannel
    lines = [
      Wording.summaryFile(file.map(Self.absolute)),
      Wording.summaryPages(draft.pages, annexes: draft.document.annexes.count),
      Wording.nothingSent,
      Wording.summaryFiling(
        authority: brief.authority.names.nearest(to: brief.language.tag), channel: channel,
        originals: originals),
      Wording.summaryNext,
    ]
  }

  private static func absolute(_ path: String) -> String { OutputFile.absolute(path) }
}
