import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import LocalWorld

/// Writes the form by which a person mandates an organisation (Article 80(1) GDPR).
struct MandateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mandate", abstract: Wording.Help.mandate, discussion: Wording.Help.mandateDiscussion)

  @OptionGroup var options: MatterOptions
  @OptionGroup var help: OrganisationOptions
  @Option(
    name: [.short, .long], help: ArgumentHelp(Wording.Help.mandateOutput, valueName: "file"), completion: .file())
  var output: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.onCollision, valueName: "abort|overwrite|suffix"))
  var onCollision = OutputFile.Collision.abort

  func run() throws {
    let interface = try options.data.interface()
    guard let organisation = try help.open(for: options, in: interface) else {
      throw Failure(.usage, Wording.mandateNeedsOrganisation, hint: Wording.mandateNeedsOrganisationHint)
    }
    let language = try options.data.interfaceLanguageData()
    let writer = DocumentWriter(
      options: options, kind: DocumentKind.mandate, output: output, collision: onCollision, interface: interface,
      organisation: organisation)
    let written = try writer.write(writer.make())
    let values = ["file": written.file.map(OutputFile.absolute) ?? "-", "pages": String(written.draft.pages)]
    written.brief.kind.steps(in: language.tag, values).map(Terminal.plainSpaces)
      .forEach(written.file == nil ? Terminal.writeError : Terminal.write)
  }
}
