import Document
import Fonts

/// A paragraph as a row of words and spaces, with what is known of each.
struct LineItems {
  /// What a stretch of text has in common.
  struct Attributes: Equatable {
    var word: ShapedWord.Attributes
    var halfPoints: Int
    /// How far above the baseline, in thousandths of the size.
    var rise: Int32
    /// The element of the tag tree it belongs to.
    var node: Int
    var isBold: Bool
    var isItalic: Bool
  }
  enum Kind: UInt8 {
    case word
    /// A space a line may end at and that stretches.
    case space
    /// A space that stretches and holds together what is around it.
    case tie
    /// The end of a line within the paragraph.
    case lineEnd
  }
  struct Item {
    var kind: Kind
    /// The place in `attributes`.
    var attributes: Int
    /// The word, or the space as a word.
    var word: ShapedWord
    /// The whole width.
    var width: Units
  }

  var items: ContiguousArray<Item> = []
  var attributes: ContiguousArray<Attributes> = []
  var nodes: [SetParagraph.Node] = []
  /// Footnotes with the item of their mark.
  var footnotes: [(item: Int, footnote: Footnote)] = []

  mutating func clear() {
    items.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    footnotes.removeAll(keepingCapacity: true)
  }
}
