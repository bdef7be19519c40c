import Glibc

/// Cuts rows into cells at the speed at which bytes can be looked at, as long as their quotation marks stand where they must.
///
/// Such rows it reads exactly as libcsv does, which needs thirty instructions a byte. Of any other row it says that it cannot:
/// what quotation marks in strange places mean is libcsv's to say.
struct RowSplitter {
  /// What stands at the beginning of some bytes.
  enum Found {
    /// A row with its line end, so many bytes long.
    case row(length: Int, end: UInt8)
    /// A line end with nothing before it but blanks.
    case lineEnd(length: Int, end: UInt8)
    /// The row does not end in these bytes; what is here is none of ours.
    case unfinished, strange
  }

  /// The cells of a row.
  struct Cells {
    /// One behind the other.
    var text: [UInt8] = []
    /// Where each of them ends.
    var ends: [Int] = []
  }

  let separator: UInt8

  /// Looks for a row at the beginning of some bytes, at which no other one is under way.
  ///
  /// - Parameter cells: what the row holds, in place of what was there.
  func next(_ bytes: UnsafeBufferPointer<UInt8>, into cells: inout Cells) -> Found {
    cells.text.removeAll(keepingCapacity: true)
    cells.ends.removeAll(keepingCapacity: true)
    var place = 0
    while cells.ends.count < CSVParser.mostCells {
      while place < bytes.count, isBlank(bytes[place]) { place += 1 }
      guard place < bytes.count else { return .unfinished }
      if cells.ends.isEmpty, Self.isLineEnd(bytes[place]) { return .lineEnd(length: place + 1, end: bytes[place]) }
      if bytes[place] == Self.mark {
        guard let end = quoted(bytes, from: place + 1, into: &cells.text) else { return .unfinished }
        place = end
        guard place < bytes.count else { return .unfinished }
        guard bytes[place] == separator || Self.isLineEnd(bytes[place]) else { return .strange }
      } else {
        place = bare(bytes, from: place, into: &cells.text)
        guard place < bytes.count else { return .unfinished }
      }
      cells.ends.append(cells.text.count)
      if bytes[place] != separator { return .row(length: place + 1, end: bytes[place]) }
      place += 1
    }
    return .strange
  }

  /// Takes a cell without quotation marks around it and gives the place of what ends it; blanks at its end are none of it.
  private func bare(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into text: inout [UInt8]) -> Int {
    guard let base = bytes.baseAddress else { return start }
    var end = start
    while end + Self.atOnce <= bytes.count, !endsCell(within: base + end) { end += Self.atOnce }
    while end < bytes.count, !endsCell(base[end]) { end += 1 }
    var last = end
    while last > start, isBlank(base[last - 1]) { last -= 1 }
    text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<last]))
    return end
  }

  /// Takes a cell up to the quotation mark that closes it and gives the place behind that; two marks within it are one.
  private func quoted(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into text: inout [UInt8]) -> Int? {
    var start = start
    while let mark = Self.place(of: Self.mark, in: bytes, from: start) {
      // Whether it is one of two does not show yet.
      guard mark + 1 < bytes.count else { return nil }
      guard bytes[mark + 1] == Self.mark else {
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<mark]))
        return mark + 1
      }
      text.append(contentsOf: bytes[start...mark])
      start = mark + 2
    }
    return nil
  }

  private static func place(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private static let mark = UInt8(ascii: "\"")
  /// How many bytes are looked at together.
  private static let atOnce = 16

  private func endsCell(_ byte: UInt8) -> Bool { byte == separator || Self.isLineEnd(byte) }

  /// Whether one of some bytes ends a cell; all comparisons are made, so that the compiler makes them together.
  private func endsCell(within bytes: UnsafePointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    var place = 0
    while place < Self.atOnce {
      let byte = bytes[place]
      found |= (byte == separator ? 1 : 0) | (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
      place &+= 1
    }
    return found != 0
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func isBlank(_ byte: UInt8) -> Bool { (byte == 0x20 || byte == 0x09) && byte != separator }
}
