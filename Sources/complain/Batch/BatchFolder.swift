import Batch
import Casebook
import ComplaintKit
import Glibc
import LocalWorld
import Matter
import Messages
import Rows

/// The folder of a batch and its ledger, opened for one command.
struct BatchFolder {
  let path: String
  let folder: FilingsFolder
  let ledger: Ledger

  /// Opens a batch that is there already.
  init(_ path: String, in interface: Interface) throws {
    guard InputFile.isFolder(path) else {
      throw Failure(.data, [interface.message(.noBatch, hint: .noBatchHint)], in: interface)
    }
    self.path = path
    do {
      ledger = try Ledger(in: path)
      folder = try FilingsFolder(path)
    } catch let failure as Ledger.Failure {
      throw Self.failure(failure, in: interface)
    } catch {
      throw Failure(.failure, [interface.message(.outputFolder, hint: .outputFolderHint)], in: interface)
    }
  }

  /// Opens a folder to write a batch into it, and begins one if it is new.
  ///
  /// - Parameters:
  ///   - resumes: whether a batch that is there is gone on with.
  ///   - key: a key for the hashes of a new ledger.
  ///   - other: a batch whose key a new ledger gets instead.
  init(
    toWrite path: String, resumes: Bool, key: [UInt8] = [], like other: BatchFolder? = nil, in interface: Interface
  ) throws {
    self.path = path
    do { folder = try FilingsFolder(path) } catch {
      throw Failure(.failure, [interface.message(.outputFolder, hint: .outputFolderHint)], in: interface)
    }
    let names = folder.names()
    let isThere = names.contains(Ledger.name)
    guard isThere || names.allSatisfy(Self.isReport) else {
      throw Failure(.usage, [interface.message(.folderHoldsOther, hint: .folderHoldsOtherHint)], in: interface)
    }
    do {
      ledger = try other.map { try Ledger(in: path, like: $0.ledger) } ?? Ledger(in: path, key: key)
    } catch {
      throw Self.failure((error as? Ledger.Failure) ?? .disk, in: interface)
    }
    guard try !isThere || resumes || ledger.count() == 0 else {
      throw Failure(.usage, [interface.message(.batchThere, hint: .batchThereHint)], in: interface)
    }
    // The lock is held: what is half written is nobody's.
    folder.sweep()
  }

  /// What a check leaves in a folder, and what a run that was killed at once does.
  private static func isReport(_ name: String) -> Bool {
    let known = BatchReports.File.allCases.map(\.rawValue) + [ReleaseOptions.file, Ledger.journal]
    return known.contains(name) || known.contains { name.hasPrefix($0 + ".part-") }
  }

  static func failure(_ failure: Ledger.Failure, in interface: Interface) -> Failure {
    switch failure {
    case .missing: Failure(.data, [interface.message(.noBatch, hint: .noBatchHint)], in: interface)
    case .locked: Failure(.failure, [interface.message(.batchLocked, hint: .batchLockedHint)], in: interface)
    case .unreadable: Failure(.data, [interface.message(.ledgerUnreadable, hint: .ledgerUnreadableHint)], in: interface)
    case .disk: Failure(.failure, [interface.message(.batchWriteFailed, hint: .batchGoOn)], in: interface)
    }
  }

  /// What ends a run before its time.
  static func failure(_ failure: FilingsFolder.Failure, in interface: Interface) -> Failure {
    let line: BatchLine =
      switch failure.errno {
      case ENOSPC, EDQUOT: .batchDiskFull
      case ENOENT, ENOTDIR, ESTALE: .batchFolderGone
      default: .batchWriteFailed
      }
    return Failure(.failure, [interface.message(line, hint: .batchGoOn)], in: interface)
  }
}
