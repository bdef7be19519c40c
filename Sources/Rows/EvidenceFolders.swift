import Matter
import Messages

/// Where rows have folders of evidence of their own: `evidence/<reference>/1-objection.eml`.
public struct EvidenceFolders: Sendable {
  /// The names of the folders there are.
  let all: [String]
  private let files: @Sendable (_ folder: String) -> [String]?

  /// Takes what stands beside the table.
  ///
  /// - Parameters:
  ///   - all: the names of the folders.
  ///   - files: the names of the files in a folder, in order; `nil` if there is no such folder.
  public init(all: [String], files: @escaping @Sendable (_ folder: String) -> [String]?) {
    self.all = all
    self.files = files
  }

  /// Adds the files of a row's folder to its evidence, those that a column names already left out.
  ///
  /// - Parameter said: the folder that the row names; that of its reference if none.
  func add(to matter: inout Matter, said: String?) -> [Finding] {
    let folder = said ?? matter.reference
    guard !folder.isEmpty, said != nil || Self.isName(folder) else { return [] }
    guard let names = files(folder) else {
      return said == nil ? [] : [RowMessage.evidenceMissing.finding("evidence.folder")]
    }
    let known = Set(matter.evidence.map(\.file))
    var unassigned = 0
    for name in names where !Self.isSystemFile(name) {
      let path = "\(folder)/\(name)"
      guard !known.contains(path) else { continue }
      guard let role = Self.role(of: name) else {
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

  /// What a file proves, by its name: a number, the role, and whatever follows, such as `2-answer-page-1.pdf`.
  static func role(of name: String) -> EvidenceItem.Role? {
    let start = name.lowercased().drop { ("0"..."9").contains($0) || Self.signs.contains($0) }
    let word = start.replacing("access-reply", with: "access_reply").prefix { $0.isLetter || $0 == "_" }
    // A lower line may part the role from what follows.
    return EvidenceItem.Role(rawValue: String(word)) ?? EvidenceItem.Role(rawValue: String(word.prefix { $0 != "_" }))
  }

  private static let signs: Set<Character> = ["-", "_", ".", " "]

  /// Whether a reference is a name of a folder, and no path to somewhere else.
  private static func isName(_ text: String) -> Bool { !text.contains("/") && text != "." && text != ".." }

  /// What systems put into folders by themselves.
  private static func isSystemFile(_ name: String) -> Bool {
    name.hasPrefix(".") || ["thumbs.db", "desktop.ini"].contains(name.lowercased())
  }
}
