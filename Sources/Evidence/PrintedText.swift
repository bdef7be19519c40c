import Document

/// Foreign text as it is printed: every character showable, no more than the limits allow, the rest counted.
struct PrintedText {
  private let limits: EvidenceLimits
  private let language: LanguageTag?
  private var showable: ShowableText
  private var room: Int
  private var lines = 0
  /// How many characters are not printed.
  private(set) var cutCharacters = 0

  /// - Parameter language: the language of the text where it is known.
  init(limits: EvidenceLimits, canShow: @escaping @Sendable (Unicode.Scalar) -> Bool, language: LanguageTag?) {
    self.limits = limits
    self.language = language
    showable = ShowableText(canShow: canShow)
    room = limits.textCharacters
  }

  /// How many characters stand as their code point.
  var replaced: Int { showable.replaced }
  /// How many characters without any look were left out.
  var leftOut: Int { showable.leftOut }

  /// One line; no character of the result ends a line.
  mutating func line(_ text: String) -> String { showable.line(text) }

  /// Paragraphs and quotations of as many lines as there is room for.
  mutating func blocks(of lines: [TextLine]) -> [Block] { QuotedText.blocks(of: shown(lines), language: language) }

  /// Counts characters that were left out before.
  mutating func cut(_ characters: Int) { cutCharacters += characters }

  private mutating func shown(_ lines: [TextLine]) -> [TextLine] {
    var shown: [TextLine] = []
    for line in lines {
      guard room > 0, self.lines < limits.textLines else {
        cutCharacters += line.text.count
        continue
      }
      let (text, isCut) = line.text.bounded(to: room)
      if isCut { cutCharacters += line.text.count - text.count }
      room -= text.count
      self.lines += 1
      shown.append(TextLine(depth: line.depth, text: showable.line(text).withoutTrailingBlanks))
    }
    return shown
  }
}

extension String {
  /// Blanks at a line's end are nothing to see, and would be read out as words' ends.
  fileprivate var withoutTrailingBlanks: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
