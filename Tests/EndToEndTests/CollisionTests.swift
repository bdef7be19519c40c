import Foundation
import TestSupport
import Testing

@Suite struct CollisionTests {
  static let precious = Data("precious".utf8)

  @Test func `a file that is there is left alone`() throws {
    try Desk.with { desk in
      try Self.precious.write(to: desk.path("complaint-DE.pdf"))
      for arguments in [[], ["--on-collision", "abort"]] {
        let outcome = try desk.run(["draft", "--date", today] + arguments + ["matter.yaml"])
        #expect(outcome.status == 64)
        #expect(
          outcome.errorBlocks == [
            """
            error: a file of this name is there already
            hint: give another name with --output, or say --on-collision overwrite or suffix
            """
          ])
        #expect(outcome.text.isEmpty)
        #expect(try desk.bytes("complaint-DE.pdf") == Self.precious)
        #expect(try desk.names() == ["complaint-DE.pdf", "matter.yaml"])
      }
    }
  }

  @Test func `overwrite replaces it`() throws {
    try Desk.with { desk in
      try Self.precious.write(to: desk.path("complaint-DE.pdf"))
      #expect(try desk.draft("--on-collision", "overwrite").status == 0)
      #expect(try desk.bytes("complaint-DE.pdf").starts(with: Data("%PDF-".utf8)))
      #expect(try desk.names() == ["complaint-DE.pdf", "matter.record.yaml", "matter.yaml"])
    }
  }

  @Test func `suffix counts on, and says which name it took`() throws {
    try Desk.with { desk in
      try Self.precious.write(to: desk.path("complaint-DE.pdf"))
      for number in [2, 3] {
        let outcome = try desk.draft("--on-collision", "suffix")
        #expect(outcome.status == 0)
        #expect(outcome.text.hasPrefix("Written: \(desk.path("complaint-DE-\(number).pdf").path)\n"))
      }
      #expect(try desk.bytes("complaint-DE.pdf") == Self.precious)
      #expect(try desk.bytes("complaint-DE-2.pdf") == desk.bytes("complaint-DE-3.pdf"))
      #expect(
        try desk.names() == [
          "complaint-DE-2.pdf", "complaint-DE-3.pdf", "complaint-DE.pdf", "matter.record.yaml", "matter.yaml",
        ])
    }
  }
}
