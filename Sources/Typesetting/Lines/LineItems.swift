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
  /// Plain numbers, so that going through a paragraph counts no references.
  struct Item {
    var kind: Kind
    /// The place in `attributes`.
    var attributes: Int
    /// The place in `words` of the word, or of the space as a word.
    var word: Int
    /// Whether the word may be divided.
    var hasBreaks = false
    /// The whole width.
    var width: Units
  }

  var items: ContiguousArray<Item> = []
  var words: ContiguousArray<ShapedWord> = []
  var attributes: ContiguousArray<Attributes> = []
  var nodes: [SetParagraph.Node] = []
  /// Footnotes with the item of their mark.
  var footnotes: [(item: Int, footnote: Footnote)] = []

  mutating func add(_ kind: Kind, _ word: ShapedWord, attributes place: Int) {
    let width = kind == .lineEnd ? 0 : word.width * attributes[place].halfPoints
    items.append(
      Item(kind: kind, attributes: place, word: words.count, hasBreaks: word.hasBreaks, width: width))
    words.append(word)
  }

  mutating func clear() {
    items.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    footnotes.removeAll(keepingCapacity: true)
  }
}
