import Glibc
import Testing

@testable import LocalWorld

@Suite("Files appear whole or not at all")
struct OutputFileTests {
  let folder: String

  init() throws {
    var template = Array("/tmp/complain-output-XXXXXX".utf8CString)
    folder = String(cString: try #require(mkdtemp(&template)))
  }

  @Test func isPrivateToItsOwner() throws {
    let path = try OutputFile.write([1, 2, 3], to: folder + "/a.pdf", collision: .abort)
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(try InputFile.read(path) == [1, 2, 3])
  }

  @Test func refusesATakenName() throws {
    _ = try OutputFile.write([1], to: folder + "/a.pdf", collision: .abort)
    #expect(throws: OutputFile.Failure.exists) {
      try OutputFile.write([2], to: folder + "/a.pdf", collision: .abort)
    }
    #expect(try InputFile.read(folder + "/a.pdf") == [1])
    #expect(FolderListing.names(in: folder) == ["a.pdf"])
  }

  @Test func countsUpBesideATakenName() throws {
    _ = try OutputFile.write([1], to: folder + "/a.pdf", collision: .abort)
    #expect(try OutputFile.write([2], to: folder + "/a.pdf", collision: .suffix) == folder + "/a-2.pdf")
    #expect(try OutputFile.write([3], to: folder + "/a.pdf", collision: .suffix) == folder + "/a-3.pdf")
  }

  @Test func replacesWhenAsked() throws {
    _ = try OutputFile.write([1], to: folder + "/a.pdf", collision: .abort)
    #expect(try OutputFile.write([2], to: folder + "/a.pdf", collision: .overwrite) == folder + "/a.pdf")
    #expect(try InputFile.read(folder + "/a.pdf") == [2])
  }

  @Test func namesWhyNothingWasWritten() throws {
    #expect(throws: OutputFile.Failure.noFolder) {
      try OutputFile.write([1], to: folder + "/none/a.pdf", collision: .abort)
    }
    #expect(throws: OutputFile.Failure.isFolder) { try OutputFile.write([1], to: folder, collision: .overwrite) }
  }

  @Test func readsWithinALimitOnly() throws {
    let path = try OutputFile.write([UInt8](repeating: 7, count: 5_000), to: folder + "/b", collision: .abort)
    #expect(try InputFile.read(path).count == 5_000)
    #expect(throws: InputFile.Failure.tooLarge(bytes: 5_000)) { try InputFile.read(path, limit: 4_999) }
    #expect(throws: InputFile.Failure.isFolder) { try InputFile.read(folder) }
    #expect(throws: InputFile.Failure.missing) { try InputFile.read(folder + "/none") }
  }
}
