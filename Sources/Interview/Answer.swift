import Matter

/// An answer in a form that no language and no keyboard changes.
public enum Answer: Hashable, Sendable {
  /// A word of the question's list, a country's code, a postcode, an authority's identifier.
  case word(String)
  /// Any number of such words.
  case words([String])
  /// A date as exactly as it is known.
  case date(DateRange)
  /// What the person typed, verbatim.
  case text(String)
  /// The person does not know.
  case unknown
  /// There is none.
  case nothing

  var word: String? { if case .word(let word) = self { word } else { nil } }
  var date: DateRange? { if case .date(let date) = self { date } else { nil } }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The words, a single one too.
  var words: [String] {
    switch self {
    case .words(let words): words
    case .word(let word): [word]
    default: []
    }
  }
}

/// Answers in the order they were given.
public struct Answers: Hashable, Sendable {
  /// One of them.
  public struct Entry: Hashable, Sendable {
    /// The question.
    public var key: QuestionKey
    /// Its answer.
    public var answer: Answer
  }

  /// All of them.
  public private(set) var entries: [Entry] = []

  /// None yet.
  public init() {}

  /// The answer to a question; `nil` if it was not asked yet.
  public subscript(_ key: QuestionKey) -> Answer? { entries.first { $0.key == key }?.answer }

  /// Takes an answer; a new one stands where the old one stood.
  ///
  /// What was said about an entry of a list that is no longer wanted is dropped when the questionnaire does not come by.
  public mutating func set(_ key: QuestionKey, _ answer: Answer) {
    guard let index = entries.firstIndex(where: { $0.key == key }) else {
      entries.append(Entry(key: key, answer: answer))
      return
    }
    let old = entries[index].answer
    entries[index].answer = answer
    if old != answer, let prefix = key.dependents {
      entries.removeAll { $0.key != key && $0.key.description.hasPrefix(prefix) }
    }
  }

  /// Forgets the answers to questions that were not asked.
  mutating func keep(only asked: [QuestionKey]) {
    let asked = Set(asked)
    entries.removeAll { !asked.contains($0.key) }
  }

  /// Forgets one answer.
  mutating func remove(_ key: QuestionKey) { entries.removeAll { $0.key == key } }
}
