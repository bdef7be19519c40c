/// Texts as YAML scalars that read back as the same text.
enum YAMLText {
  /// A word of the schema as it is; anything else in quotes.
  static func scalar(_ word: String) -> String { isPlain(word) ? word : quoted(word) }

  /// A text: plain where nothing in it means anything, on lines of its own where it has several, else in quotes.
  ///
  /// - Parameter indent: blanks before each line of a text that has several.
  static func text(_ text: String, indent: Int) -> String {
    if isPlain(text), text.utf8.count <= Self.longLine { return text }
    guard text.contains("\n") || text.utf8.count > Self.longLine, isLiteral(text) else { return quoted(text) }
    let space = String(repeating: " ", count: indent)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return "|-\n" + lines.map { $0.isEmpty ? "" : space + $0 }.joined(separator: "\n")
  }

  /// Bytes from which a text stands on lines of its own, where it can be read and changed more easily.
  private static let longLine = 80

  /// A remark as comment lines of at most 100 characters; empty for none.
  static func remark(_ remark: String) -> String {
    var lines: [String] = []
    for word in remark.split(whereSeparator: \.isNewline).joined(separator: " ").split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= 98 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { "# \($0)\n" }.joined()
  }

  /// Letters, digits and single blanks between them: nothing that YAML, or another program, reads as something else.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, first.properties.isAlphabetic,
      last != " "
    else { return false }
    let words = ["yes", "no", "true", "false", "null", "on", "off", "y", "n"]
    guard !words.contains(text.lowercased()) || text == "no" || text == "yes" else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar == " " || scalar == "_" || scalar == "-" || scalar == "."
        || ("0"..."9").contains(scalar) || (scalar.properties.isAlphabetic && scalar.value < 0x250)
    }
  }

  /// Whether a text of several lines can stand as it is: it begins with no blank, and holds nothing YAML would change.
  private static func isLiteral(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, !["\n", " ", "\t"].contains(first), !text.hasSuffix("\n") else {
      return false
    }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0x10000...0x1FFFF: true
      default: false
      }
    }
  }

  /// A text in quotation marks.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: quoted += "\\\""
      case 0x5C: quoted += "\\\\"
      case 0x0A: quoted += "\\n"
      case 0x09: quoted += "\\t"
      case 0x0D: quoted += "\\r"
      case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0x10000...0x1FFFF: quoted.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return quoted + "\""
  }
}
