import Foundation
import Storage
import Testing

@testable import Haru

@Suite struct FileTests {
  /// A folder of its own, gone afterwards.
  static func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "haru-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path(percentEncoded: false))
  }

  static func document(embedding path: String) throws -> HaruDocument {
    var status = stat()
    try #require(stat(path, &status) == 0)
    let file = StoredFile(path: path, size: Int(status.st_size), stamp: FileStamp(status))
    var document = try HaruDocument()
    try HaruTests.fill(&document)
    let object = try document.reserve()
    document.define(object, data: .stored(StoredBytes(file))) { _ in }
    return document
  }

  @Test func aFileIsTheSameAsMemoryAndPrivate() throws {
    try Self.inFolder { folder in
      let source = folder + "/source"
      let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try Data(bytes).write(to: URL(filePath: source))
      var document = try Self.document(embedding: source)
      try document.save(toFile: folder + "/out.pdf")
      let written = try Data(contentsOf: URL(filePath: folder + "/out.pdf"))
      var again = try Self.document(embedding: source)
      #expect(Array(written) == (try again.save()))
      #expect(written.range(of: Data(bytes)) != nil)
      let mode = try FileManager.default.attributesOfItem(atPath: folder + "/out.pdf")[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test(arguments: [-1, 1])
  func aFileThatChangedIsAnErrorAndLeavesNothing(difference: Int) throws {
    try Self.inFolder { folder in
      let source = folder + "/source"
      try Data(repeating: 1, count: 1_000).write(to: URL(filePath: source))
      var document = try Self.document(embedding: source)
      truncate(source, 1_000 + difference)
      do throws(HaruError) {
        try document.save(toFile: folder + "/out.pdf")
        Issue.record("a file of another length was embedded")
      } catch {
        #expect(error == .fileChanged)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["source"])
    }
  }

  @Test func nothingIsOverwritten() throws {
    try Self.inFolder { folder in
      let path = folder + "/out.pdf"
      try Data("kept".utf8).write(to: URL(filePath: path))
      var document = try HaruDocument()
      try HaruTests.fill(&document)
      do throws(HaruError) {
        try document.save(toFile: path)
        Issue.record("an existing file was overwritten")
      } catch {
        #expect(error == .file(errno: EEXIST))
      }
      #expect(try Data(contentsOf: URL(filePath: path)) == Data("kept".utf8))
    }
  }

  @Test func aFullDiskIsAnError() throws {
    // /dev/full takes nothing, as a disk without room does
    let descriptor = open("/dev/full", O_WRONLY)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    var document = try HaruDocument()
    try HaruTests.fill(&document)
    do throws(HaruError) {
      try document.save(to: descriptor)
      Issue.record("nothing was written, and nobody said so")
    } catch {
      #expect(error == .file(errno: ENOSPC))
    }
  }
}
