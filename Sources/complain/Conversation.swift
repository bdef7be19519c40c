import Glibc
import Interview

/// Asks at a terminal: the question, what helps with it, then what is asked for on a line of its own, which is the last one.
///
/// Lines follow each other and are never drawn again; severity is a word; there is no frame and no progress. So a screen reader reads
/// what is there, in order.
final class Conversation {
  /// What a person gave.
  enum Answer: Equatable {
    /// What was typed.
    case typed(String)
    /// Ctrl-C, Ctrl-D, or the terminal is gone.
    case left
  }

  private let script: Script
  private let keys = KeyReader()

  init(_ script: Script) { self.script = script }

  /// Gives the terminal back.
  func close() { keys.restore() }

  /// Says a text; its lines are paragraphs.
  func say(_ text: String, indent: String = "", hanging: String = "") {
    Page.write(text, indent: indent, hanging: hanging)
  }

  /// An empty line.
  func pause() { Terminal.write("") }

  /// Says what an answer led to.
  func say(_ remark: Interview.Remark) {
    switch remark {
    case .note(let text): say(text)
    case .error(let text, let hint):
      say(script.text(.error, ["text": text]))
      if let hint { say(script.text(.hint, ["text": hint])) }
    }
  }

  /// Asks a question.
  func ask(_ question: Question) -> Answer {
    pause()
    if !question.readBack.isEmpty, question.key.id == .confirmed { readBack(question.readBack) }
    say(question.section)
    say(question.prompt)
    if !question.note.isEmpty { say(question.note) }
    for (number, choice) in zip(1..., question.choices) { say("\(number) \(choice)", indent: "  ", hanging: "  ") }
    if !question.hint.isEmpty { say(question.hint) }
    if let soFar = question.soFar { say(script.text(.keep, ["answer": soFar])) }
    return question.isBlock ? block(question.asks) : line(question.asks)
  }

  /// Asks for a line.
  func line(_ asks: String) -> Answer {
    show(asks)
    switch keys.readLine(keepsLines: false) {
    case .line(let text, _): return .typed(text)
    case .interrupted, .endOfInput: return .left
    }
  }

  /// Asks for lines up to the word that ends them; the first can be a command, or empty.
  private func block(_ asks: String) -> Answer {
    show(asks)
    var lines: [String] = []
    while true {
      guard case .line(let text, let isPasted) = keys.readLine(keepsLines: true) else { return .left }
      if !isPasted {
        let word = text.trimmingBlanks
        if script.isCommand(word, .done) { return .typed(lines.joined(separator: "\n")) }
        let isCommand = [Script.Command.help, .unknown, .back, .stop].contains { script.isCommand(word, $0) }
        if lines.isEmpty, word.isEmpty || isCommand { return .typed(word) }
      }
      lines.append(text)
    }
  }

  private func readBack(_ lines: [ReadBack.Line]) {
    say(script.text(.readBackTitle))
    for (number, line) in zip(1..., lines) {
      let isLong = line.answer.contains("\n")
      say(
        "\(number) " + script.text(.readBackLine, ["label": line.label, "answer": isLong ? "" : line.answer]),
        hanging: "    ")
      if isLong { say(line.answer, indent: "    ") }
    }
    pause()
  }

  private func show(_ text: String) { _ = Terminal.writeBytes(Array(text.utf8)) }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
