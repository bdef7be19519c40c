import Casebook
import Matter
import Messages

/// Where rows have folders of evidence of their own: `evidence/<reference>/1-objection.eml`.
public struct EvidenceFolders: Sendable {
  /// The names of the folders there are.
  let all: [String]
  private let words: EvidenceWords
  private let files: @Sendable (_ folder: String) -> [String]?

  /// Takes what stands beside the table.
  ///
  /// - Parameters:
  ///   - all: the names of the folders.
  ///   - words: what the names of files say.
  ///   - files: the names of the files in a folder, in order; `nil` if there is no such folder.
  public init(
    all: [String], words: EvidenceWords = EvidenceWords(), files: @escaping @Sendable (_ folder: String) -> [String]?
  ) {
    self.all = all
    self.words = words
    self.files = files
  }

  /// Adds the files of a row's folder to its evidence, those that a column names already left out.
  ///
  /// - Parameter said: the folder that the row names; that of its reference if none.
  func add(to matter: inout Matter, said: String?) -> [Finding] {
    let folder = said ?? matter.reference
    guard !folder.isEmpty, said != nil || Self.isName(folder) else { return [] }
    if EvidencePath.leadsOut(folder) { return [RowMessage.evidenceOutside.finding("evidence.folder")] }
    guard let names = files(folder) else {
      return said == nil ? [] : [RowMessage.evidenceMissing.finding("evidence.folder")]
    }
    let known = Set(matter.evidence.map(\.file))
    var unassigned = 0
    for name in names where !EvidenceWords.isNoEvidence(name) {
      let path = "\(folder)/\(name)"
      guard !known.contains(path) else { continue }
      guard let role = words.role(ofFile: name) else {
        unassigned += 1
        continue
      }
      var item = EvidenceItem()
      item.file = path
      item.role = role
      matter.evidence.append(item)
    }
    return unassigned == 0 ? [] : [RowMessage.evidenceUnassigned.finding("evidence.folder", .number(unassigned))]
  }

  /// Whether a reference is a name of a folder, and no path to somewhere else.
  private static func isName(_ text: String) -> Bool { !text.contains("/") && text != "." && text != ".." }
}
