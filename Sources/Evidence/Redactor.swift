import Matter

/// Blacks out words of an exhibit before anything is made of it, and counts what it found.
///
/// Found are the words in either case, divided at line ends, with other blanks, quotation marks and dashes, in
/// characters taken apart or put together, and written as addresses, JSON, HTML or base64 write them.
struct Redactor {
  /// What stands in place of words.
  let marker: String
  private let patterns: [SearchPattern]
  private let names: [String]
  private var found: Set<Int> = []

  /// A text longer than this, in scalars, is cut before it is searched; no exhibit prints as much.
  static let longestText = 200_000

  init(_ redaction: Redaction, marker: String) {
    self.marker = marker
    patterns =
      redaction.words.map { SearchPattern($0, hasGaps: false) }
      + redaction.patterns.map { SearchPattern($0, hasGaps: true) }
    names = redaction.words.indices.map { "words.\($0 + 1)" } + redaction.patterns.indices.map { "patterns.\($0 + 1)" }
  }

  /// Whether there are words to look for.
  var hasWords: Bool { !patterns.isEmpty }
  /// What says too little to be searched for, by its place in the matter.
  var unspecific: [String] { patterns.indices.filter { !patterns[$0].isSpecific }.map { names[$0] } }
  /// What was not found so far.
  var missing: [String] { names.indices.filter { !found.contains($0) }.map { names[$0] } }

  /// A text without the words.
  mutating func text(_ text: String) -> String {
    let lines = self.lines([TextLine(depth: 0, text: text)])
    return lines.kept.map(\.text).joined()
  }

  /// A text that may be missing.
  mutating func text(_ text: String?) -> String? { text.map { self.text($0) } }

  /// Lines without the words, also where words go on in the next line; and how many characters were cut at the end.
  mutating func lines(_ lines: [TextLine]) -> (kept: [TextLine], cut: Int) {
    guard hasWords else { return (lines, 0) }
    var (scalars, starts, used): ([Unicode.Scalar], [Int], [TextLine]) = ([], [], [])
    var cut = 0
    for line in lines {
      let text = line.text.composed.unicodeScalars
      guard scalars.count + text.count <= Self.longestText else {
        cut += line.text.count
        continue
      }
      // What follows a line that was cut must not slip in.
      guard cut == 0 else {
        cut += line.text.count
        continue
      }
      starts.append(scalars.count)
      used.append(line)
      scalars += text
      scalars.append("\n")
    }
    let hidden = hiddenScalars(scalars)
    for index in used.indices {
      let end = index + 1 < starts.count ? starts[index + 1] : scalars.count
      used[index].text = shown(scalars, hidden, starts[index]..<(end - 1))
    }
    return (used, cut)
  }

  /// Which scalars are to be blacked out.
  private mutating func hiddenScalars(_ scalars: [Unicode.Scalar]) -> [Bool] {
    var hidden = [Bool](repeating: false, count: scalars.count)
    var texts = [SearchText(scalars)]
    // The source of a mail, shown as it is: what its signs mean, besides what they are.
    if SearchText.holdsQuotedPrintable(scalars) { texts.append(SearchText(scalars, isQuotedPrintable: true)) }
    for text in texts {
      for (index, pattern) in patterns.enumerated() {
        for match in pattern.matches(in: text.units) {
          found.insert(index)
          // From the first to the last: what was skipped on the way, such as a soft hyphen, goes too.
          for place in text.places[match.lowerBound].lowerBound..<text.places[match.upperBound - 1].upperBound {
            hidden[place] = true
          }
        }
      }
    }
    for token in Base64Token.all(in: scalars) {
      for (index, pattern) in patterns.enumerated()
      where token.readings.contains(where: { !pattern.matches(in: $0.units).isEmpty }) {
        found.insert(index)
        for place in token.place { hidden[place] = true }
      }
    }
    return hidden
  }

  /// A stretch with each run of hidden scalars as one marker; a run that began in the line before has its marker there.
  private func shown(_ scalars: [Unicode.Scalar], _ hidden: [Bool], _ stretch: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    for place in stretch {
      guard hidden[place] else {
        result.append(scalars[place])
        continue
      }
      if place == 0 || !hidden[place - 1] { result.append(contentsOf: marker.unicodeScalars) }
    }
    return String(result)
  }
}

/// A run of letters that may be base64 of something (RFC 4648, sections 4 and 5), also over the ends of full lines.
struct Base64Token {
  let place: Range<Int>
  /// What it says, beginning at each of the places where a group of four may begin.
  let readings: [SearchText]

  /// Shorter runs hold no word that is searched for.
  private static let shortest = 8
  /// Encoders fill lines of 60 to 76 letters; a line with fewer of them than this is no line of theirs.
  private static let fullLine = 32

  static func all(in scalars: [Unicode.Scalar]) -> [Base64Token] {
    var tokens: [Base64Token] = []
    var (start, line, place) = (0, 0, 0)
    while place <= scalars.count {
      if place < scalars.count, value(of: scalars[place]) != nil {
        place += 1
        continue
      }
      if place - line >= fullLine, let next = nextLine(scalars, behind: place) {
        (line, place) = (next, next)
        continue
      }
      if place - start >= shortest { tokens.append(Base64Token(scalars, start..<place)) }
      place += 1
      (start, line) = (place, place)
    }
    return tokens
  }

  /// Where the letters go on behind a line's end, blanks and marks of quoting; nil where they do not.
  private static func nextLine(_ scalars: [Unicode.Scalar], behind place: Int) -> Int? {
    var next = place
    while next < scalars.count, scalars[next] == " " || scalars[next] == "\r" { next += 1 }
    guard next < scalars.count, scalars[next] == "\n" else { return nil }
    while next < scalars.count, "\n> \t".unicodeScalars.contains(scalars[next]) { next += 1 }
    return next < scalars.count && value(of: scalars[next]) != nil ? next : nil
  }

  private init(_ scalars: [Unicode.Scalar], _ place: Range<Int>) {
    self.place = place
    let digits = scalars[place].compactMap(Self.value)
    readings = (0..<4).map { shift in
      var (bytes, bits, filled): ([UInt8], UInt32, Int) = ([], 0, 0)
      for digit in digits.dropFirst(shift) {
        (bits, filled) = (bits << 6 | digit, filled + 6)
        if filled >= 8 {
          filled -= 8
          bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(filled)))
        }
      }
      return SearchText(Array(String(decoding: bytes, as: UTF8.self).composed.unicodeScalars))
    }
  }

  private static func value(of scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x41...0x5A: scalar.value - 0x41
    case 0x61...0x7A: scalar.value - 0x61 + 26
    case 0x30...0x39: scalar.value - 0x30 + 52
    case 0x2B, 0x2D: 62
    case 0x2F, 0x5F: 63
    default: nil
    }
  }
}
