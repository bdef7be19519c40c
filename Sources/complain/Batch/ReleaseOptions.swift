import ArgumentParser
import LocalWorld
import Matter
import Messages
import Records
import Rows

/// Two persons for one batch: one checks it, another releases what was checked, known by its digest.
struct ReleaseOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(Wording.Help.release, valueName: "digest"))
  var release: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.checkedBy, valueName: "name"))
  var checkedBy: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.releasedBy, valueName: "name"))
  var releasedBy: String?

  /// The digest as it was given, once it can be one.
  func checkForm() throws {
    guard let release else {
      guard releasedBy == nil else { throw Failure(.usage, Wording.releaseMissing, hint: Wording.releaseHint) }
      return
    }
    guard release.utf8.count == 64,
      release.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { throw Failure(.usage, Wording.releaseMalformed, hint: Wording.releaseHint) }
  }

  /// Writes beside the reports what was checked, and who did it if a name was given.
  func record(
    _ summary: BatchCheck.Summary, of batch: BatchReading, in folder: String, _ interface: Interface
  ) throws {
    guard release == nil else { return }
    var lines = [
      "digest: \(summary.digest)", "date: \(batch.date)", "campaign: \(batch.campaign)", "rows: \(summary.rows)",
      "ready: \(summary.complete)",
    ]
    if let checkedBy { lines.append("checked_by: \(Self.quoted(checkedBy))") }
    do {
      let file = try GrowingFile("\(folder)/\(Self.file)")
      try file.write(Array((lines.joined(separator: "\n") + "\n").utf8))
      try file.finish()
    } catch {
      throw Failure(.failure, [interface.message(.reportFailed, hint: .reportFailedHint)], in: interface)
    }
  }

  /// Refuses what is not exactly what was checked, and whoever would release their own check.
  ///
  /// - Parameter folder: where the check left its record; without one only the digest decides.
  func compare(_ digest: BatchDigest, with folder: String, _ interface: Interface) throws {
    guard let release else { return }
    try check(digest, interface)
    if let releasedBy, let checker = Self.checker(in: folder, of: release),
      Self.folded(checker) == Self.folded(releasedBy)
    {
      throw Failure(.data, [interface.message(.releaseOwn, hint: .releaseOwnHint)], in: interface)
    }
    Terminal.write(interface.text(.released))
  }

  /// Refuses what is not what was checked.
  func check(_ digest: BatchDigest, _ interface: Interface) throws {
    guard let release, digest.description != release else { return }
    throw Failure(
      .data,
      [
        .init(
          text: interface.text(.releaseDiffers, .term(digest.description)), hint: interface.text(.releaseDiffersHint))
      ], in: interface)
  }

  /// The name of the record of a check.
  static let file = "check.yaml"

  /// Who checked this batch, as far as the record says so.
  private static func checker(in folder: String, of digest: String) -> String? {
    guard let bytes = try? InputFile.read("\(folder)/\(file)", limit: 1 << 16) else { return nil }
    let source = SourceFile(name: file, text: String(decoding: bytes, as: UTF8.self))
    let record = try? source.read { reader in
      let recorded = reader.string("digest")
      for key in ["date", "campaign", "rows", "ready"] { _ = reader.optionalString(key) }
      return (digest: recorded, checkedBy: reader.optionalString("checked_by"))
    }
    return record.flatMap { $0.digest == digest ? $0.checkedBy : nil }
  }

  private static func folded(_ name: String) -> String {
    name.composed.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func quoted(_ text: String) -> String {
    let line = text.composed.split(whereSeparator: { $0.isNewline || $0 == "\0" }).joined(separator: " ")
    return "\"" + line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
