import Storage
import Synchronization

/// The one temporary file of a world, made when it is first needed.
final class Scratch: Sendable {
  private let folder: String
  private let made = Mutex<ScratchFile??>(nil)

  /// - Parameter folder: where temporary files go.
  init(in folder: String) { self.folder = folder }

  /// The file; nil where none can be made.
  var file: ScratchFile? {
    made.withLock { made in
      if let made { return made }
      let file = ScratchFile(in: folder)
      made = .some(file)
      return file
    }
  }
}
