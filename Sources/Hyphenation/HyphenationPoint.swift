/// A place where a word may be broken at a line's end.
public struct HyphenationPoint: Hashable, Sendable {
  /// What is written differently when the word is broken here.
  public struct Replacement: Hashable, Sendable {
    /// The characters of the word that go, as UTF-8 offsets.
    public var range: Range<Int>
    /// What stands in their place before the hyphen.
    public var before: String
    /// What stands in their place on the next line.
    public var after: String
  }

  /// The UTF-8 offset in the word: what lies before it stays on the line.
  public var offset: Int
  /// What changes, as in Hungarian `asszony`, broken `asz-szony`; nil for a plain hyphen.
  public var replacement: Replacement?
}
