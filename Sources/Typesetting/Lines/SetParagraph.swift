import Document
import Fonts

/// A paragraph whose lines are broken and whose glyphs are placed: immutable, the same wherever it stands.
final class SetParagraph: Sendable {
  /// An element of the tag tree inside the paragraph; number 0 is the paragraph itself.
  struct Node: Sendable {
    enum Kind: Sendable {
      case block
      /// Words in another language.
      case span(LanguageTag)
      case link(Link.Destination, description: String)
      /// `Reference` around a footnote's mark; the footnote's number within the paragraph, from 0.
      case reference(Int)
      /// The link from the mark to the note.
      case noteLink(Int)
      /// The mark.
      case noteLabel
    }
    var kind: Kind
    var parent: Int
    /// The nearest link this node is or stands in; -1 for none.
    var link: Int
  }
  /// Glyphs at their place on a line.
  struct Piece: Sendable {
    var run: GlyphRun
    /// From the paragraph's left edge, in points.
    var x: Double
    /// Where the last glyph that is not a space ends.
    var right: Double
    var node: Int
  }
  /// A footnote and the line its mark is on.
  struct Mark: Sendable {
    var line: Int
    var footnote: Footnote
  }
  /// A character no font can show, and the inline element it is in.
  struct Missing: Sendable {
    var character: MissingCharacter
    var node: Int
  }

  let style: TextStyle
  let pieces: [Piece]
  /// For each line the place of its first piece; one more at the end.
  let lineStarts: [Int]
  let nodes: [Node]
  let marks: [Mark]
  let missing: [Missing]
  let hasLinks: Bool
  /// The distinct glyphs that need more than a face's base font: the face in the upper half, the glyph in the lower.
  let beyondBase: [UInt32]
  /// What the breaking came to.
  let breaking: LineBreaker.Result
  /// The words the glyphs stand for, by glyph, where the font alone does not say it.
  let sources: [ShapedText]

  init(
    style: TextStyle, pieces: [Piece], lineStarts: [Int], nodes: [Node], marks: [Mark], missing: [Missing],
    beyondBase: [UInt32], breaking: LineBreaker.Result, sources: [ShapedText]
  ) {
    self.style = style
    self.pieces = pieces
    self.lineStarts = lineStarts
    self.nodes = nodes
    self.marks = marks
    self.missing = missing
    self.beyondBase = beyondBase
    self.breaking = breaking
    self.sources = sources
    hasLinks = nodes.contains { $0.link >= 0 }
  }

  var lineCount: Int { lineStarts.count - 1 }

  /// The height of all lines, in points.
  var height: Double { Double(lineCount) * style.leading }

  /// Where the longest line ends, in points.
  var width: Double { pieces.reduce(0) { max($0, $1.right) } }

  func pieces(ofLine line: Int) -> Range<Int> { lineStarts[line]..<lineStarts[line + 1] }
}
