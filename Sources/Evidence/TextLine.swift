/// A line of a mail's text without the marks of its quoting.
struct TextLine: Hashable {
  /// How often it was quoted: 0 is the sender's own.
  var depth: Int
  /// The characters.
  var text: String

  /// Whether nothing but blanks is in it.
  var isBlank: Bool { text.allSatisfy { $0 == " " || $0 == "\t" || $0 == "\u{A0}" } }

  /// Deeper quoting than this is shown at this depth.
  static let deepest = 8
}

/// Plain text of a mail into lines (RFC 3676, 4.5 for quoting).
enum PlainText {
  /// Takes a text apart.
  ///
  /// - Parameters:
  ///   - isFlowed: whether a line that ends with a space goes on in the next one (`format=flowed`).
  ///   - deletesSpace: whether that space is not part of the text (`delsp=yes`).
  static func lines(of text: String, isFlowed: Bool, deletesSpace: Bool) -> [TextLine] {
    let raw = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    return isFlowed ? flowed(raw, deletesSpace: deletesSpace) : raw.map(fixed)
  }

  private static func fixed(_ line: Substring) -> TextLine {
    var rest = line
    var depth = 0
    // Most programs write `> >`, some `>>`; a single space belongs to the mark.
    while rest.first == ">" {
      depth += 1
      rest = rest.dropFirst()
      if rest.first == " " { rest = rest.dropFirst() }
    }
    return TextLine(depth: min(depth, TextLine.deepest), text: String(rest))
  }

  private static func flowed(_ raw: [Substring], deletesSpace: Bool) -> [TextLine] {
    var lines: [TextLine] = []
    var continues = false
    for line in raw {
      var marks = line.prefix { $0 == ">" }.count
      var rest = line.dropFirst(marks)
      // Marks are to follow each other without spaces; some programs write `> >` here too.
      while marks > 0, rest.hasPrefix(" >") {
        marks += 1
        rest = rest.dropFirst(2)
      }
      // A leading space was stuffed in so that the line would not look like a quoted one.
      if rest.first == " " { rest = rest.dropFirst() }
      let depth = min(marks, TextLine.deepest)
      let isSignature = rest == "-- "
      let goesOn = rest.last == " " && !isSignature
      if goesOn, deletesSpace { rest = rest.dropLast() }
      if continues, !isSignature, let last = lines.indices.last, lines[last].depth == depth {
        lines[last].text += rest
      } else {
        lines.append(TextLine(depth: depth, text: String(rest)))
      }
      continues = goesOn
    }
    return lines
  }
}
