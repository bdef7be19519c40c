import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Storage

/// Bytes in memory, in files, and in both.
@Suite struct StoredBytesTests {
  private static let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 11) }

  private static func file(_ url: URL, _ bytes: [UInt8] = bytes) throws -> StoredFile {
    try Data(bytes).write(to: url)
    return try stored(url)
  }

  private static func stored(_ url: URL) throws -> StoredFile {
    var status = stat()
    try #require(stat(url.path, &status) == 0)
    return StoredFile(path: url.path, size: Int(status.st_size), stamp: FileStamp(status))
  }

  private static func error(_ bytes: StoredBytes) -> StorageError? {
    do throws(StorageError) {
      _ = try bytes.whole()
      return nil
    } catch {
      return error
    }
  }

  @Test func whatWasPutInComesOutInOrder() throws {
    try withTemporaryFolder { folder in
      let file = try Self.file(folder.appendingPathComponent("a"))
      let scratch = try #require(ScratchFile(in: folder.path))
      let kept = try #require(scratch.add([1, 2, 3]))
      let more = try #require(scratch.add(Array(Self.bytes.reversed())))
      var all = StoredBytes([9, 8])
      all.append(StoredBytes(file))
      all.append(kept)
      all.append(more)
      let expected = [9, 8] + Self.bytes + [1, 2, 3] + Self.bytes.reversed()
      #expect(try all.whole() == expected)
      #expect(all.count == expected.count)
      #expect(all.array == nil)
      #expect(all.files == [file])
    }
  }

  @Test func partsAreTheSameBytesWhereverTheyLie() throws {
    try withTemporaryFolder { folder in
      let file = try Self.file(folder.appendingPathComponent("a"))
      let scratch = try #require(ScratchFile(in: folder.path))
      var random = SeededRandom(seed: 5)
      var mixed = StoredBytes(Array(Self.bytes[..<1_000]))
      mixed.append(StoredBytes(file, 1_000..<300_000))
      mixed.append(try #require(scratch.add(Array(Self.bytes[300_000...]))))
      for _ in 0..<50 {
        let ranges = (0..<Int.random(in: 0...5, using: &random)).map { _ in
          let start = Int.random(in: 0...Self.bytes.count, using: &random)
          return start..<Int.random(in: start...Self.bytes.count, using: &random)
        }
        let expected = ranges.flatMap { Self.bytes[$0] }
        for source in [StoredBytes(Self.bytes), StoredBytes(file), mixed] {
          let parts = source.parts(ranges)
          #expect(parts.count == expected.count)
          #expect(try parts.whole() == expected)
        }
      }
    }
  }

  /// What was read once and printed with its hash must not be followed by other bytes.
  @Test func aFileThatIsNotTheSameAnyMoreIsNotRead() throws {
    let spoilers: [(String, (URL) throws -> Void)] = [
      ("shorter", { truncate($0.path, 10) }),
      ("gone", { try FileManager.default.removeItem(at: $0) }),
      (
        "another file",
        {
          try FileManager.default.removeItem(at: $0)
          try Data(Self.bytes).write(to: $0)
        }
      ),
      (
        "a link to another",
        {
          let other = $0.deletingLastPathComponent().appendingPathComponent("other")
          try Data(Self.bytes).write(to: other)
          try FileManager.default.removeItem(at: $0)
          try FileManager.default.createSymbolicLink(at: $0, withDestinationURL: other)
        }
      ),
      (
        "a pipe",
        {
          try FileManager.default.removeItem(at: $0)
          mkfifo($0.path, 0o600)
        }
      ),
    ]
    for (name, spoil) in spoilers {
      try withTemporaryFolder { folder in
        let url = folder.appendingPathComponent("a")
        let file = try Self.file(url)
        #expect(file.isUnchanged, "\(name)")
        try spoil(url)
        #expect(!file.isUnchanged, "\(name)")
        #expect(Self.error(StoredBytes(file)) == .changed, "\(name)")
      }
    }
  }

  @Test func aFileWrittenToWhileItIsReadIsNoticed() throws {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("a")
      let bytes = StoredBytes(try Self.file(url))
      var error: StorageError?
      var isFirst = true
      do throws(StorageError) {
        try bytes.read { _ in
          defer { isFirst = false }
          // In place and of the same length: only its times tell.
          if isFirst, let handle = try? FileHandle(forWritingTo: url) {
            Thread.sleep(forTimeInterval: 0.02)
            handle.write(Data([0xFF]))
            try? handle.close()
          }
          return true
        }
      } catch let caught {
        error = caught
      }
      #expect(error == .changed)
    }
  }

  @Test func onlyAFileThatWasLeftAloneIsSettled() throws {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("a")
      #expect(try !Self.file(url, [1]).stamp.isSettled)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -10)], ofItemAtPath: url.path)
      #expect(try Self.stored(url).stamp.isSettled)
    }
  }

  @Test func aScratchFileHasNoNameAndTakesManyAtOnce() throws {
    try withTemporaryFolder { folder in
      let scratch = try #require(ScratchFile(in: folder.path))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
      let kept = Mutex<[(Int, StoredBytes)]>([])
      DispatchQueue.concurrentPerform(iterations: 16) { number in
        let bytes = [UInt8](repeating: UInt8(number), count: 1_000 * (number + 1))
        if let stored = scratch.add(bytes) { kept.withLock { $0.append((number, stored)) } }
      }
      let all = kept.withLock { $0 }
      #expect(all.count == 16)
      for (number, stored) in all {
        #expect(try stored.whole() == [UInt8](repeating: UInt8(number), count: 1_000 * (number + 1)))
      }
    }
    #expect(ScratchFile(in: "/nowhere-at-all") == nil)
  }
}
