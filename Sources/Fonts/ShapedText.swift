/// A glyph and where it goes, in thousandths of the em.
public struct Glyph: Hashable, Sendable {
  /// The glyph's number in its face.
  public var id: UInt16
  /// Where the pen moves after it, kerning included.
  public var advance: Int32
  /// The advance the face itself gives the glyph, as the PDF's `W` array says it.
  public var natural: Int32
  /// How far right of the pen it is drawn.
  public var xOffset: Int32
  /// How far above the baseline it is drawn.
  public var yOffset: Int32
  /// The UTF-8 offset, in the shaped text, of the first character it stands for.
  public var cluster: Int32
  /// Whether a line break before its cluster asks for shaping both parts anew.
  public var isUnsafeToBreak: Bool
}

/// Glyphs of one face, in the order they are painted: left to right, whatever the script.
public struct ShapedRun: Hashable, Sendable {
  /// The face.
  public let face: FaceID
  /// Whether the characters read from right to left.
  public let isRightToLeft: Bool
  /// The characters, as UTF-8 offsets in the shaped text.
  public let range: Range<Int>
  /// The glyphs in painting order.
  public let glyphs: [Glyph]
  /// The characters in reading order where the glyphs' own texts would not give them back (`ActualText`); else nil.
  public let actualText: String?
  /// What those glyphs stand for here that mean nothing without context.
  let contextual: [UInt16: String]

  /// Whether the font alone does not say what some glyph stands for.
  public var needsContext: Bool { !contextual.isEmpty }

  /// The sum of the advances, in thousandths of the em.
  public var width: Int32 { glyphs.reduce(0) { $0 + $1.advance } }
}

/// A piece of text as glyphs: immutable, shared by everything that sets the same word.
public final class ShapedText: Sendable {
  /// The text.
  public let text: String
  /// The runs in painting order.
  public let runs: [ShapedRun]
  /// The sum of all advances, in thousandths of the em.
  public let width: Int32
  /// The characters no face can show; they are drawn as the face's `.notdef`.
  public let missing: [MissingCharacter]
  /// Whether it reads from right to left.
  ///
  /// Neighbours on a line that both do, and the spaces between them, change places.
  public let isRightToLeft: Bool

  init(text: String, runs: [ShapedRun], missing: [MissingCharacter], isRightToLeft: Bool) {
    self.text = text
    self.runs = runs
    self.missing = missing
    self.isRightToLeft = isRightToLeft
    width = runs.reduce(0) { $0 + $1.width }
  }
}

/// A character no face can show.
public struct MissingCharacter: Hashable, Sendable {
  /// The character.
  public let scalar: Unicode.Scalar
  /// Its UTF-8 offset in the text.
  public let offset: Int
  /// The package of a stand-in that may have it and is not installed.
  public let package: String?

  /// The code point as Unicode writes it, such as `U+1F44D`.
  public var codePoint: String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }
}
