import CDeflate
import Digests
import Document
import Storage

/// Whether the originals of a document's exhibits are what the document states.
public struct Verification: Hashable, Sendable {
  /// What was found of an original in one place.
  public enum State: String, Hashable, Sendable {
    /// Every byte is what it was.
    case unchanged
    /// There is something under its name, and it is something else.
    case changed
    /// It should be there and is not.
    case missing
  }

  /// What was found of an exhibit.
  public struct Exhibit: Hashable, Sendable {
    /// The annex's number as it is printed.
    public var number: String
    /// The SHA-256 that the document states; nil where the original is withheld.
    public var sha256: String?
    /// The size that it states, in bytes; nil where the original is withheld.
    public var size: Int?
    /// Inside the document; nil where it should not be there.
    public var inside: State?
    /// In the folder; nil without one, or where it need not be there and is not.
    public var folder: State?
    /// In which other of several files the annex stands; nil if in this one.
    public var otherPart: Int?
    /// Whether the original was delivered beside the document.
    public var isBeside: Bool

    /// Whether something is blacked out, so that the document states nothing of the original.
    public var isWithheld: Bool { sha256 == nil }

    /// Whether what should be there is missing or something else.
    public var isFaulty: Bool {
      let states = [inside, folder].compactMap { $0 }
      // A file that lies beside is not verified while nobody says where.
      return states.contains { $0 != .unchanged } || states.isEmpty && isBeside && otherPart == nil
    }
  }

  /// A file of the folder of originals.
  public struct Original: Sendable {
    /// Its name; never printed.
    public var name: String
    /// Its content.
    public var content: StoredBytes

    /// Names a file.
    public init(name: String, content: StoredBytes) { (self.name, self.content) = (name, content) }
  }

  /// The exhibits, in order.
  public private(set) var exhibits: [Exhibit] = []
  /// How many files lie inside the document that are the original of no exhibit of it.
  public private(set) var strangers = 0

  /// Whether everything is where and what the document states.
  public var isSound: Bool { strangers == 0 && !exhibits.contains(where: \.isFaulty) }

  /// The largest original that was packed in the document, in bytes: what becomes an exhibit is smaller.
  private static let packedLimit = 64 << 20

  /// Compares a document with what is inside it, and with a folder of originals.
  ///
  /// - Parameters:
  ///   - document: a PDF file of this program.
  ///   - folder: the files of the folder; their names tell a changed one from a missing one, their content all else.
  public init(_ document: StoredBytes, folder: [Original]?) throws(VerificationFault) {
    let stated = try StatedExhibits(try PDFContainer(document))
    let index = folder.map(Index.init)
    var used: Set<String> = []
    for statement in stated.statements {
      var exhibit = Exhibit(
        number: statement.number, sha256: statement.sha256, size: statement.size, isBeside: statement.place == .beside)
      let isHere = statement.part == stated.part
      if !isHere { exhibit.otherPart = statement.part }
      guard let stating = Statement(statement) else {
        exhibits.append(exhibit)
        continue
      }
      if statement.place == .embedded, isHere, let name = statement.name {
        used.insert(name)
        exhibit.inside = try Self.state(of: stated.files[name], stating)
      }
      let found = try index?.state(of: stating)
      // What was never delivered, or lies in another file, need not be in the folder.
      let isExpected = statement.place == .beside || statement.place == .embedded && isHere
      exhibit.folder = found == .missing && !isExpected ? nil : found
      exhibits.append(exhibit)
    }
    strangers = stated.files.keys.count { !used.contains($0) }
  }

  private static func state(
    of file: (dictionary: [String: PDFValue], bytes: StoredBytes)??, _ statement: Statement
  ) throws(VerificationFault) -> State {
    guard let file else { return .missing }
    // What is no stream, or cannot be read as one, is not what was put in.
    guard let file else { return .changed }
    switch file.dictionary["Filter"] {
    case nil:
      guard file.bytes.count == statement.size else { return .changed }
      return try digest(of: file.bytes) == statement.sha256 ? .unchanged : .changed
    case .name("FlateDecode"):
      guard statement.size <= packedLimit, file.bytes.count <= packedLimit else { return .changed }
      guard let bytes = try inflated(file.bytes, to: statement.size) else { return .changed }
      return SHA256Digest(of: bytes).hexadecimal == statement.sha256 ? .unchanged : .changed
    default: return .changed
    }
  }

  static func digest(of bytes: StoredBytes) throws(VerificationFault) -> String {
    do throws(StorageError) { return try bytes.sha256().hexadecimal } catch { throw .changed }
  }

  /// The unpacked bytes, if there are exactly so many: no packed stream can claim more memory than it states.
  private static func inflated(_ packed: StoredBytes, to size: Int) throws(VerificationFault) -> [UInt8]? {
    let bytes: [UInt8]
    do throws(StorageError) { bytes = try packed.whole() } catch { throw .changed }
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var isWhole = false
    let result = [UInt8](unsafeUninitializedCapacity: max(size, 1)) { memory, filled in
      // Without a place for the length, anything but exactly `size` bytes is a failure.
      let status = libdeflate_zlib_decompress(decompressor, bytes, bytes.count, memory.baseAddress, size, nil)
      isWhole = status == LIBDEFLATE_SUCCESS
      filled = isWhole ? size : 0
    }
    return isWhole ? result : nil
  }

  /// What is stated of an original.
  private struct Statement {
    let name: String?
    let size: Int
    let sha256: String

    /// Nil where nothing is stated.
    init?(_ record: ExhibitRecord) {
      guard let size = record.size, let sha256 = record.sha256 else { return nil }
      (name, self.size, self.sha256) = (record.name, size, sha256)
    }
  }

  /// The files of a folder by size and name; a file is read once, and only if an exhibit has its size.
  private final class Index {
    private let bySize: [Int: [Original]]
    private let names: Set<String>
    private var digests: [String: String] = [:]

    init(_ files: [Original]) {
      bySize = Dictionary(grouping: files, by: \.content.count)
      names = Set(files.map(\.name))
    }

    func state(of statement: Statement) throws(VerificationFault) -> State {
      for file in bySize[statement.size] ?? [] where try digest(of: file) == statement.sha256 { return .unchanged }
      return statement.name.map(names.contains) ?? false ? .changed : .missing
    }

    private func digest(of file: Original) throws(VerificationFault) -> String {
      if let known = digests[file.name] { return known }
      let digest = try Verification.digest(of: file.content)
      digests[file.name] = digest
      return digest
    }
  }
}
