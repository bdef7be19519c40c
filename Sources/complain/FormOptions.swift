import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import LocalWorld

/// Where a form that a person signs for an organisation goes; the same for every kind of form.
struct FormOptions: ParsableArguments {
  @OptionGroup var help: OrganisationOptions
  @Option(name: [.short, .long], help: ArgumentHelp(Wording.Help.formOutput, valueName: "file"), completion: .file())
  var output: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.onCollision, valueName: "abort|overwrite|suffix"))
  var onCollision = OutputFile.Collision.abort

  /// Writes a form of a kind and says what comes next.
  func write(_ kind: String, with options: MatterOptions) throws {
    let interface = try options.data.interface()
    guard let organisation = try help.open(for: options, in: interface) else {
      throw Failure(.usage, Wording.formNeedsOrganisation, hint: Wording.formNeedsOrganisationHint)
    }
    let language = try options.data.interfaceLanguageData()
    let writer = DocumentWriter(
      options: options, kind: kind, output: output, collision: onCollision, interface: interface,
      organisation: organisation)
    let written = try writer.write(writer.make())
    let values = ["file": written.file.map(OutputFile.absolute) ?? "-", "pages": String(written.draft.pages)]
    written.brief.kind.steps(in: language.tag, values).map(Terminal.plainSpaces)
      .forEach(written.file == nil ? Terminal.writeError : Terminal.write)
  }
}
