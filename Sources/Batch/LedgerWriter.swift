import Dispatch
import Synchronization

/// Brings what a run made to the disk and then into the ledger, in groups, beside the work that goes on.
///
/// A row is committed after its files have their names and the file system was told to keep them; whoever is killed
/// between the two makes the row again, and gets the same bytes.
public final class LedgerWriter {
  /// How many made rows a group has at most.
  public static let group = 256
  /// From how many on a group does not wait for more if the one before is kept: else, when all rows are made, nobody works
  /// while the disk takes a whole group.
  private static let least = 64
  /// How many rows it has at most, those that are as they were among them.
  private static let most = 4096

  private let ledger: Ledger
  private let folder: FilingsFolder
  private let run: Int
  private let queue = DispatchQueue(label: "ledger")
  /// One group is written while the next comes together.
  private let turn = DispatchSemaphore(value: 1)
  private let failure = Shared()
  private var changes: [LedgerChange] = []
  private var made = 0

  /// Where the group being written leaves its failure.
  private final class Shared: Sendable {
    let error = Mutex<(any Error)?>(nil)
  }

  /// Begins.
  public init(_ ledger: Ledger, _ folder: FilingsFolder, run: Int) {
    self.ledger = ledger
    self.folder = folder
    self.run = run
  }

  /// Adds a row.
  ///
  /// - Throws: why an earlier group could not be kept.
  public func add(_ change: LedgerChange) throws {
    changes.append(change)
    if case .set = change { made += 1 }
    if made >= Self.group || changes.count >= Self.most {
      turn.wait()
      try begin()
    } else if made >= Self.least, turn.wait(timeout: .now()) == .success {
      try begin()
    }
  }

  /// Waits until everything is kept.
  public func finish() throws {
    if !changes.isEmpty {
      turn.wait()
      try begin()
    }
    turn.wait()
    turn.signal()
    try check()
  }

  /// Hands the group over; whoever calls has waited for its turn.
  private func begin() throws {
    do { try check() } catch {
      turn.signal()
      throw error
    }
    let (group, hasFiles) = (changes, made > 0)
    changes.removeAll(keepingCapacity: true)
    made = 0
    queue.async { [ledger, folder, run, turn, failure] in
      do {
        if hasFiles { try folder.sync() }
        try ledger.commit(group, run: run)
      } catch {
        failure.error.withLock { $0 = error }
      }
      turn.signal()
    }
  }

  private func check() throws {
    if let error = failure.error.withLock({ $0 }) { throw error }
  }
}
