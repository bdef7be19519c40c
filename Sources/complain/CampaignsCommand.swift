import ArgumentParser
import Casebook
import Matter

/// Lists campaigns.
struct CampaignsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "campaigns", abstract: Wording.Help.campaigns)

  @Option(name: .long, help: ArgumentHelp(Wording.Help.format, valueName: "text|json"))
  var format = ListFormat.text
  @OptionGroup var options: DataOptions

  private struct Entry: Encodable {
    let id: String
    let title: String
    let controller: String
    let factsAsOf: String
  }

  func run() throws {
    let casebook = try options.casebook()
    let entries = try opening {
      try casebook.campaigns().map { id in
        let campaign = try casebook.campaign(id)
        return Entry(
          id: id, title: campaign.titles.nearest(to: "en"),
          controller: campaign.controller?.name ?? Wording.controllerOfMatter,
          factsAsOf: campaign.asOf.description)
      }
    }
    switch format {
    case .text:
      for entry in entries {
        Terminal.write("\(entry.id)  \(entry.title)\n  \(entry.controller); \(Wording.factsAsOf) \(entry.factsAsOf)")
      }
    case .json: Terminal.write(try AuthoritiesCommand.json(entries))
    }
  }
}
