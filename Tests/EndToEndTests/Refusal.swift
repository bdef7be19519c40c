import Foundation
import TestSupport
import Testing

/// A matter in which every personal field holds a word that is found again wherever it leaks.
enum Marked {
  /// Stands in every personal field and nowhere else.
  static let word = "Qxjz"

  static func matter() throws -> String {
    var text = try Desk.sample()
    let changes = [
      ("given_name: Erika", "given_name: \(word)a"), ("family_name: Beispiel", "family_name: \(word)b"),
      ("street: Musterweg 5", "street: \(word)weg 5"), ("  # extra_line: Hinterhaus", "  extra_line: \(word)haus"),
      ("  city: Leipzig", "  city: \(word)stadt"), ("# date_of_birth: 1985-03-14", "date_of_birth: 1985-03-14"),
      ("  country: DE\n", "  country: DE\n"), ("# phone: \"+49 341 0000000\"", "phone: \"+49 \(word) 0000000\""),
      ("handle: erika.beispiel", "handle: \(word)h"), ("handle: erikab", "handle: \(word)i"),
      ("email: erika.beispiel@example.org   # the", "email: \(word)@example.org   # the"),
      ("  place: Leipzig", "  place: \(word)"),
    ]
    for (old, new) in changes { text = try text.changed(old, new) }
    // The example's prose is nobody's business here: a word goes before whatever stands there.
    text.replace(/((reasons|text|today|transcript): [|>][^\n]*\n +)/) { $0.1 + word + " " }
    text.replace(/((caption|alt): )/) { $0.1 + word + " " }
    return text
  }
}

/// A matter that must not become a complaint.
struct BadCase {
  var name: String
  /// Makes the desk bad; the matter on it is the marked one.
  var spoil: (Desk) throws -> Void
  var arguments: [String] = []

  init(_ name: String, _ arguments: [String] = [], _ spoil: @escaping (Desk) throws -> Void) {
    (self.name, self.arguments, self.spoil) = (name, arguments, spoil)
  }

  /// A case that is one change of the matter.
  static func change(_ name: String, _ old: String, _ new: String) -> BadCase {
    BadCase(name) { try $0.change(old, new) }
  }

  /// Drafts it over an existing file, expects one error with a hint and nothing else, and gives that error.
  func refusal(errors count: Int = 1) throws -> String {
    try withTemporaryFolder { folder in
      let desk = Desk(folder: folder)
      try desk.write("matter.yaml", try Marked.matter())
      try spoil(desk)
      try desk.write("precious.pdf", "precious")
      let before = try desk.names()
      let outcome = try desk.run(
        ["draft", "--date", today, "--on-collision", "overwrite", "--output", "precious.pdf"] + arguments
          + ["matter.yaml"])
      #expect(outcome.status == 65, "\(name)")
      #expect(outcome.text.isEmpty, "\(name)")
      #expect(outcome.errorBlocks.count == count, "\(name): \(outcome.errors)")
      for block in outcome.errorBlocks { #expect(block.contains("\nhint: "), "\(name): \(block)") }
      #expect(!outcome.errors.contains(Marked.word), "\(name): \(outcome.errors)")
      #expect(!outcome.errors.lowercased().contains("erika"), "\(name): \(outcome.errors)")
      #expect(!outcome.errors.contains(folder.path), "\(name): \(outcome.errors)")
      #expect(try desk.names() == before, "\(name)")
      #expect(try desk.bytes("precious.pdf") == Data("precious".utf8), "\(name)")
      return "## \(name)\n" + outcome.errorBlocks.joined(separator: "\n") + "\n"
    }
  }

  static func refusals(_ cases: [BadCase]) throws -> String {
    var all: [String] = []
    try withEvery("case", in: cases) { all.append(try $0.refusal()) }
    return all.joined(separator: "\n")
  }
}
