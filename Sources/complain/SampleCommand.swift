import ArgumentParser
import Casebook
import ComplaintKit
import LocalWorld

/// Writes a matter that works as it is, to be filled with one's own.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: Wording.Help.sample, discussion: Wording.Help.sampleDiscussion)

  @Option(name: .long, help: ArgumentHelp(Wording.Help.country, valueName: "code"))
  var country = "DE"
  @Option(name: .long, help: ArgumentHelp(Wording.Help.sampleCampaign, valueName: "name"))
  var campaign: String?
  @OptionGroup var options: DataOptions

  func run() throws {
    let world = try options.world()
    let casebook = Casebook(world: world)
    let code = try opening { try casebook.country(country).code }
    let name = try opening { try casebook.campaign(campaign ?? onlyCampaign(in: casebook)).id }
    guard let text = world.data("templates/\(name)/example/matter.\(code).yaml") else {
      throw Failure(.failure, Wording.noSample, hint: Wording.dataHint)
    }
    guard Terminal.writeBytes(text) else {
      throw Failure(.failure, Wording.outputClosed, hint: Wording.outputClosedHint)
    }
  }
}
