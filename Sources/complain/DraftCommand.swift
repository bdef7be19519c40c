import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import Document
import LocalWorld

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
    let writer = DocumentWriter(
      options: options, kind: DocumentKind.complaint, output: output, collision: onCollision)
    let written = try writer.write()
    Summary(written).lines.forEach(written.file == nil ? Terminal.writeError : Terminal.write)
  }
}

/// What a person hears after a draft: five lines.
struct Summary {
  let lines: [String]

  init(_ written: DocumentWriter.Written) {
    let brief = written.brief
    lines = [
      Wording.summaryFile(written.file.map(OutputFile.absolute)),
      Wording.summaryPages(written.draft.pages, annexes: written.draft.document.annexes.count),
      Wording.nothingSent,
      Wording.summaryFiling(
        authority: brief.authority?.names.nearest(to: brief.language.tag) ?? "", channel: brief.channel,
        originals: written.originals),
      Wording.summaryNext,
    ]
  }
}
