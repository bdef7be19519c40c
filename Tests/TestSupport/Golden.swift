import Foundation
import Testing

/// Text that must stay as it is: `Tests/Goldens/MODULE/NAME.txt`.
///
/// `RECORD_GOLDENS=1 swift test` writes what is there now and fails, so that nobody records by accident; read the difference
/// before you commit it.
public enum Golden {
  /// Compares text with the golden file; a difference is an issue that shows the first lines that differ.
  ///
  /// - Parameters:
  ///   - text: what came out.
  ///   - name: the file's name without `.txt`; it may hold a folder.
  ///   - source: the calling test's file, whose folder names the module.
  ///   - location: where the issue is shown.
  public static func check(
    _ text: String, _ name: String, source: String = #filePath, location: SourceLocation = #_sourceLocation
  ) {
    let module = URL(fileURLWithPath: source).deletingLastPathComponent()
    let file = module.deletingLastPathComponent()
      .appendingPathComponent("Goldens/\(module.lastPathComponent)/\(name).txt")
    let known = try? String(contentsOf: file, encoding: .utf8)
    if known == text { return }
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      do {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(name).txt: read it, then run again without RECORD_GOLDENS", sourceLocation: location)
      } catch {
        Issue.record("cannot record \(file.path): \(error)", sourceLocation: location)
      }
      return
    }
    guard let known else {
      Issue.record("there is no golden \(file.path); RECORD_GOLDENS=1 writes it", sourceLocation: location)
      return
    }
    Issue.record(
      "\(name).txt is not what came out (- expected, + found):\n\(difference(known, text))", sourceLocation: location)
  }

  /// The lines that differ, with their numbers, at most forty.
  static func difference(_ expected: String, _ found: String) -> String {
    let old = expected.components(separatedBy: "\n")
    let new = found.components(separatedBy: "\n")
    let changes = new.difference(from: old)
    let lines = changes.map { change -> (line: Int, text: String) in
      switch change {
      case .remove(let offset, let element, _): (offset, "\(offset + 1) - \(element)")
      case .insert(let offset, let element, _): (offset, "\(offset + 1) + \(element)")
      }
    }
    let shown = lines.sorted { $0.line < $1.line }.prefix(40).map(\.text)
    let rest = lines.count > 40 ? ["… and \(lines.count - 40) more"] : []
    return (shown + rest).joined(separator: "\n")
  }
}
