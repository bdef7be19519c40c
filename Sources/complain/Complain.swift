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
      InterviewCommand.self, ResumeCommand.self, EditCommand.self, DraftCommand.self, CheckCommand.self,
      ObjectionCommand.self, RenewCommand.self, MandateCommand.self, SignaturePageCommand.self, GuideCommand.self,
      FiledCommand.self,
      WhereCommand.self, ForgetCommand.self, BatchCommand.self, StatusCommand.self, DueCommand.self, GatherCommand.self,
      ColumnsCommand.self, SampleCommand.self, AuthoritiesCommand.self, CampaignsCommand.self, EvidenceCommand.self,
      VerifyCommand.self, LanguagesCommand.self,
    ], defaultSubcommand: InterviewCommand.self)

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
      let failure =
        code == .validationFailure
        ? Wording.usage(message: message(for: error), full: help(for: error))
        : Failure(.failure, message(for: error))
      Terminal.report(failure)
      Glibc.exit(failure.status.rawValue)
    }
  }
  /// What the parser says about an error, with the place where help is.
  ///
  /// Who names no command is told about all of them, and not about the one that is then run.
  private static func help(for error: any Error) -> String {
    let full = fullMessage(for: error)
    let interview = InterviewCommand.configuration.commandName ?? ""
    guard CommandLine.arguments.dropFirst().first != interview else { return full }
    return full.replacing("complain \(interview) --help", with: "complain --help")
  }
}
