import Casebook
import Checking
import Evidence
import Matter
import Messages

/// A folder of evidence as the entries of a matter: by its table, `evidence.csv`, or by what the names of files begin with.
public struct EvidenceFolder: Sendable {
  /// The files that become annexes, in order.
  public private(set) var items: [EvidenceItem] = []
  /// What is wrong with the folder; no name of a file stands in it.
  public private(set) var findings: [Finding] = []

  /// The table's name.
  static let table = "evidence.csv"
  /// The most files of a folder.
  static let limit = 200

  /// Looks into a folder.
  ///
  /// - Parameters:
  ///   - path: as it stands in the matter.
  ///   - words: what a file's name and a table's columns say.
  ///   - world: where the folder is.
  public init(_ path: String, words: EvidenceWords, world: any World) {
    let entries: [FolderEntry]
    do throws(EvidenceObstacle) {
      entries = try world.evidenceFolder(path).filter { !EvidenceWords.isNoEvidence($0.name) }.sorted(by: Self.precedes)
    } catch {
      findings.append(FolderMessage.folder.finding())
      return
    }
    guard !entries.isEmpty else {
      findings.append(FolderMessage.empty.finding())
      return
    }
    guard entries.count <= Self.limit else {
      findings.append(FolderMessage.tooMany.finding(.number(entries.count), .number(Self.limit)))
      return
    }
    say(.links, of: entries) { $0.kind == .link }
    say(.others, of: entries) { $0.kind == .other }
    say(.folders, of: entries) { $0.kind == .folder }
    let folder = path.hasSuffix("/") || path == "example:" ? path : path + "/"
    var used: Set<String> = []
    if let own = entries.first(where: { $0.name == Self.table && $0.kind == .file }) {
      let files = entries.filter { $0.kind == .file && $0.name != Self.table }
      let table = EvidenceTable(folder + own.name, files: files.map(\.name), words: words, world: world)
      findings += table.findings
      items = table.items
      used = Set(items.map(\.file)).union([own.name])
    } else {
      for entry in entries where entry.kind == .file {
        guard let role = words.role(ofFile: entry.name) else { continue }
        var item = EvidenceItem()
        (item.file, item.role) = (entry.name, role)
        items.append(item)
        used.insert(entry.name)
      }
    }
    say(.unassigned, of: entries) { $0.kind == .file && !used.contains($0.name) }
    for index in items.indices { items[index].file = folder + items[index].file }
  }

  /// Says of some entries what is wrong with them, by the places they have when all are sorted.
  private mutating func say(_ message: FolderMessage, of entries: [FolderEntry], where isMeant: (FolderEntry) -> Bool) {
    let places = entries.indices.filter { isMeant(entries[$0]) }.map { $0 + 1 }
    guard !places.isEmpty else { return }
    findings.append(
      message.finding(.number(places.count), .list(places.prefix(20).map { .number($0) })))
  }

  /// The order of annexes: by the number a name begins with, then by its letters; what has no number comes last.
  private static func precedes(_ left: FolderEntry, _ right: FolderEntry) -> Bool {
    let (first, second) = (number(of: left.name), number(of: right.name))
    guard first == second else { return first < second }
    return Array(left.name.utf8).lexicographicallyPrecedes(Array(right.name.utf8))
  }

  private static func number(of name: String) -> Int {
    Int(name.prefix { $0.isASCII && $0.isNumber }.prefix(9)) ?? Int.max
  }
}

extension MatterReader.Reading {
  /// The same with the files of its folder of evidence as entries, if it names one; it is opened once.
  ///
  /// - Throws: `PreparationError` when the tool itself lacks something.
  public func withFolder(opened world: any World) throws(PreparationError) -> MatterReader.Reading {
    guard let path = matter.evidenceFolder, folderFindings == nil else { return self }
    let words: EvidenceWords
    do throws(CasebookError) { words = try Casebook(world: world).evidenceWords() } catch { throw .casebook(error) }
    let folder = EvidenceFolder(path, words: words, world: world)
    var reading = self
    reading.matter.evidence = folder.items
    reading.folderFindings = folder.findings
    return reading
  }
}
