import ComplaintKit
import Evidence
import Glibc
import Interview
import LocalWorld
import Matter

/// Looks at a file that a person names in the interview.
struct EvidenceLook {
  let world: LocalWorld
  /// The folder of the matter, which the paths in it are relative to.
  let folder: String
  let date: CivilDate

  /// What becomes of the first of some paths that is there.
  func verdict(_ candidates: [String]) -> FileVerdict {
    for candidate in candidates {
      let path = InputFile.spelled(atHome(candidate))
      do throws(InputFile.Failure) {
        _ = try InputFile.size(of: path)
      } catch {
        if error == .missing { continue }
      }
      return verdict(on: path)
    }
    return .refused(code: EvidenceProblem.Code.missing.rawValue, format: nil)
  }

  private func verdict(on path: String) -> FileVerdict {
    var item = EvidenceItem()
    item.file = path.hasPrefix("/") ? path : OutputFile.absolute(path)
    guard let problem = try? Examination.problem(of: item, on: date, world: world) else {
      return .fine(path: besideMatter(item.file))
    }
    let found = (try? InputFile.read(path)).map { EvidenceFormat(of: $0) }
    // A mailbox called .eml needs the way to the one mail, not one for its name.
    if problem.code == .mismatch, let found, Self.refused.contains(found) {
      return .refused(code: EvidenceProblem.Code.unsupported.rawValue, format: found.rawValue)
    }
    return .refused(code: problem.code.rawValue, format: found?.rawValue)
  }

  /// The formats that never become annexes.
  private static let refused: Set<EvidenceFormat> = [
    .mailbox, .webArchive, .bmp, .recording, .zip, .unknown,
  ]

  private func atHome(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Terminal.environment("HOME") else { return path }
    return home + path.dropFirst()
  }

  /// A file in the matter's folder by its name there, so that the folder can be moved as a whole.
  private func besideMatter(_ path: String) -> String {
    let own = OutputFile.absolute(folder) + "/"
    return path.hasPrefix(own) ? String(path.dropFirst(own.count)) : path
  }
}
