import Fonts
import Haru

/// Why no PDF came of a layout.
public enum PDFError: Error, Sendable {
  /// The document would not conform to PDF/A-3a and PDF/UA-1; everything that is wrong, at once.
  case nonconforming([ConformanceProblem])
  /// A font could not be cut.
  case fonts(FontError)
  /// The file could not be written, or the document is too large for the format.
  case writing(HaruError)
}

extension PDFError: CustomStringConvertible {
  /// Everything that is wrong, a line each.
  public var description: String {
    switch self {
    case .nonconforming(let problems): problems.map(\.description).joined(separator: "\n")
    case .fonts(let error): "\(error)"
    case .writing(let error): error.description
    }
  }
}
