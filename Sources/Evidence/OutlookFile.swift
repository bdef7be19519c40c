/// The container of Outlook's files ([MS-CFB], Compound File Binary).
///
/// Only its table of sectors is read here: what the converter does not ask, whether all of the file is there.
enum OutlookFile {
  /// Whether a file of this kind holds a mail: old office documents are of the same kind.
  static func isMail(_ bytes: [UInt8]) -> Bool {
    // The name of the stream that every message has ([MS-OXMSG], 2.4), in the UTF-16 of the container's directory.
    let name = "__properties_version1.0".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    return bytes.containsBytes(name)
  }

  /// Whether every sector that the file says it uses lies within it.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    // Header, 2.2: 512-byte sectors in version 3, 4,096 in version 4; the header takes one.
    guard bytes.count >= 512, let shift = bytes.littleEndian(at: 30, 2), shift == 9 || shift == 12 else { return false }
    let sector = 1 << shift
    let sectors = bytes.count / sector - 1
    guard let tables = tables(of: bytes, sector: sector, sectors: sectors) else { return false }
    let entries = sector / 4
    for (index, table) in tables.enumerated() {
      for entry in 0..<entries where bytes.littleEndian(at: (table + 1) * sector + 4 * entry, 4) != free {
        guard index * entries + entry < sectors else { return false }
      }
    }
    return !tables.isEmpty
  }

  private static let free = 0xFFFF_FFFF

  /// The sectors that hold the table (FAT), in order; nil where one lies outside the file.
  private static func tables(of bytes: [UInt8], sector: Int, sectors: Int) -> [Int]? {
    guard let count = bytes.littleEndian(at: 44, 4), count <= sectors, var next = bytes.littleEndian(at: 68, 4) else {
      return nil
    }
    // The header lists 109; the others stand in sectors that each end with the number of the next.
    var found = (0..<109).compactMap { bytes.littleEndian(at: 76 + 4 * $0, 4) }
    while found.count < count {
      guard next < sectors else { return nil }
      let start = (next + 1) * sector
      found += stride(from: start, to: start + sector - 4, by: 4).compactMap { bytes.littleEndian(at: $0, 4) }
      next = bytes.littleEndian(at: start + sector - 4, 4) ?? free
    }
    let tables = found.prefix(count)
    return tables.allSatisfy { $0 < sectors } ? Array(tables) : nil
  }
}

extension [UInt8] {
  /// A number of so many bytes, the lowest first; nil beyond the end.
  fileprivate func littleEndian(at offset: Int, _ width: Int) -> Int? {
    guard offset >= 0, offset + width <= count else { return nil }
    return self[offset..<(offset + width)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
