/// A typeface of the house, small enough to index an array with.
///
/// The first eight are the faces every document is set in; those above stand in where a character is missing in them.
public struct FaceID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The place among the library's faces.
  public let index: Int

  /// Makes the identifier of the face at a place.
  public init(index: Int) { self.index = index }

  /// Gentium Book Plus Regular: body text.
  public static let serif = FaceID(index: 0)
  /// Gentium Book Plus Bold: titles, headings.
  public static let serifBold = FaceID(index: 1)
  /// Gentium Book Plus Italic: emphasis.
  public static let serifItalic = FaceID(index: 2)
  /// Gentium Book Plus Bold Italic.
  public static let serifBoldItalic = FaceID(index: 3)
  /// Carlito Regular: running head, tables, captions.
  public static let sans = FaceID(index: 4)
  /// Carlito Bold: header cells.
  public static let sansBold = FaceID(index: 5)
  /// Carlito Italic.
  public static let sansItalic = FaceID(index: 6)
  /// Carlito Bold Italic.
  public static let sansBoldItalic = FaceID(index: 7)

  /// The eight faces a document is set in.
  public static let primary: [FaceID] = (0..<8).map(FaceID.init(index:))

  /// The face of a family in a weight and slope.
  ///
  /// - Parameters:
  ///   - family: serif or sans.
  ///   - bold: whether strong.
  ///   - italic: whether emphasised.
  public static func face(_ family: FontFamily, bold: Bool = false, italic: Bool = false) -> FaceID {
    FaceID(index: (family == .serif ? 0 : 4) + (bold ? 1 : 0) + (italic ? 2 : 0))
  }

  /// Whether the face stands in for characters the eight lack.
  public var isFallback: Bool { index >= 8 }

  /// Whether strokes are heavy; a stand-in is not asked to be.
  public var isBold: Bool { !isFallback && index & 1 != 0 }

  /// The family; a stand-in counts as serif.
  public var family: FontFamily { index >= 4 && index < 8 ? .sans : .serif }

  /// The face of the same weight and slope in the other family; a stand-in is its own.
  var sibling: FaceID { isFallback ? self : FaceID(index: index ^ 4) }

  /// By place.
  public static func < (a: FaceID, b: FaceID) -> Bool { a.index < b.index }

  /// A name for messages and goldens, such as `serif-bold-italic` or `fallback-2`.
  public var description: String {
    guard !isFallback else { return "fallback-\(index - 8)" }
    return (family == .serif ? "serif" : "sans") + (index & 1 != 0 ? "-bold" : "") + (index & 2 != 0 ? "-italic" : "")
  }
}

/// The two families of the house.
public enum FontFamily: Hashable, Sendable, CaseIterable {
  /// Gentium Book Plus.
  case serif
  /// Carlito.
  case sans
}
