import Batch
import Checking
import FilingKit
import LocalWorld

/// Files of complaints that the ledger does not know: a run that was killed had written them and not yet noted them.
///
/// Most of them are made again with the same bytes. Where their row left the table meanwhile, or became another, nobody
/// would ever take them away.
struct Leftovers {
  private let batch: BatchFolder

  init(_ batch: BatchFolder) { self.batch = batch }

  /// Takes away what is a complaint's and in no row of the ledger; what a person put there stays.
  func remove() throws {
    var known: Set<String> = []
    try batch.ledger.forEach { row, _ in known.formUnion(row.files.map(\.name)) }
    for file in batch.folder.files() where !known.contains(file) {
      if let found = Self.complaint(file), !found.isPDF || isOurs(file) { batch.folder.remove(file) }
    }
  }

  /// The files of one person.
  func files(of person: String) -> [String] {
    batch.folder.files().filter { file in
      guard let found = Self.complaint(file), found.reference == person else { return false }
      return !found.isPDF || isOurs(file)
    }
  }

  /// The complaint that a file belongs to, as its name tells; `nil` if it is no complaint's.
  ///
  /// Anybody may call a PDF so: what is in it decides.
  private static func complaint(_ file: String) -> (reference: String, isPDF: Bool)? {
    let parts = file.split(separator: "/").map { String($0) }
    guard let name = parts.last, parts[0] != Printing.folder else { return nil }
    if parts.count > 1 {
      // One folder may be an authority's.
      let folder = parts[parts.count - 2]
      let mark = "-annexes"
      if folder.hasSuffix(mark) { return safe(folder.dropLast(mark.count)).map { ($0, false) } }
      if Kit.isName(name) { return safe(folder[...]).map { ($0, false) } }
    }
    guard parts.count <= 2, name.hasSuffix(".pdf") else { return nil }
    return safe(name.dropLast(4)).map { ($0, true) }
  }

  private static func safe(_ name: Substring) -> String? { Review.isSafe(reference: String(name)) ? String(name) : nil }

  /// Whether this program wrote a PDF.
  private func isOurs(_ file: String) -> Bool {
    guard let bytes = try? InputFile.read("\(batch.path)/\(file)", limit: .max) else { return false }
    return bytes.firstRange(of: Array("<pdf:Producer>complain</pdf:Producer>".utf8)) != nil
  }
}
