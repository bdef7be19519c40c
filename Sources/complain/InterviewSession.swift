import Casebook
import Checking
import ComplaintKit
import Interview
import LocalWorld
import Matter
import Records

/// An interview at this terminal, with its files in the current folder.
struct InterviewSession {
  /// The file of an interview that is not finished; nothing of the person in its name.
  static let unfinishedName = "my-matter.unfinished.yaml"
  /// The file of the matter.
  static let matterName = "my-matter.yaml"

  let folder: DataFolder
  let interface: Interface
  let campaign: String
  let date: CivilDate
  let progress: InterviewOptions.Progress

  init(_ options: InterviewOptions) throws {
    let date = try MatterOptions.day(options.date)
    try self.init(
      options.data, date: date, campaign: options.campaign, progress: options.progress)
  }

  /// An interview instead of a matter that was not given.
  init(_ options: MatterOptions) throws {
    try options.checkNames()
    try self.init(options.data, date: try options.day(), campaign: options.campaign, progress: .lines)
  }

  private init(
    _ data: DataOptions, date: CivilDate, campaign: String?, progress: InterviewOptions.Progress
  ) throws {
    folder = try data.folder()
    interface = try data.interface()
    let casebook = try data.casebook()
    self.campaign = try campaign ?? opening { try chosenCampaign(in: casebook) }
    self.date = date
    self.progress = progress
  }

  /// A new interview, or the one that lies here unfinished.
  ///
  /// - Parameter country: the country that was named already.
  func begin(country: String?) throws {
    let script = try interface.script(folder)
    let context = try context(script)
    var answers = Answers()
    if let country {
      let code = try opening { try context.casebook.country(country).code }
      answers.set(QuestionKey(.country), .word(code))
    }
    let conversation = Conversation(script)
    defer { conversation.close() }
    if InputFile.exists(Self.unfinishedName) {
      conversation.say(script.text(.unfinished, ["file": Self.unfinishedName]))
      for (number, text) in [(1, ScriptText.goOn), (2, .anew)] {
        conversation.say("\(number) \(script.text(text))", indent: "  ")
      }
      var choice = ""
      while choice != "1", choice != "2" {
        guard case .typed(let typed) = conversation.line(script.text(.promptChoice)) else { return }
        choice = typed.filter { !$0.isWhitespace }
        if script.isCommand(choice, .stop) { return }
      }
      if choice == "1" {
        conversation.close()
        return try resume(Self.unfinishedName)
      }
    }
    conversation.say(script.intro)
    let interview = try opening { try Interview(context, answers: answers) }
    conversation.say(interview.commandsHint)
    try run(interview, with: conversation, saving: Keeping(path: nil))
  }

  /// Goes on with an interview that was interrupted.
  func resume(_ path: String) throws {
    let text = try text(of: path)
    let saved: SavedInterview
    do {
      saved = try SavedInterview(text, name: Wording.unfinishedFile)
    } catch {
      throw Failure(.data, error.problems.map { .init(text: $0.description, hint: $0.hint) })
    }
    let script = try interface.script(folder)
    let context = try context(script, campaign: saved.campaign)
    let interview = try opening(.data) { try Interview(context, answers: saved.answers) }
    let conversation = Conversation(script)
    defer { conversation.close() }
    conversation.say(script.text(.resumed))
    conversation.say(interview.commandsHint)
    try run(interview, with: conversation, saving: Keeping(path: path))
  }

  /// Opens a question of a matter again.
  func edit(_ path: String) throws {
    let text = try text(of: path)
    let world = LocalWorld(folder: folder, evidenceFolder: MatterOptions.folder(of: path))
    let reading = try preparing { try MatterReader.read(text, name: Wording.matterFile).withFolder(opened: world) }
    guard reading.findings.isEmpty else {
      try FindingsPrinter.print(reading.findings, toError: true, in: interface)
      throw Failure(.data, [])
    }
    let script = try interface.script(folder)
    let campaign = reading.matter.campaign.isEmpty ? campaign : reading.matter.campaign
    let context = try context(script, campaign: campaign, folder: MatterOptions.folder(of: path))
    let interview = try opening(.data) {
      try Interview(context, answers: Answers(of: reading.matter), base: reading.matter)
    }
    let conversation = Conversation(script)
    defer { conversation.close() }
    conversation.say(script.text(.editTitle))
    conversation.say(interview.commandsHint)
    try run(interview, with: conversation, saving: nil, matterAt: path)
  }

  // MARK: the conversation

  /// Where the answers are kept while the interview goes on.
  private struct Keeping {
    var path: String?
  }

  private func run(
    _ begun: Interview, with conversation: Conversation, saving draft: Keeping?, matterAt path: String? = nil
  ) throws {
    var (interview, draft) = (begun, draft)
    let script = interview.context.script
    while true {
      let answer: Conversation.Answer
      switch interview.stage {
      case .complete(let matter):
        conversation.pause()
        conversation.say(script.text(.ready))
        conversation.close()
        let (file, yaml) = try write(matter, script, at: path)
        // The matter holds all of it now, whatever becomes of the complaint.
        if let unfinished = draft?.path { OutputFile.remove(unfinished) }
        return try finish(interview, yaml, at: file)
      case .question(let question): answer = conversation.ask(question)
      case .end(_, let text):
        conversation.pause()
        conversation.say(text)
        answer = conversation.line(script.text(.promptEnd))
      }
      guard case .typed(let typed) = answer else { return leave(draft, script, conversation) }
      let known = interview.answers
      let reply = try opening { try interview.take(typed) }
      reply.remarks.forEach(conversation.say)
      if reply.isEnd {
        // Only who comes too early has a use for the answers: everybody else would have a file of theirs for nothing.
        if case .end(.tooEarly, _) = interview.stage { return leave(draft, script, conversation, isEnd: true) }
        if let unfinished = draft?.path { OutputFile.remove(unfinished) }
        return
      }
      if interview.answers != known, draft != nil { try save(interview, &draft, script, conversation) }
      if reply.isStop { return leave(draft, script, conversation) }
    }
  }

  private func save(
    _ interview: Interview, _ draft: inout Keeping?, _ script: Script, _ conversation: Conversation
  ) throws {
    let bytes = Array(SavedInterview(interview).yaml(remark: script.text(.remarkUnfinished)).utf8)
    let isNew = draft?.path == nil
    do throws(OutputFile.Failure) {
      let path = try OutputFile.write(
        bytes, to: draft?.path ?? Self.unfinishedName, collision: isNew ? .suffix : .overwrite)
      draft = Keeping(path: path)
      if isNew { conversation.say(script.text(.started, ["file": path])) }
    } catch {
      conversation.close()
      throw unsaved(script)
    }
  }

  private func leave(_ draft: Keeping?, _ script: Script, _ conversation: Conversation, isEnd: Bool = false) {
    conversation.close()
    guard let draft else { return conversation.say(script.text(.editLeft)) }
    guard let path = draft.path else { return conversation.say(script.text(.unsaved)) }
    conversation.say(script.text(.saved, ["file": OutputFile.absolute(path)]))
    let command = path == Self.unfinishedName ? "complain resume" : "complain resume \(path)"
    conversation.say(script.text(.resumeHow, ["command": command]))
  }

  // MARK: files

  /// That the answers could not be written down.
  func unsaved(_ script: Script) -> Failure {
    Failure(.failure, script.text(.notSaved), hint: script.text(.notSavedHint), in: interface)
  }

  private func context(
    _ script: Script, campaign: String? = nil, folder evidenceFolder: String = "."
  ) throws -> InterviewContext {
    let world = LocalWorld(folder: folder, evidenceFolder: evidenceFolder)
    let date = date
    let context = try opening(.data) {
      try InterviewContext(
        script: script, casebook: Casebook(world: world), campaign: campaign ?? self.campaign, date: date,
        look: { EvidenceLook(world: world, folder: evidenceFolder, date: date).verdict($0) })
    }
    guard context.campaign.hasInterview else {
      throw Failure(.usage, Wording.noInterview, hint: Wording.noInterviewHint(context.campaign.id))
    }
    return context
  }

  private func text(of path: String) throws -> String {
    let bytes: [UInt8]
    do throws(InputFile.Failure) {
      bytes = try InputFile.read(path, limit: MatterOptions.limit)
    } catch {
      throw Failure(.data, Line.matter(error), hint: .matterHint, in: interface)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.data, .matterNotUTF8, hint: .matterNotUTF8Hint, in: interface)
    }
    return text
  }
}
