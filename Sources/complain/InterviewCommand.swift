import ArgumentParser

/// Asks one question after the other and writes matter and complaint.
struct InterviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interview", abstract: Wording.Help.interview, discussion: Wording.Help.interviewDiscussion)

  @Option(name: .long, help: ArgumentHelp(Wording.Help.country, valueName: "code"))
  var country: String?
  @OptionGroup var options: InterviewOptions

  func run() throws {
    // `complain` alone, in a script: there is nobody to ask.
    guard Terminal.isConversation else {
      Terminal.write(Complain.helpMessage())
      return
    }
    try InterviewSession(options).begin(country: country)
  }
}

/// Goes on with an interview that was interrupted.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "resume", abstract: Wording.Help.resume)

  @Argument(help: ArgumentHelp(Wording.Help.unfinished, valueName: "file"), completion: .file(extensions: ["yaml"]))
  var file = InterviewSession.unfinishedName
  @OptionGroup var options: InterviewOptions

  func run() throws {
    try Terminal.needsPerson()
    try InterviewSession(options).resume(file)
  }
}

/// Opens a question of a matter again.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: Wording.Help.edit, discussion: Wording.Help.editDiscussion)

  @Argument(
    help: ArgumentHelp(Wording.Help.matterToEdit, valueName: "matter.yaml"), completion: .file(extensions: ["yaml"]))
  var matter = InterviewSession.matterName
  @OptionGroup var options: InterviewOptions

  func run() throws {
    try Terminal.needsPerson()
    try InterviewSession(options).edit(matter)
  }
}

extension Terminal {
  /// Refuses to ask where nobody answers.
  static func needsPerson() throws {
    guard isConversation else { throw Failure(.usage, Wording.noTerminal, hint: Wording.noTerminalHint) }
  }
}
