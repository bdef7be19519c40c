import ArgumentParser
import Batch
import Messages

/// Says what became of the complaints of a batch.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "status", abstract: Wording.Help.status)

  @Argument(help: ArgumentHelp(Wording.Help.batchFolder, valueName: "filings"), completion: .directory)
  var folder: String
  @Option(name: .long, help: ArgumentHelp(Wording.Help.templateVersion, valueName: "version"))
  var templateVersion: String?
  @OptionGroup var data: DataOptions

  func run() throws {
    let interface = try data.interface()
    let batch = try BatchFolder(folder, in: interface)
    do {
      if let templateVersion {
        // Who got a text: references alone, for a list or another program.
        return try batch.ledger.forEach { row, _ in
          if !templateVersion.isEmpty, row.template.hasPrefix(templateVersion) { Terminal.write(row.reference) }
        }
      }
      let counts = try batch.ledger.counts(by: .status)
      let lines: [(BatchLine, Int)] = [
        (.statusMade, counts["made"] ?? 0), (.statusFiled, counts["filed"] ?? 0),
        (.statusSupplement, try batch.ledger.counts(by: .supplement)["supplement"] ?? 0),
        (.statusNotMade, counts["not_made"] ?? 0), (.statusVanished, counts["not_in_csv"] ?? 0),
        (.statusForgotten, try batch.ledger.forgottenCount()),
      ]
      for (line, count) in lines { Terminal.write(interface.text(line, .number(count))) }
      for (version, count) in try batch.ledger.counts(by: .template).sorted(by: { $0.key < $1.key })
      where !version.isEmpty {
        Terminal.write(interface.text(.statusTemplate, .number(count), .term(version)))
      }
    } catch let failure as Ledger.Failure {
      throw BatchFolder.failure(failure, in: interface)
    }
  }
}
