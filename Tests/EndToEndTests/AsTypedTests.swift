import Foundation
import TestSupport
import Testing

/// What a person writes is printed as it was written, whatever it means elsewhere.
@Suite struct AsTypedTests {
  @Test(
    arguments: [
      "{{person.city}} {{#x}}", "[](gdpr:21(1))", "a](b) [c](d)", "<b>fett</b> &amp; &lt;", "*nicht* **fett** `code`",
      "# keine Überschrift", "~ 1. - > |", "\\{ \\* \\\\", "O’Neill-Żółć Ðorđević", "Ngô Thị Hồng",
    ])
  func `a name is printed as typed`(name: String) throws {
    try Desk.with { desk in
      try desk.change("given_name: Erika", "given_name: '\(name)'")
      let outcome = try desk.draft()
      try #require(outcome.status == 0, "\(outcome.errors)")
      let words = try desk.words()
      #expect(words.contains("\(name) Beispiel"))
      // Letterhead, table, text: everywhere.
      #expect(words.components(separatedBy: name).count > 3)
    }
  }

  @Test func `free text is printed as typed, and its line breaks stay`() throws {
    let lines = [
      "{{grounds.text}} steht hier {{/grounds}} und {{> caption}}.",
      "Ein Verweis [](case:C-252/21#106), ein <br> und 1 < 2.",
      "# Erstens", "- zweitens *ohne* Betonung", "    eingerückt", "[^1]: keine Fußnote",
    ]
    try Desk.with { desk in
      // The example folds its lines; here they stand.
      try desk.change("  language: de\n  text: >-\n", "  language: de\n  text: |\n")
      try desk.change(
        "    Ich pflege s",
        lines.map { "    \($0)\n" }.joined() + "    Ich pflege s")
      let outcome = try desk.draft()
      try #require(outcome.status == 0, "\(outcome.errors)")
      let words = try desk.words()
      for line in lines {
        // A line of its own: something ends before it and something begins after it.
        #expect(words.contains("\n\(line)\n"), "\(line)")
      }
    }
  }

  @Test func `combining marks are composed`() throws {
    try Desk.with { desk in
      try desk.change("given_name: Erika", "given_name: \"Zoe\u{308} Lu\u{30A}\"")
      try desk.change("Ich pflege s", "Fu\u{308}r meine Mutter: Ich pflege s")
      try #require(try desk.draft().status == 0)
      let words = Array(try desk.words().unicodeScalars)
      #expect(words.contains(sequence: "Zoë Lů Beispiel"))
      #expect(words.contains(sequence: "Für meine Mutter"))
      #expect(!words.contains("\u{308}"))
    }
  }

  @Test(arguments: ["דוד לוי", "محمد علي"])
  func `right-to-left letters keep their order`(name: String) throws {
    try Desk.with { desk in
      try desk.change("given_name: Erika", "given_name: \"\(name)\"")
      try desk.change("Ich pflege s", "\(name) sagt: Ich pflege s s")
      let outcome = try desk.draft()
      try #require(outcome.status == 0, "\(outcome.errors)")
      let words = Array(try desk.words().unicodeScalars)
      #expect(words.contains(sequence: "\(name) Beispiel"))
      #expect(words.contains(sequence: "\(name) sagt: Ich pflege s"))
    }
  }
}

extension [Unicode.Scalar] {
  /// Whether these code points stand here in this order; strings would compare canonical equivalents.
  fileprivate func contains(sequence text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    return indices.contains { start in
      start + wanted.count <= count && self[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
