import ArgumentParser
import ComplaintKit
import Matter

/// Says everything that is wrong with a matter, and writes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "check", abstract: Wording.Help.check)

  @OptionGroup var options: MatterOptions
  @OptionGroup var help: OrganisationOptions
  @Option(name: .long, help: ArgumentHelp(Wording.Help.format, valueName: "text|json"))
  var format = ListFormat.text

  func run() throws {
    let interface = try options.data.interface()
    let examination = try options.examine(by: help.open(for: options, in: interface), in: interface)
    switch format {
    case .text: try FindingsPrinter.print(examination.findings, toError: false, in: interface)
    case .json: Terminal.write(try FindingsPrinter.json(examination.findings))
    }
    if examination.hasErrors { throw Failure(.data, []) }
    if format == .text { Terminal.write(interface.text(examination.findings.isEmpty ? .nothingFound : .noErrors)) }
  }
}
