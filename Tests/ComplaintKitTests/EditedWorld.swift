import ComplaintKit
import Evidence
import Storage

/// The tests' world with other words in some files of the data folder.
struct EditedWorld: World {
  let edit: @Sendable (_ path: String, _ text: String) -> String

  /// The bytes of files of evidence that only this world has.
  let files: [String: [UInt8]]

  init(files: [String: [UInt8]] = [:], _ edit: @escaping @Sendable (_ path: String, _ text: String) -> String) {
    (self.files, self.edit) = (files, edit)
  }

  var fontFolder: String { Bench.world.fontFolder }

  func data(_ path: String) -> [UInt8]? {
    Bench.world.data(path).map { Array(edit(path, String(decoding: $0, as: UTF8.self)).utf8) }
  }

  func names(in folder: String) -> [String] { Bench.world.names(in: folder) }
  func resource(_ resource: SystemResource) -> [UInt8]? { Bench.world.resource(resource) }
  func keep(_ bytes: [UInt8]) -> StoredBytes { Bench.world.keep(bytes) }

  func evidence(_ path: String, limit: Int) throws(EvidenceObstacle) -> EvidenceFile {
    if let file = files[path] { return EvidenceFile(file) }
    return try Bench.world.evidence(path, limit: limit)
  }

  func message(_ choice: MailChoice, of path: String, limit: Int) throws(EvidenceObstacle) -> EvidenceFile {
    try Bench.world.message(choice, of: path, limit: limit)
  }

  func evidenceFolder(_ path: String) throws(EvidenceObstacle) -> [FolderEntry] {
    try Bench.world.evidenceFolder(path)
  }

  func convert(_ bytes: [UInt8], _ conversion: Conversion, pages: Int) throws(ConversionObstacle) -> ConvertedFiles {
    try Bench.world.convert(bytes, conversion, pages: pages)
  }
}
