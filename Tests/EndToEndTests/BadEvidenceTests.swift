import Foundation
import TestSupport
import Testing

@Suite struct BadEvidenceTests {
  /// A first exhibit of this name, whose content `make` lays down.
  static func evidence(_ name: String, _ file: String, _ make: @escaping (URL) throws -> Void) -> BadCase {
    BadCase(name) { desk in
      try desk.change("example:de/1-objection.png", file)
      try make(desk.path(file))
    }
  }

  @Test func `files that cannot become exhibits`() throws {
    let pdf = Data("%PDF-1.7\n%\u{E2}\u{E3}\n1 0 obj\n<<>>\nendobj\n".utf8)
    Golden.check(
      try BadCase.refusals([
        Self.evidence("not there", "Qxjz.png") { _ in },
        Self.evidence("empty", "Qxjz.png") { try Data().write(to: $0) },
        Self.evidence("a folder", "Qxjz.png") {
          try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: false)
        },
        Self.evidence("500 megabytes", "Qxjz.png") { url in
          try Data().write(to: url)
          // Sparse: it has the size and takes no room.
          let handle = try FileHandle(forWritingTo: url)
          try handle.truncate(atOffset: 500 << 20)
          try handle.close()
        },
        Self.evidence("a PDF that says it is a PNG", "Qxjz.png") { try pdf.write(to: $0) },
        Self.evidence("a PDF", "Qxjz.pdf") { try pdf.write(to: $0) },
        Self.evidence("a PNG cut short", "Qxjz.png") { url in
          let whole = Repository.root.appendingPathComponent("templates/meta-ai/example/evidence/de/1-objection.png")
          try Data(contentsOf: whole).prefix(300).write(to: url)
        },
        Self.evidence("words that say they are a picture", "Qxjz.jpg") { try Data("Qxjz".utf8).write(to: $0) },
      ]), "evidence")
  }

  @Test func `all that is wrong is said at once`() throws {
    let many = BadCase("many") { desk in
      try desk.change("example:de/1-objection.png", "Qxjz.png")
      try desk.change("example:de/3-answer.jpg", "Qxjz.jpg")
      try desk.change("given_name: Qxjza", "given_name: \"Qxjz\\u0007\"")
      try desk.change("\"04109\"", "4109")
      try desk.change("date: 2026-08-03\n    date_basis", "date: 2027-08-03\n    date_basis")
    }
    Golden.check(try many.refusal(errors: 5), "many")
  }
}
