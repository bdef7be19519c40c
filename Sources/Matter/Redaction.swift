/// What a person blacks out of a piece of evidence before anybody else sees it.
public struct Redaction: Hashable, Sendable {
  /// A rectangle of a picture or page, as it is seen: upright, in per cent of its width and height.
  public struct Area: Hashable, Sendable {
    /// The page, from 1; nil where the file has one picture only.
    public var page: Int?
    /// The way from the left edge.
    public var left: Double?
    /// The way from the upper edge.
    public var top: Double?
    /// How wide it is.
    public var width: Double?
    /// How high it is.
    public var height: Double?

    /// A rectangle nothing is known of.
    public init() {}
  }

  /// Rectangles, in the order given.
  public var areas: [Area] = []
  /// Words, as they stand; wherever they occur.
  public var words: [String] = []
  /// Words with gaps: `#` is a digit, `?` any character, `*` any run of characters without blanks.
  public var patterns: [String] = []

  /// Nothing.
  public init() {}

  /// Whether nothing would be blacked out.
  public var isEmpty: Bool { areas.isEmpty && words.isEmpty && patterns.isEmpty }
}
