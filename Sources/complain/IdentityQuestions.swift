import Casebook
import Checking
import Messages

/// Asks at the terminal for what an authority wants to know of a person and no file of this program keeps.
struct IdentityQuestions {
  /// What was typed, by key; what was left empty is not there.
  private let answers: [String: String]
  private let prompts: [IdentityPrompt]

  /// - Throws: a usage failure where nobody can be asked, or there is nothing to ask for.
  init(_ brief: Brief, in interface: Interface) throws {
    prompts = brief.country.identityPrompts
    guard !prompts.isEmpty else { throw Failure(.usage, Wording.identityNotAsked, hint: Wording.identityNotAskedHint) }
    guard Terminal.isConversation else {
      throw Failure(.usage, Wording.identityNeedsTerminal, hint: Wording.identityNeedsTerminalHint)
    }
    Terminal.write(interface.text(.identityAsked))
    let keys = KeyReader()
    defer { keys.restore() }
    var answers: [String: String] = [:]
    for prompt in prompts {
      _ = Terminal.writeBytes(Array((prompt.labels.nearest(to: brief.language.tag) + ": ").utf8))
      guard case .line(let text, _) = keys.readLine(keepsLines: false) else { throw Failure(.failure, []) }
      answers[prompt.key] = text.isEmpty ? nil : text
    }
    self.answers = answers
  }

  /// The brief with the answers, called as its language calls them.
  func answered(_ brief: Brief) -> Brief {
    var brief = brief
    brief.identity = prompts.compactMap { prompt in
      answers[prompt.key].map { .init(label: prompt.labels.nearest(to: brief.language.tag), value: $0) }
    }
    return brief
  }
}
