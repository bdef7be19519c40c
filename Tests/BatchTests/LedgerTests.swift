import Batch
import Foundation
import Testing

/// What the ledger of a batch leaves in its folder.
@Suite struct LedgerTests {
  @Test func `closed, it leaves no journal, though somebody still holds it`() throws {
    let folder = NSTemporaryDirectory() + "ledger-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let ledger = try Ledger(in: folder, key: Array(repeating: 7, count: 32))
    #expect(try ledger.beginRun() == 1)
    #expect(FileManager.default.fileExists(atPath: "\(folder)/\(Ledger.journal)"))
    try withExtendedLifetime(ledger) {
      try ledger.close()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [Ledger.name])
    }
    // And the next can have it.
    #expect(try Ledger(in: folder).beginRun() == 2)
  }
}
