/// One font that cannot be used, and what to do about it.
public struct FontProblem: Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, lower case, no full stop.
  public let message: String
  /// What to do.
  public let hint: String

  /// The message.
  public var description: String { message }

  static func missing(_ name: String, package: String?) -> FontProblem {
    FontProblem(
      message: "font `\(name)` cannot be read",
      hint: package.map { "install it: apt-get install \($0)" } ?? "check that the file exists and may be read")
  }

  static func notAFont(_ name: String) -> FontProblem {
    FontProblem(message: "`\(name)` is not an OpenType font", hint: "reinstall the font's package")
  }

  static func noOutlines(_ name: String) -> FontProblem {
    FontProblem(message: "font `\(name)` has no TrueType outlines", hint: "use a font with a `glyf` table")
  }

  static func embeddingForbidden(_ name: String) -> FontProblem {
    FontProblem(
      message: "font `\(name)` forbids embedding a subset (OS/2 fsType)", hint: "use a font whose licence permits it")
  }

  static func subsetFailed(_ name: String) -> FontProblem {
    FontProblem(message: "font `\(name)` cannot be subset", hint: "reinstall the font's package")
  }
}

/// Every font of a library that cannot be used, at once.
public struct FontError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problems, in the order of the faces.
  public let problems: [FontProblem]

  /// One problem a line, each with its hint.
  public var description: String { problems.map { "\($0.message); \($0.hint)" }.joined(separator: "\n") }
}
