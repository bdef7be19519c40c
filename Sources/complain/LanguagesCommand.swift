import ArgumentParser
import Casebook

/// Lists languages and who answers for their wording.
struct LanguagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "languages", abstract: Wording.Help.languages)

  @Option(name: .long, help: ArgumentHelp(Wording.Help.format, valueName: "text|json"))
  var format = ListFormat.text
  @OptionGroup var options: DataOptions

  private struct Entry: Encodable {
    let tag: String
    let name: String
    let status: String
  }

  func run() throws {
    let casebook = try options.casebook()
    let entries = try opening {
      try casebook.languages().map { tag in
        let language = try casebook.language(tag)
        return Entry(tag: tag, name: language.name, status: Wording.status(language.status))
      }
    }
    switch format {
    case .text: entries.forEach { Terminal.write("\($0.tag)  \($0.name): \($0.status)") }
    case .json: Terminal.write(try AuthoritiesCommand.json(entries))
    }
  }
}
