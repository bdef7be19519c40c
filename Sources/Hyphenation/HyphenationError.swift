/// Why a hyphenation dictionary cannot be read.
public enum HyphenationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file holds nothing.
  case empty
  /// The first line names an encoding that is not known.
  case unknownCharset(String)

  /// What is wrong, lower case, no full stop.
  public var description: String {
    switch self {
    case .empty: "the hyphenation dictionary is empty"
    case .unknownCharset(let name): "the hyphenation dictionary's first line names an unknown encoding, `\(name)`"
    }
  }
}
