import Checking
import ComplaintKit
import FilingKit
import LocalWorld
import Matter

/// Everything on this computer that holds a matter's data, as far as this program knows.
struct Copies {
  /// One file or folder.
  struct Copy {
    /// What it is, in the person's language.
    var what: KitText
    /// The whole path.
    var path: String
    /// What became of it.
    var state: RecordedFile.State
    /// Removes it; nil for what is the person's own.
    var remove: (() -> Bool)?
  }

  /// The copies, the matter last but its record: whoever is interrupted while deleting can begin again.
  let all: [Copy]

  /// - Parameter world: the matter's own folder, for the files of a folder of evidence.
  init(_ own: MatterRecord, _ world: LocalWorld) {
    let frozen = Set(own.record.frozen.map(\.path))
    var copies: [Copy] = []
    // Files before the folders they lie in.
    let entries = own.record.entries.filter { $0.kind != .folder } + own.record.entries.filter { $0.kind == .folder }
    for entry in entries {
      guard let file = own.file(entry) else {
        copies.append(Copy(what: Self.what(entry.kind), path: entry.path, state: .other, remove: nil))
        continue
      }
      copies.append(
        Copy(
          what: frozen.contains(entry.path) ? .whereFiled : Self.what(entry.kind), path: file.path,
          state: file.state, remove: { file.remove() }))
    }
    copies += Self.beside(MatterRecord.interview(beside: own.matter), .whereInterview, isAlwaysThere: false)
    copies += Self.beside(own.matter, .whereMatter, isAlwaysThere: true)
    if own.exists { copies += Self.beside(own.path, .whereRecord, isAlwaysThere: true) }
    copies += Self.evidence(of: own, world)
    all = copies
  }

  private static func what(_ kind: FilingRecord.Kind) -> KitText {
    switch kind {
    case .complaint: .whereComplaint
    case .letter: .whereLetter
    case .copy: .whereCopy
    case .kit: .whereKit
    case .original: .whereOriginal
    case .calendar: .whereCalendar
    case .folder: .whereFolder
    }
  }

  /// A file that a person changes too: what it holds does not say whether it is the one, its name does.
  private static func beside(_ path: String, _ what: KitText, isAlwaysThere: Bool) -> [Copy] {
    let folder = OutputFile.absolute(MatterRecord.folder(of: path))
    let whole = (folder == "/" ? "" : folder) + "/" + MatterRecord.name(of: path)
    let kind = PlainFile.state(of: whole)
    guard isAlwaysThere || kind != .gone else { return [] }
    return [Copy(what: what, path: whole, state: kind, remove: { PlainFile.remove(whole) })]
  }

  /// The person's own files: named, so that nothing is forgotten, and left alone.
  private static func evidence(of own: MatterRecord, _ world: LocalWorld) -> [Copy] {
    guard let closed = MatterRecord.reading(of: own.matter) else { return [] }
    let reading = (try? closed.withFolder(opened: world)) ?? closed
    return reading.matter.evidence.compactMap { item in
      guard !item.file.isEmpty, !item.file.hasPrefix(LocalWorld.examplePrefix) else { return nil }
      let path = item.file.hasPrefix("/") ? item.file : own.folder + "/" + item.file
      return Copy(what: .whereEvidence, path: path, state: PlainFile.state(of: path), remove: nil)
    }
  }
}

extension Copies.Copy {
  /// The line that names it.
  func line(_ wording: KitWording) -> String {
    let line = wording.text(.whereLine, ["what": wording.text(what), "path": path])
    switch state {
    case .same: return line
    case .gone: return wording.text(.whereMissing, ["line": line])
    case .changed: return wording.text(.whereChanged, ["line": line])
    case .other: return wording.text(.whereOther, ["line": line])
    }
  }
}
