import Foundation
import TestSupport
import Testing

@testable import LocalWorld

@Suite struct RecordedFileTests {
  /// The SHA-256 of "abc" (FIPS 180-2).
  private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  private func write(_ text: String, _ path: String, in root: URL) throws {
    let file = root.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  @Test func onlyTheSameFileIsRemoved() throws {
    try withTemporaryFolder { root in
      try write("abc", "kit/a.pdf", in: root)
      try write("abcd", "kit/b.pdf", in: root)
      func file(_ path: String, _ digest: String? = Self.abc) throws -> RecordedFile {
        try #require(RecordedFile(path, in: root.path, sha256: digest))
      }
      #expect(try file("kit/a.pdf").state == .same)
      #expect(try file("kit/b.pdf").state == .changed)
      #expect(try file("kit/c.pdf").state == .gone)
      #expect(try file("none/c.pdf").state == .gone)
      #expect(try file("kit").state == .other)
      #expect(try file("kit", nil).state == .same)
      #expect(try file("kit/a.pdf", nil).state == .other)
      #expect(try !file("kit", nil).remove(), "there is something in it")
      #expect(try file("kit/a.pdf").remove() && file("kit/a.pdf").state == .gone)
      #expect(try !file("kit/b.pdf").remove() && file("kit/b.pdf").state == .changed)
      #expect(try file("kit/c.pdf").remove())
      #expect(try file("kit/b.pdf", nil).remove() == false)
      try FileManager.default.removeItem(at: root.appendingPathComponent("kit/b.pdf"))
      #expect(try file("kit", nil).remove() && file("kit", nil).state == .gone)
    }
  }

  @Test func aWholePathIsTakenAsItIs() throws {
    try withTemporaryFolder { root in
      try write("abc", "x/a.pdf", in: root)
      let file = try #require(RecordedFile(root.path + "/x/a.pdf", in: "/nowhere", sha256: Self.abc))
      #expect(file.state == .same)
      #expect(file.path == root.path + "/x/a.pdf")
      #expect(file.remove())
    }
  }

  @Test func noLinkIsFollowed() throws {
    try withTemporaryFolder { root in
      try write("abc", "real/a.pdf", in: root)
      let files = FileManager.default
      try files.createSymbolicLink(atPath: root.path + "/link", withDestinationPath: root.path + "/real")
      try files.createSymbolicLink(atPath: root.path + "/a.pdf", withDestinationPath: root.path + "/real/a.pdf")
      for path in ["link/a.pdf", "a.pdf"] {
        let file = try #require(RecordedFile(path, in: root.path, sha256: Self.abc))
        #expect(file.state == .other, "\(path)")
        #expect(!file.remove(), "\(path)")
      }
      #expect(files.fileExists(atPath: root.path + "/real/a.pdf"))
    }
  }

  @Test(arguments: ["", "..", "../a", "kit/../../a", "./a", "/x/../y", "/"])
  func aPathThatLeadsOutIsNone(path: String) { #expect(RecordedFile(path, in: "/tmp", sha256: nil) == nil) }
}
