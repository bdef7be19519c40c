/// The path of a file or folder of evidence as a row names it.
///
/// Rows come from many people, and what they name is sent to an authority: nothing outside the folder of evidence may be.
enum EvidencePath {
  /// Whether a path leads out of its folder, or might.
  static func leadsOut(_ path: String) -> Bool {
    path.hasPrefix("/") || path.split { "/\\:".contains($0) }.contains("..")
  }
}
