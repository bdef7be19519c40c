import ArgumentParser
import FilingKit
import LocalWorld

/// Deletes a matter and every copy of its data.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: Wording.Help.forget, discussion: Wording.Help.forgetDiscussion)

  @OptionGroup var options: RecordOptions
  @Flag(name: .long, help: ArgumentHelp(Wording.Help.yes))
  var yes = false
  @Option(name: .long, help: ArgumentHelp(Wording.Help.forgetIn, valueName: "filings"), completion: .directory)
  var `in`: String?

  func run() throws {
    let interface = try options.data.interface()
    if let folder = `in` { return try Forgetting(options.matter, in: folder, interface).run(isSaid: yes) }
    let own = try options.record(in: interface)
    let wording = try options.wording(own)
    let copies = Copies(own, try options.data.world(evidenceFolder: own.folder)).all
    for copy in copies { Terminal.write(copy.line(wording)) }
    if !yes {
      guard Terminal.isConversation else {
        throw Failure(.usage, Wording.forgetNeedsYes, hint: Wording.forgetNeedsYesHint)
      }
      // The prompt is a line of its own and the last one: that is what a screen reader reads.
      let word = wording.text(.forgetYes)
      Terminal.write(wording.text(.forgetQuestion, ["yes": word]))
      guard readLine()?.lowercased().filter({ !$0.isWhitespace }) == word else {
        return Terminal.write(wording.text(.forgetNone))
      }
    }
    var removed = 0
    var kept: [Copies.Copy] = []
    for copy in copies where copy.state != .gone {
      // The record goes last, and stays as long as anything it names does.
      if copy.what == .whereRecord, !kept.isEmpty { continue }
      guard let remove = copy.remove else {
        if copy.what != .whereEvidence { kept.append(copy) }
        continue
      }
      if remove() { removed += 1 } else { kept.append(copy) }
    }
    Terminal.write(wording.text(.forgetDone, ["count": String(removed)]))
    Terminal.write(wording.text(.whereSent))
    guard kept.isEmpty else {
      for copy in kept { Terminal.writeError(wording.text(.forgetKept, ["line": copy.line(wording)])) }
      throw Failure(.failure, .forgetIncomplete, hint: .forgetIncompleteHint, in: interface)
    }
  }
}
