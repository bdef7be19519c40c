import Checking
import ComplaintKit
import Digests
import Evidence
import FilingKit
import LocalWorld
import Matter
import Records

/// The record beside a matter's file: `my-matter.record.yaml` for `my-matter.yaml`.
struct MatterRecord {
  /// The matter's file, as it was named.
  let matter: String
  /// The folder both lie in, whole and without links.
  let folder: String
  /// Whether there was a record already.
  let exists: Bool
  var record: FilingRecord

  /// The largest record that is read, in bytes.
  private static let limit = 1 << 20

  /// Reads the record of a matter, or begins one.
  ///
  /// - Throws: `Failure` when there is one that cannot be understood: what it keeps from being replaced is not known then.
  init(of matter: String, in interface: Interface) throws(Failure) {
    self.matter = matter
    folder = OutputFile.absolute(Self.folder(of: matter))
    let text: String?
    do throws(InputFile.Failure) {
      text = String(validating: try InputFile.read(Self.path(beside: matter), limit: Self.limit), as: UTF8.self)
    } catch {
      guard error == .missing else {
        throw Failure(.data, .recordUnreadable, hint: .recordUnreadableHint, in: interface)
      }
      exists = false
      record = FilingRecord()
      return
    }
    exists = true
    do throws(RecordProblems) {
      guard let text else { throw RecordProblems([]) }
      record = try FilingRecord(text: text, name: Wording.recordFile)
    } catch {
      throw Failure(.data, .recordUnreadable, hint: .recordUnreadableHint, in: interface)
    }
  }

  /// The record's file beside the matter's.
  var path: String { Self.path(beside: matter) }

  /// The record's name, without the folder.
  static func name(beside matter: String) -> String { name(of: path(beside: matter)) }

  static func path(beside matter: String) -> String { stem(of: matter) + ".record.yaml" }

  /// The saved state of an interview about the matter.
  static func interview(beside matter: String) -> String { stem(of: matter) + ".unfinished.yaml" }

  /// The calendar file of a matter, unless another is asked for.
  static func calendar(beside matter: String) -> String { stem(of: matter) + ".ics" }

  /// A path without its folder.
  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func stem(of matter: String) -> String {
    for ending in [".yaml", ".yml"] where matter.hasSuffix(ending) && name(of: matter) != ending {
      return String(matter.dropLast(ending.count))
    }
    return matter
  }

  /// An entry for a file or folder that was just written.
  func entry(
    _ path: String, _ kind: FilingRecord.Kind, sha256: String?, drafted: FilingRecord.Drafted? = nil
  ) -> FilingRecord.Entry {
    let whole = OutputFile.absolute(path)
    let below = folder == "/" ? "/" : folder + "/"
    let isBelow = whole.hasPrefix(below)
    return .init(
      path: isBelow ? String(whole.dropFirst(below.count)) : whole, kind: kind, sha256: sha256, drafted: drafted)
  }

  /// The file an entry names; nil if it leads out of the folder.
  func file(_ entry: FilingRecord.Entry) -> RecordedFile? {
    RecordedFile(entry.path, in: folder, sha256: entry.sha256)
  }

  /// What can be read of a matter's file, faults and all; nil if there is none.
  static func reading(of matter: String) -> MatterReader.Reading? {
    guard let bytes = try? InputFile.read(matter, limit: limit), let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    return MatterReader.read(text, name: Wording.matterFile)
  }

  /// What a matter's record says against it: that it changed after its complaint was filed.
  static func findings(
    beside path: String, _ matter: Matter, _ world: LocalWorld, in interface: Interface
  ) throws(Failure) -> [Finding] {
    guard path != "-" else { return [] }
    let record = try MatterRecord(of: path, in: interface).record
    guard let filing = record.filing else { return [] }
    // What cannot be read is no longer what it was when the complaint was made.
    let evidence = matter.evidence.map { item in
      (try? world.evidence(of: item, limit: 1 << 30)).map { SHA256Digest(of: $0.bytes).hexadecimal } ?? ""
    }
    return record.hasChanged(matter.digest(evidence: evidence)) ? [.supplement(filedOn: filing.on)] : []
  }

  /// Writes the record over the one that was there.
  func write() throws(OutputFile.Failure) {
    _ = try OutputFile.write(Array(record.text.utf8), to: path, collision: .overwrite)
  }

  /// Adds what was written to the record beside a matter; says so if that cannot be.
  ///
  /// The document is there and good then, so this is no failure.
  static func note(
    beside matter: String?, in interface: Interface, _ entries: (MatterRecord) throws -> [FilingRecord.Entry]
  ) {
    guard let matter, matter != "-" else { return }
    do {
      var own = try MatterRecord(of: matter, in: interface)
      own.record.note(try entries(own))
      try own.write()
    } catch {
      Terminal.warn(interface.text(.recordNotWritten), in: interface)
    }
  }
}
