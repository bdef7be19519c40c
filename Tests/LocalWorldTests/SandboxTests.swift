import Evidence
import Foundation
import Glibc
import TestSupport
import Testing

@testable import LocalWorld

@Suite("Foreign files are converted under limits, and nothing is left behind")
struct SandboxTests {
  /// A folder of this test alone, so that what is left behind shows.
  private let parent: String

  init() throws {
    var template = Array("/tmp/complain-sandbox-test-XXXXXX".utf8CString)
    parent = String(cString: try #require(mkdtemp(&template)))
  }

  private func sandbox(_ limits: Sandbox.Limits = .init()) throws -> Sandbox {
    guard let sandbox = Sandbox(in: parent, programs: "/usr/bin", limits: limits) else { throw NoSandbox() }
    return sandbox
  }

  private struct NoSandbox: Error {}

  private func outcome(
    of program: String, _ arguments: String..., limits: Sandbox.Limits = .init()
  ) throws -> Sandbox.Outcome {
    let sandbox = try sandbox(limits)
    return sandbox.run(program, arguments)
  }

  @Test func aRunThatNeverEndsIsEnded() throws {
    var limits = Sandbox.Limits()
    limits.seconds = 1
    #expect(try outcome(of: "sleep", "60", limits: limits) == .tookTooLong)
  }

  @Test func aFileThatGrowsTooLargeIsAnOutcomeOfItsOwn() throws {
    var limits = Sandbox.Limits()
    limits.fileBytes = 100_000
    #expect(try outcome(of: "dd", "if=/dev/zero", "of=out", "bs=1000000", "count=1", limits: limits) != .done)
  }

  @Test func memoryIsBounded() throws {
    var limits = Sandbox.Limits()
    limits.memory = 200 << 20
    #expect(try outcome(of: "dd", "if=/dev/zero", "of=/dev/null", "bs=400M", "count=1", limits: limits) == .failed)
    #expect(try outcome(of: "dd", "if=/dev/zero", "of=/dev/null", "bs=400M", "count=1") == .done)
  }

  @Test func insideThereIsNoNetworkAndNothingOfThePersons() throws {
    guard Sandbox.canIsolate(programs: "/usr/bin") else {
      print("SKIPPED: isolation is not checked; bubblewrap does not work on this system")
      #expect(!Repository.isCI)
      return
    }
    let mine = parent + "/mine"
    _ = try OutputFile.write(Array("secret".utf8), to: mine, collision: .abort)
    #expect(try outcome(of: "cat", "/usr/bin/cat") == .done)
    #expect(try outcome(of: "cat", mine) == .failed)
    #expect(try outcome(of: "cat", "/etc/passwd") == .failed)
    // Of the network only the loopback interface is there.
    #expect(try outcome(of: "grep", "-q", "eth\\|ens\\|enp\\|wl", "/proc/net/dev") == .failed)
  }

  @Test func theFolderIsPrivateAndGoneAfterwards() throws {
    do {
      let sandbox = try sandbox()
      let (written, run, files) = (
        sandbox.write([1, 2, 3], to: "in"), sandbox.run("cp", ["in", "out-1"]), sandbox.files("out")
      )
      #expect(written && run == .done && Array(ConvertedFiles(files)) == [[1, 2, 3]])
      let name = try #require(FolderListing.names(in: parent).first)
      var status = stat()
      #expect(stat("\(parent)/\(name)", &status) == 0 && status.st_mode & 0o777 == 0o700)
    }
    #expect(FolderListing.names(in: parent).isEmpty)
  }

  @Test func aLinkIsNoResult() throws {
    let sandbox = try sandbox()
    let (run, files) = (sandbox.run("ln", ["-s", "/etc/hostname", "out-1"]), sandbox.files("out"))
    #expect(run == .done && files.isEmpty)
  }

  // MARK: The programs

  private var converter: LocalConverter { LocalConverter(programs: "/usr/bin", temporary: parent) }

  private func format(_ files: ConvertedFiles) -> [EvidenceFormat] { files.map { EvidenceFormat(of: $0) } }

  /// The bytes a program makes of a picture.
  private func made(_ program: String, _ arguments: [String], from picture: [UInt8], as name: String) throws -> [UInt8]
  {
    let folder = parent + "/made"
    mkdir(folder, 0o700)
    _ = try OutputFile.write(picture, to: folder + "/a.png", collision: .overwrite)
    let run = try Subprocess.run("/usr/bin/\(program)", arguments, directory: URL(filePath: folder))
    #expect(run.status == 0, "\(run.errors)")
    return try InputFile.read("\(folder)/\(name)")
  }

  @Test func picturesOfEveryFormatAreConverted() throws {
    let webp = try made("cwebp", ["-quiet", "a.png", "-o", "a.webp"], from: Self.picture, as: "a.webp")
    #expect(format(try converter.convert(webp, .webpPicture, 1)) == [.png])
    let heic = try made("heif-enc", ["a.png", "-o", "a.heic"], from: Self.picture, as: "a.heic")
    #expect(format(try converter.convert(heic, .heifPicture, 1)) == [.jpeg])
    #expect(format(try converter.convert(Self.gif, .gifPicture, 1)) == [.png])
    #expect(format(try converter.convert(Self.movingGIF, .gifPicture, 1)) == [.png])
    #expect(format(try converter.convert(plainTIFF(pages: 3), .tiffPages, 60)) == [.png, .png, .png])
    #expect(try converter.convert(plainTIFF(pages: 5), .tiffPages, 2).count == 2)
  }

  @Test func spoiltFilesAreRefused() throws {
    let spoilt: [(Conversion, [UInt8])] = [
      (.webpPicture, Array("RIFF\u{24}\0\0\0WEBPVP8 spoilt".utf8)), (.gifPicture, Array("GIF89a".utf8)),
      (.heifPicture, [0, 0, 0, 24] + Array("ftypheic0000".utf8)), (.tiffPages, [0x49, 0x49, 0x2A, 0, 9, 9, 9, 9]),
      (.pdfPages, Array("%PDF-1.7\n".utf8)), (.pdfText, Array("%PDF-1.7\n".utf8)),
    ]
    for (conversion, bytes) in spoilt {
      #expect(throws: ConversionObstacle.refused, "\(conversion)") { try converter.convert(bytes, conversion, 1) }
    }
    #expect(FolderListing.names(in: parent).isEmpty)
  }

  @Test func aMissingProgramIsNamedWithItsPackage() {
    let bare = LocalConverter(programs: "/nowhere", temporary: parent)
    #expect(throws: ConversionObstacle.missingProgram("pdftoppm", package: "poppler-utils")) {
      try bare.convert([], .pdfPages, 1)
    }
  }

  // MARK: Pictures

  /// A grey square.
  private static let picture: [UInt8] = {
    let base64 =
      "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAAAAAA6mKC9AAAAD0lEQVR4nGNoQAMMI1sAAAUMgAFaSOXNAAAAAElFTkSuQmCC"
    return Data(base64Encoded: base64).map(Array.init) ?? []
  }()

  private static let gifHead: [UInt8] =
    Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0xFF, 0, 0, 0xFF, 0xFF, 0xFF]
  private static let gifFrame: [UInt8] =
    [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
  private static let gif = gifHead + gifFrame + [0x3B]
  private static let movingGIF =
    gifHead + [0x21, 0xFF, 0x0B] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0] + gifFrame + gifFrame + [0x3B]
}
