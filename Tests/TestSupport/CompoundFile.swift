/// Writes files as Outlook's are: streams and storages in a compound file ([MS-CFB], version 3).
public struct CompoundFile {
  /// A stream with its bytes, or a storage with what is in it.
  public indirect enum Entry {
    case stream(String, [UInt8])
    case storage(String, [Entry])
  }

  private static let sector = 512
  private static let end: UInt32 = 0xFFFF_FFFE
  private static let none: UInt32 = 0xFFFF_FFFF

  private struct Node {
    var name: String
    var type: UInt8
    var child = CompoundFile.none
    var next = CompoundFile.none
    var bytes: [UInt8] = []
    var start = CompoundFile.end
  }

  private var nodes = [Node(name: "Root Entry", type: 5)]
  private var small: [UInt8] = []
  private var smallTable: [UInt32] = []

  /// The bytes of a file that holds these; streams must be shorter than 4,096 bytes, which is where others begin.
  public static func bytes(_ entries: [Entry]) -> [UInt8] {
    var file = CompoundFile()
    file.nodes[0].child = file.add(entries)
    return file.written()
  }

  private mutating func add(_ entries: [Entry]) -> UInt32 {
    var next = Self.none
    for entry in entries.reversed() {
      let position = nodes.count
      switch entry {
      case .stream(let name, let bytes):
        precondition(bytes.count < 4_096)
        nodes.append(Node(name: name, type: 2, next: next, bytes: bytes, start: keep(bytes)))
      case .storage(let name, let inside):
        nodes.append(Node(name: name, type: 1, next: next))
        nodes[position].child = add(inside)
      }
      next = UInt32(position)
    }
    return next
  }

  /// Puts a stream among the small ones, in pieces of 64 bytes; its first piece.
  private mutating func keep(_ bytes: [UInt8]) -> UInt32 {
    guard !bytes.isEmpty else { return Self.end }
    let first = UInt32(smallTable.count)
    small += Self.padded(bytes, to: 64)
    let pieces = (bytes.count + 63) / 64
    for piece in 1...pieces { smallTable.append(piece == pieces ? Self.end : first + UInt32(piece)) }
    return first
  }

  private func written() -> [UInt8] {
    func sectors(_ bytes: Int) -> Int { (bytes + Self.sector - 1) / Self.sector }
    let (directory, table, streams) = (sectors(nodes.count * 128), sectors(smallTable.count * 4), sectors(small.count))
    let payload = directory + table + streams
    // Its own sectors are in the table, too; a hundred and nine fit the header, these files need one or two.
    let tables = (payload + 126) / 127
    var fat = [UInt32](repeating: 0xFFFF_FFFD, count: tables)
    func chain(_ count: Int) -> UInt32 {
      guard count > 0 else { return Self.end }
      let first = UInt32(fat.count)
      for index in 1...count { fat.append(index == count ? Self.end : first + UInt32(index)) }
      return first
    }
    let (directoryStart, tableStart, streamStart) = (chain(directory), chain(table), chain(streams))
    fat += [UInt32](repeating: Self.none, count: tables * 128 - fat.count)

    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    for value: UInt16 in [0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0] { header += Self.little(value) }
    for value in [0, UInt32(tables), directoryStart, 0, 4_096, tableStart, UInt32(table), Self.end, 0] {
      header += Self.little(value)
    }
    for index in 0..<109 { header += Self.little(index < tables ? UInt32(index) : Self.none) }

    var entries: [UInt8] = []
    for (index, node) in nodes.enumerated() {
      let name = Array(node.name.utf16) + [0]
      entries += Self.padded(name.flatMap(Self.little), to: 64) + Self.little(UInt16(2 * name.count)) + [node.type, 1]
      entries += Self.little(Self.none) + Self.little(node.next) + Self.little(node.child)
      entries += [UInt8](repeating: 0, count: 36) + Self.little(index == 0 ? streamStart : node.start)
      entries += Self.little(UInt64(index == 0 ? small.count : node.bytes.count))
    }
    return header + fat.flatMap(Self.little) + Self.padded(entries, to: Self.sector)
      + Self.padded(smallTable.flatMap(Self.little), to: Self.sector, with: 0xFF) + Self.padded(small, to: Self.sector)
  }

  private static func padded(_ bytes: [UInt8], to size: Int, with filler: UInt8 = 0) -> [UInt8] {
    bytes + [UInt8](repeating: filler, count: (size - bytes.count % size) % size)
  }

  private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}

/// A mail as Outlook saves it ([MS-OXMSG]).
public enum OutlookMessage {
  /// The bytes of such a file.
  ///
  /// - Parameters:
  ///   - sent: the day Outlook says it was sent, in days since 1970; nil in drafts.
  ///   - header: the header as it was transmitted; nil in what was sent from Outlook.
  public static func bytes(
    subject: String, text: String, from: String, to: String, sent: Int? = nil, header: String? = nil,
    attachments: [[UInt8]] = []
  ) -> [UInt8] {
    func string(_ tag: String, _ value: String) -> CompoundFile.Entry {
      .stream("__substg1.0_\(tag)001F", value.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }
    var properties = [UInt8](repeating: 0, count: 32)
    if let sent {
      // 100-nanosecond steps since 1601; 1970 is 134,774 days later.
      let time = (UInt64(sent) + 134_774) * 864_000_000_000
      properties += [0x40, 0x00, 0x39, 0x00, 6, 0, 0, 0] + withUnsafeBytes(of: time.littleEndian) { Array($0) }
    }
    var entries = [
      CompoundFile.Entry.stream("__properties_version1.0", properties), string("0037", subject), string("1000", text),
      string("0C1A", from), string("0C1F", from), string("0E04", to),
    ]
    if let header { entries.append(string("007D", header)) }
    for (index, bytes) in attachments.enumerated() {
      entries.append(
        .storage(
          "__attach_version1.0_#0000000\(index)",
          [
            .stream("__properties_version1.0", [UInt8](repeating: 0, count: 8)), .stream("__substg1.0_37010102", bytes),
            string("3707", "file\(index)"),
          ]))
    }
    return CompoundFile.bytes(entries)
  }
}
