import Foundation
import TestSupport
import Testing

@testable import Batch

/// ZIP files.
@Suite struct ZipArchiveTests {
  private static func archive(_ folder: URL, _ names: [String]) throws {
    let archive = try ZipArchive(folder.appendingPathComponent("all.zip").path)
    for name in names {
      let file = folder.appendingPathComponent("file")
      try Data("content of \(name)".utf8).write(to: file)
      try archive.add(file.path, as: name, size: "content of \(name)".utf8.count)
    }
    try archive.finish()
  }

  private static func listed(_ folder: URL) throws -> String {
    let script = """
      import sys,zipfile
      z = zipfile.ZipFile(sys.argv[1])
      print(z.testzip(), [(i.filename, i.date_time[:3], i.external_attr >> 16 & 0o777) for i in z.infolist()][-2:], len(z.infolist()))
      """
    return try Subprocess.run("python3", ["-c", script, folder.appendingPathComponent("all.zip").path]).text
  }

  @Test func `names keep their letters in every locale, and there is no clock in it`() throws {
    try withTemporaryFolder { folder in
      try Self.archive(folder, ["M-1.pdf", "M-1-annexes/Ärger – 1.eml"])
      #expect(
        try Self.listed(folder)
          == "None [('M-1.pdf', (1980, 1, 1), 384), ('M-1-annexes/Ärger – 1.eml', (1980, 1, 1), 384)] 2\n")
      let bytes = try Data(contentsOf: folder.appendingPathComponent("all.zip"))
      try Self.archive(folder, ["M-1.pdf", "M-1-annexes/Ärger – 1.eml"])
      #expect(try Data(contentsOf: folder.appendingPathComponent("all.zip")) == bytes)
    }
  }

  @Test func `more files than a ZIP file of the old kind can count are in it`() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("file")
      try Data("x".utf8).write(to: file)
      let archive = try ZipArchive(folder.appendingPathComponent("all.zip").path)
      for number in 0..<66_000 { try archive.add(file.path, as: "M-\(number).pdf", size: 1) }
      try archive.finish()
      #expect(try Self.listed(folder).hasSuffix("('M-65999.pdf', (1980, 1, 1), 384)] 66000\n"))
    }
  }

  @Test func `a file that is not what it was is a failure, and leaves what was there`() throws {
    try withTemporaryFolder { folder in
      try Self.archive(folder, ["M-1.pdf"])
      let before = try Data(contentsOf: folder.appendingPathComponent("all.zip"))
      let file = folder.appendingPathComponent("file")
      for (source, size) in [(file.path, 1_000), (file.path, 3), (folder.appendingPathComponent("none").path, 3)] {
        var failure: ZipArchive.Failure?
        do {
          let archive = try ZipArchive(folder.appendingPathComponent("all.zip").path)
          try archive.add(source, as: "M-2.pdf", size: size)
          try archive.finish()
        } catch let error as ZipArchive.Failure { failure = error }
        #expect(failure != nil, "\(size)")
      }
      #expect(try Data(contentsOf: folder.appendingPathComponent("all.zip")) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["all.zip", "file"])
    }
  }
}
