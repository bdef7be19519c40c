import ArgumentParser
import Glibc

/// The command line: the only place that knows the clock, the terminal and the environment.
@main
struct Complain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complain",
    abstract: "Write a complaint to the data protection authority after an objection under Art. 21 GDPR.",
    discussion: """
      Combines a person's details and the evidence of their objection with a template in the authority's language \
      into one PDF. Everything stays on this computer: nothing is sent. This is no legal advice.
      """,
    version: "0.1.0",
    subcommands: [
      DraftCommand.self, CheckCommand.self, SampleCommand.self, AuthoritiesCommand.self, CampaignsCommand.self,
      LanguagesCommand.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      Terminal.report(failure)
      Glibc.exit(failure.status.rawValue)
    } catch {
      let code = exitCode(for: error)
      guard code != .success else { exit(withError: error) }
      Terminal.writeError(Wording.lowerCasedError(fullMessage(for: error)))
      Glibc.exit(code == .validationFailure ? ExitStatus.usage.rawValue : code.rawValue)
    }
  }
}
