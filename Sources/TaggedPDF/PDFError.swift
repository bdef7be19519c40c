import Fonts
import Haru

/// Why no PDF came of a layout.
public enum PDFError: Error, Sendable {
  /// The document would not conform to PDF/A-3a and PDF/UA-1; everything that is wrong, at once.
  case nonconforming([ConformanceProblem])
  /// A font could not be cut.
  case fonts(FontError)
  /// The document is too large for the format, or libharu refused it.
  case writing(HaruError)
  /// The file could not be written, or a file that belongs into it not be read: `errno`.
  case file(errno: Int32)
  /// A file that belongs into it is no longer what it was when it was read.
  case fileChanged

  init(_ error: HaruError) {
    self =
      switch error {
      case .file(let code): .file(errno: code)
      case .fileChanged: .fileChanged
      default: .writing(error)
      }
  }
}

extension PDFError: CustomStringConvertible {
  /// Everything that is wrong, a line each.
  public var description: String {
    switch self {
    case .nonconforming(let problems): problems.map(\.description).joined(separator: "\n")
    case .fonts(let error): "\(error)"
    case .writing(let error): error.description
    case .file(let code): HaruError.file(errno: code).description
    case .fileChanged: HaruError.fileChanged.description
    }
  }
}
