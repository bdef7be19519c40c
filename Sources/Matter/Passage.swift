/// The passage of a long text that is shown as evidence; the file itself stays whole.
public struct Passage: Hashable, Sendable {
  /// The words it begins with, which stand in the text once.
  public var from = ""
  /// The words it ends with, the first of them behind `from`; nil where it ends with the line.
  public var to: String?

  /// A passage nothing is known of.
  public init() {}
}
