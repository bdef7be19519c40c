/// A length inside lines: 1/2000 point, so that thousandths of every whole or half point size are whole numbers.
typealias Units = Int

/// Units in a point.
let unitsPerPoint: Units = 2000

/// A place where a line may end, with the sums that make the measuring of any line one subtraction.
struct Breakpoint {
  /// Sums of width, stretch and shrink.
  struct Sums: Equatable {
    var width: Units = 0
    var stretch: Units = 0
    var shrink: Units = 0
  }
  /// What kind of place it is.
  enum Kind: UInt8 {
    /// Between words.
    case space
    /// Within a word, where a hyphen is added.
    case hyphen
    /// After a hyphen or dash that is there anyway.
    case dash
    /// Within an address or another long token, with nothing added.
    case token
    /// The end of a line that must end here, or of the paragraph.
    case forced
  }
  /// The sums from the start of the paragraph if a line ends here; an added hyphen included.
  var end: Sums
  /// The sums from the start of the paragraph to where the next line begins; spaces at the break excluded.
  var start: Sums
  /// The width of the hyphen that is added here.
  var hyphen: Units = 0
  /// The cost of breaking here.
  var penalty: Double = 0
  /// The item before which, or within which, the line ends.
  var item: Int
  /// The place in the item's word, by its number among the word's breaks; -1 between items.
  var inner: Int = -1
  /// The kind.
  var kind: Kind

  /// Whether two such lines in a row look restless.
  var isFlagged: Bool { kind == .hyphen || kind == .dash }
}
