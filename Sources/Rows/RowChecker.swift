import Casebook
import Digests
import Matter

/// Checks rows with everything that is known beside them; several threads may do so at once.
public struct RowChecker: Sendable {
  /// Reads single rows.
  public let reader: RowReader
  private let comparison: RowComparison
  private let look: EvidenceLook?

  /// The hash of a file of evidence; `nil` if it is not there.
  public typealias EvidenceLook = @Sendable (_ file: String) -> SHA256Digest?

  /// Takes what single rows are held against.
  ///
  /// - Parameter look: looks at the files of evidence; nobody does if not given.
  public init(
    _ reader: RowReader, comparison: RowComparison = RowComparison(), look: EvidenceLook? = nil
  ) {
    self.reader = reader
    self.comparison = comparison
    self.look = look
  }

  /// Reads and checks a row.
  public func check(_ row: Row) throws(CasebookError) -> RowReading {
    var reading = try reader.read(row, marked: comparison.kinds)
    var beside: [Finding] = []
    if !comparison.kinds.isEmpty {
      beside += comparison.findings(for: reading.marks, row: row.number, evidence: reading.evidenceFields)
    }
    if let look {
      for (number, item) in reading.matter.ownEvidence where !item.file.isEmpty {
        if EvidencePath.leadsOut(item.file) {
          beside.append(RowMessage.evidenceOutside.finding("evidence.\(number).file"))
          continue
        }
        guard let digest = look(item.file) else {
          beside.append(RowMessage.evidenceMissing.finding("evidence.\(number).file"))
          continue
        }
        reading.evidenceDigest += Self.mark(of: item.file, digest)
      }
    }
    add(beside, to: &reading, of: row)
    return reading
  }

  /// The digest that `check` gives a row, without checking it.
  func digest(of row: Row) throws(CasebookError) -> SHA256Digest {
    var (bytes, files) = try reader.content(of: row)
    if let look {
      for file in files where !file.isEmpty && !EvidencePath.leadsOut(file) {
        if let digest = look(file) { bytes += Self.mark(of: file, digest) }
      }
    }
    return SHA256Digest(of: bytes)
  }

  private static func mark(of file: String, _ digest: SHA256Digest) -> [UInt8] {
    Array(file.utf8) + [0] + digest.bytes
  }

  /// Adds to what is wrong with a row what showed later.
  public func add(_ findings: [Finding], to reading: inout RowReading, of row: Row) {
    guard !findings.isEmpty else { return }
    reading.findings = RowReader.sorted(
      reading.findings + findings.map { reader.placed($0, in: row, of: reading.matter) })
  }
}

/// The digest of everything that was checked: who releases it releases exactly these rows.
///
/// It depends on what the rows say and on their order, not on how the file that holds them is written.
public struct BatchDigest: Hashable, Sendable, CustomStringConvertible {
  private var digest: SHA256Digest

  /// Begins with what is the same for all rows, such as the date, the campaign and the organisation.
  public init(_ conditions: [String]) {
    var all: [UInt8] = []
    for condition in conditions {
      withUnsafeBytes(of: UInt64(condition.utf8.count).littleEndian) { all.append(contentsOf: $0) }
      all += condition.utf8
    }
    digest = SHA256Digest(of: all)
  }

  /// Adds the digest of the next row.
  public mutating func add(_ row: [UInt8]) { digest = SHA256Digest(of: digest.bytes + row) }

  /// Lower-case hexadecimal, 64 characters.
  public var description: String { digest.hexadecimal }
}

extension RowReading {
  /// The hash of what the row says, and of its evidence where that was looked at.
  public var digest: SHA256Digest { SHA256Digest(of: evidenceDigest.isEmpty ? canonical : canonical + evidenceDigest) }
}
