import ArgumentParser
import FilingKit

/// Names every copy of a matter's data.
struct WhereCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "where", abstract: Wording.Help.whereCommand)

  @OptionGroup var options: RecordOptions

  func run() throws {
    let own = try options.record(in: options.data.interface())
    let wording = try options.wording(own)
    let copies = Copies(own, try options.data.world(evidenceFolder: own.folder)).all
    for copy in copies { Terminal.write(copy.line(wording)) }
    Terminal.write(wording.text(.whereSent))
  }
}
