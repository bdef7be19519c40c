import Storage
import Synchronization

/// What a world keeps of evidence until documents are written: little in memory, the rest in one temporary file.
final class Scratch: Sendable {
  /// The most bytes of one file in memory.
  private static let largest = 1 << 20
  /// Everything in memory: as much as the examples and a few screenshots need, copied faster than from files.
  private static let room = 16 << 20

  private let folder: String
  private let made = Mutex<ScratchFile??>(nil)
  private let room = Mutex(Scratch.room)

  /// - Parameter folder: where temporary files go.
  init(in folder: String) { self.folder = folder }

  /// Keeps bytes in memory; nil if they are too many.
  func remember(_ bytes: [UInt8]) -> StoredBytes? {
    guard bytes.count <= Self.largest else { return nil }
    let fits = room.withLock { room in
      guard bytes.count <= room else { return false }
      room -= bytes.count
      return true
    }
    return fits ? StoredBytes(bytes) : nil
  }

  /// Keeps bytes in the file, made when it is first needed; nil where there is no room for it.
  func write(_ bytes: [UInt8]) -> StoredBytes? {
    let file = made.withLock { made -> ScratchFile? in
      if let made { return made }
      let file = ScratchFile(in: folder)
      made = .some(file)
      return file
    }
    return file?.add(bytes)
  }
}
