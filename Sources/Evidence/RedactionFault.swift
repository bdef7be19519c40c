/// Why what a person wants blacked out cannot be; each names the entries of `redact`, never what stands in them.
enum RedactionFault: Hashable, Sendable {
  /// Words too short to be searched for.
  case unspecific([String])
  /// Words that stand nowhere.
  case missing([String])
  /// Areas without a size, or beyond the picture.
  case outside([String])
  /// Areas on a page that is not there, or on none.
  case page([String], pages: Int)
  /// Areas of a file that is shown as text.
  case noPicture
  /// Words of a picture without an area: they would still be seen.
  case uncovered
}
