import Matter

/// The passage of a text that a person asked for, and where in the text it stands.
struct Excerpt {
  /// Why a passage cannot be shown; nothing of it is named.
  enum Fault: Hashable, Sendable {
    /// `from` or `to` stands nowhere, or `to` only before `from`.
    case missing(String)
    /// `from` stands in more than one place.
    case ambiguous
    /// The file is not shown as text.
    case noText
  }

  /// Its lines; the first and the last are cut to it.
  let lines: [TextLine]
  /// Its first and last line in the text, from 1.
  let place: ClosedRange<Int>
  /// How many lines the text has; the end of its last line begins no further one.
  let total: Int
  /// How many characters it has, in scalars.
  let characters: Int
  /// How many characters the text has, in scalars.
  let allCharacters: Int

  /// Finds a passage.
  ///
  /// - Parameter lines: the whole text.
  init(_ passage: Passage, of lines: [TextLine]) throws(FormatFault) {
    // As the person's words are: one scalar a letter wherever there is one.
    let texts = lines.map { $0.text.composed }
    let from = Words(passage.from)
    var start: (line: Int, byte: Int)?
    for (number, text) in texts.enumerated() {
      guard let byte = from.place(in: text) else { continue }
      guard start == nil, from.place(in: text, behind: byte + 1) == nil else { throw .passage(.ambiguous) }
      start = (number, byte)
    }
    guard let start else { throw .passage(.missing("from")) }
    let end: (line: Int, byte: Int)
    if let to = passage.to {
      guard let found = Self.end(of: Words(to), in: texts, behind: (start.line, start.byte + from.count)) else {
        throw .passage(.missing("to"))
      }
      end = found
    } else {
      end = (start.line, texts[start.line].utf8.count)
    }
    self.lines = (start.line...end.line).map { number in
      let first = number == start.line ? start.byte : 0
      let last = number == end.line ? end.byte : texts[number].utf8.count
      // Words begin and end where characters of UTF-8 do.
      let text = String(decoding: texts[number].utf8.dropFirst(first).prefix(last - first), as: UTF8.self)
      return TextLine(depth: lines[number].depth, text: text)
    }
    place = start.line + 1...end.line + 1
    total = max(end.line + 1, texts.last?.isEmpty == true ? texts.count - 1 : texts.count)
    characters = self.lines.map(\.text.unicodeScalars.count).reduce(0, +)
    allCharacters = texts.map(\.unicodeScalars.count).reduce(0, +)
  }

  /// Where words end the first time behind a place.
  private static func end(
    of words: Words, in texts: [String], behind place: (line: Int, byte: Int)
  ) -> (line: Int, byte: Int)? {
    for number in place.line..<texts.count {
      let behind = number == place.line ? place.byte : 0
      if let byte = words.place(in: texts[number], behind: behind) { return (number, byte + words.count) }
    }
    return nil
  }
}

/// Words that are looked for in many lines (Knuth, Morris and Pratt, 1977): in time that grows with the lines alone.
private struct Words {
  /// How many bytes they have.
  var count: Int { bytes.count }

  private let bytes: [UInt8]
  /// How much of the words still fits where they fit up to a byte and no further.
  private let fallbacks: [Int]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var fallbacks = [Int](repeating: 0, count: bytes.count)
    var matched = 0
    for place in bytes.indices.dropFirst() {
      while matched > 0, bytes[matched] != bytes[place] { matched = fallbacks[matched - 1] }
      if bytes[matched] == bytes[place] { matched += 1 }
      fallbacks[place] = matched
    }
    self.fallbacks = fallbacks
  }

  /// The byte at which they first begin in a text, not before a place.
  func place(in text: String, behind: Int = 0) -> Int? {
    var text = text
    return text.withUTF8 { line -> Int? in
      guard !bytes.isEmpty, behind < line.count else { return nil }
      var matched = 0
      for place in behind..<line.count {
        while matched > 0, bytes[matched] != line[place] { matched = fallbacks[matched - 1] }
        if bytes[matched] == line[place] { matched += 1 }
        if matched == bytes.count { return place + 1 - matched }
      }
      return nil
    }
  }
}
