import Synchronization

/// The stand-in faces, each opened when a character first needs it: most documents need none.
final class FallbackFaces: Sendable {
  /// How a stand-in is had: open already, or by its file.
  enum Source {
    case open(FontFace)
    case file(path: String, package: String)
  }

  private enum Slot {
    case unopened
    case open(FontFace)
    case missing
  }

  private let sources: [Source]
  private let slots: Mutex<[Slot]>

  init(_ sources: [Source]) {
    self.sources = sources
    slots = Mutex(Array(repeating: .unopened, count: sources.count))
  }

  var count: Int { sources.count }

  /// The face at a place; nil if its file is not there.
  subscript(index: Int) -> FontFace? {
    slots.withLock { slots in
      switch slots[index] {
      case .open(let face): return face
      case .missing: return nil
      case .unopened: break
      }
      switch sources[index] {
      case .open(let face): slots[index] = .open(face)
      case .file(let path, let package):
        slots[index] = (try? FontFace(.file(path), package: package)).map(Slot.open) ?? .missing
      }
      guard case .open(let face) = slots[index] else { return nil }
      return face
    }
  }

  /// The package of the file at a place.
  func package(at index: Int) -> String? {
    guard case .file(_, let package) = sources[index] else { return nil }
    return package
  }
}
