import ArgumentParser
import Casebook
import ComplaintKit
import LocalWorld
import Records
import Rows

/// Writes a matter that works as it is, to be filled with one's own.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: Wording.Help.sample, discussion: Wording.Help.sampleDiscussion)

  @Option(name: .long, help: ArgumentHelp(Wording.Help.country, valueName: "code"))
  var country = "DE"
  @Option(name: .long, help: ArgumentHelp(Wording.Help.sampleCampaign, valueName: "name"))
  var campaign: String?
  @Flag(name: .long, help: ArgumentHelp(Wording.Help.sampleTable))
  var csv = false
  @OptionGroup var options: DataOptions

  func run() throws {
    let world = try options.world()
    let casebook = Casebook(world: world)
    guard !csv else { return try writeTable(world, casebook) }
    let code = try opening { try casebook.country(country).code }
    let name = try opening { try casebook.campaign(campaign ?? chosenCampaign(in: casebook)).id }
    guard let text = world.data(Self.path(name, code)) else {
      let countries = try opening { () throws(CasebookError) in try casebook.countries() }
      let others = countries.filter { world.data(Self.path(name, $0)) != nil }
      throw Failure(.failure, Wording.noSample, hint: Wording.samples(others))
    }
    guard Terminal.writeBytes(text) else {
      throw Failure(.failure, Wording.outputClosed, hint: Wording.outputClosedHint)
    }
  }

  /// Where the example of a campaign stands for a country.
  private static func path(_ campaign: String, _ country: String) -> String {
    "templates/\(campaign)/example/matter.\(country).yaml"
  }

  /// One row a country: the example of each.
  private func writeTable(_ world: LocalWorld, _ casebook: Casebook) throws {
    let chosen = try opening { try casebook.campaign(campaign ?? chosenCampaign(in: casebook)) }
    guard chosen.controller != nil else {
      throw Failure(.usage, Wording.batchWithoutController, hint: Wording.batchWithoutControllerHint)
    }
    var table = SampleTable()
    let countries = try opening { () throws(CasebookError) in try casebook.countries() }
    for code in countries {
      let path = Self.path(chosen.id, code)
      guard let bytes = world.data(path) else { continue }
      do throws(RecordProblem) {
        table.add(
          try SourceFile(name: path, text: String(decoding: bytes, as: UTF8.self)).root(), reference: "\(code)-0001")
      } catch {
        throw Failure(.failure, error.description, hint: error.hint)
      }
    }
    guard Terminal.writeBytes(table.bytes()) else {
      throw Failure(.failure, Wording.outputClosed, hint: Wording.outputClosedHint)
    }
  }
}
