import Document
import Storage

/// What a PDF file of this program states of its exhibits, and the originals inside it.
struct StatedExhibits {
  /// The exhibits, in order.
  private(set) var statements: [ExhibitRecord] = []
  /// Which of several files it is, from 1.
  private(set) var part = 1
  /// The files inside: the file specification's streams by name.
  private(set) var files: [String: (dictionary: [String: PDFValue], bytes: StoredBytes)?] = [:]

  /// The most exhibits and embedded files that are looked at.
  private static let limit = 4_000

  init(_ container: PDFContainer) throws(VerificationFault) {
    guard let catalog = try container.dictionary(container.trailer["Root"]) else { throw .damaged }
    guard let pieces = try container.dictionary(catalog["PieceInfo"]),
      let own = try container.dictionary(pieces[ExhibitRecord.application]),
      let stated = try container.dictionary(own["Private"]), stated["Version"] == .integer(1),
      let exhibits = try container.resolved(stated["Exhibits"])?.array
    else { throw .noExhibits }
    guard let part = stated["Part"]?.integer, (1...Self.limit).contains(exhibits.count) else { throw .damaged }
    self.part = part
    for exhibit in exhibits {
      guard let entry = exhibit.dictionary, let statement = Self.statement(entry) else { throw .damaged }
      statements.append(statement)
    }
    guard Set(statements.map(\.number)).count == statements.count else { throw .damaged }
    guard let names = try container.dictionary(catalog["Names"]), let tree = names["EmbeddedFiles"] else { return }
    try addFiles(of: tree, in: container)
  }

  private static func statement(_ entry: [String: PDFValue]) -> ExhibitRecord? {
    guard let number = entry["Number"]?.ascii, (1...8).contains(number.utf8.count),
      number.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }),
      let place = entry["Place"]?.name.flatMap(ExhibitRecord.Place.init(rawValue:)), let part = entry["Part"]?.integer,
      (1...limit).contains(part)
    else { return nil }
    // Of what is withheld nothing is stated.
    if place == .withheld {
      guard Set(entry.keys) == ["Number", "Place", "Part"] else { return nil }
      return ExhibitRecord(number: number, name: nil, place: place, size: nil, sha256: nil, part: part)
    }
    guard let size = entry["Size"]?.integer, size >= 0, let sha256 = entry["SHA256"]?.ascii, isDigest(sha256) else {
      return nil
    }
    let name = entry["Name"]?.ascii
    // What is said to be delivered has the name it was delivered under.
    guard place == .kept || name != nil else { return nil }
    return ExhibitRecord(number: number, name: name, place: place, size: size, sha256: sha256, part: part)
  }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Reads the name tree, level by level; a tree that names a node twice ends at the limit.
  private mutating func addFiles(of root: PDFValue, in container: PDFContainer) throws(VerificationFault) {
    var nodes = [root]
    var seen = 0
    while let next = nodes.popLast() {
      seen += 1
      guard seen <= Self.limit, let node = try container.dictionary(next) else { throw .damaged }
      if let kids = try container.resolved(node["Kids"])?.array {
        guard kids.count <= Self.limit else { throw .damaged }
        nodes += kids
      }
      let pairs = try container.resolved(node["Names"])?.array ?? []
      guard pairs.count % 2 == 0, files.count + pairs.count / 2 <= Self.limit else { throw .damaged }
      for index in stride(from: 0, to: pairs.count, by: 2) {
        guard let name = pairs[index].ascii, let file = try container.dictionary(pairs[index + 1]) else {
          throw .damaged
        }
        let streams = try container.dictionary(file["EF"])
        guard files.updateValue(try container.stream(streams?["F"]), forKey: name) == nil else { throw .damaged }
      }
    }
  }
}
