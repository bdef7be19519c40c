import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import Document
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
    let path: String
    do throws(OutputFile.Failure) {
      path = try OutputFile.write(draft.bytes, to: wanted, collision: onCollision)
    } catch {
      throw Failure(
        error == .exists ? .usage : .failure, Wording.notWritten(error), hint: Wording.notWrittenHint(error))
    }
    Summary(brief, draft, file: path).lines.forEach(Terminal.write)
  }
}

extension OutputFile.Collision: ExpressibleByArgument {}

/// What a person hears after a draft: five lines.
struct Summary {
  let lines: [String]

  init(_ brief: Brief, _ draft: Draft, file: String?) {
    let channel = brief.authority.preferredChannel
    lines = [
      Wording.summaryFile(file.map(Self.absolute)),
      Wording.summaryPages(draft.pages, annexes: draft.document.annexes.count),
      Wording.nothingSent,
      Wording.summaryFiling(
        authority: brief.authority.names.nearest(to: brief.language.tag), channel: channel,
        originals: channel?.originals ?? .none),
      Wording.summaryNext,
    ]
  }

  private static func absolute(_ path: String) -> String { OutputFile.absolute(path) }
}
