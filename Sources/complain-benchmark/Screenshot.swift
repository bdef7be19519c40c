import CDeflate
import Glibc
import LocalWorld

/// A telephone's screenshot that nobody took: a bar, a photograph, lines of letters.
///
/// The same for the same number.
struct Screenshot {
  static let width = 1080
  static let height = 2400
  /// Red, green, blue and opacity, a pixel after the other.
  private var pixels: [UInt8]

  init(number: Int) {
    pixels = Array(repeating: 0xF8, count: Self.width * Self.height * 4)
    var random = SeededGenerator(seed: UInt64(1000 + number))
    fill(0..<Self.height, 0..<Self.width) { _, _ in (0xFA, 0xFA, 0xFC) }
    fill(0..<180, 0..<Self.width) { _, _ in (0x18, 0x5A, 0xBC) }
    // A photograph: light that changes slowly, and a sensor's noise.
    fill(220..<820, 60..<1020) { row, column in
      let light = (row * 120 / 2400 + column * 90 / 1080 + number * 7) & 0x7F
      let noise = Int.random(in: 0...7, using: &random)
      return (UInt8(60 + light + noise), UInt8(50 + light / 2 + noise), UInt8(90 + noise))
    }
    // Letters of five by seven dots, each dot four pixels wide, with grey edges as a screen draws them.
    for line in stride(from: 900, to: 2320, by: 52) {
      var column = 60
      while column < 60 + Int.random(in: 500...940, using: &random) {
        let dots = Int.random(in: 0...(1 << 35 - 1), using: &random)
        fill(line..<(line + 28), column..<min(column + 20, 1060)) { row, x in
          let (across, down) = (x - column, row - line)
          guard dots >> (down / 4 * 5 + across / 4) & 1 == 1 else { return (0xFA, 0xFA, 0xFC) }
          let isEdge = across % 4 == 0 || down % 4 == 3
          return isEdge ? (0x78, 0x78, 0x7C) : (0x20, 0x20, 0x24)
        }
        column += Int.random(in: 0...6, using: &random) == 0 ? 44 : 24
      }
    }
  }

  private mutating func fill(
    _ rows: Range<Int>, _ columns: Range<Int>, _ colour: (_ row: Int, _ column: Int) -> (UInt8, UInt8, UInt8)
  ) {
    for row in rows {
      for column in columns {
        let place = (row * Self.width + column) * 4
        (pixels[place], pixels[place + 1], pixels[place + 2]) = colour(row, column)
        // A window's round corner: the only pixels that are not opaque.
        let (x, y) = (min(column, Self.width - 1 - column), min(row, Self.height - 1 - row))
        let isCorner = x + y < 40
        pixels[place + 3] = isCorner ? UInt8(x + y) * 6 : 255
      }
    }
  }

  /// The picture as a telephone saves it, or a part of it: the left columns of some rows.
  func png(hasAlpha: Bool, width: Int = Self.width, rows wanted: Range<Int> = 0..<Self.height) -> [UInt8] {
    let channels = hasAlpha ? 4 : 3
    var rows: [UInt8] = []
    rows.reserveCapacity((width * channels + 1) * wanted.count)
    for row in wanted {
      // The filter `Up`: what differs from the row above.
      rows.append(2)
      for column in 0..<width {
        let place = (row * Self.width + column) * 4
        for channel in 0..<channels {
          let above = row == wanted.lowerBound ? 0 : pixels[place - Self.width * 4 + channel]
          rows.append(pixels[place + channel] &- above)
        }
      }
    }
    let header = Self.bigEndian(width) + Self.bigEndian(wanted.count) + [8, hasAlpha ? 6 : 2, 0, 0, 0]
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Self.chunk("IHDR", header[...])
    let packed = Self.deflated(rows)
    // The size that libpng cuts chunks to.
    for start in stride(from: 0, to: packed.count, by: 8192) {
      file += Self.chunk("IDAT", packed[start..<min(start + 8192, packed.count)])
    }
    return file + Self.chunk("IEND", [])
  }

  /// Writes a picture as a person has it: not made this very second.
  static func write(_ png: [UInt8], to path: String) throws {
    _ = try OutputFile.write(png, to: path, collision: .overwrite)
    var times = [timeval(tv_sec: 1_700_000_000, tv_usec: 0), timeval(tv_sec: 1_700_000_000, tv_usec: 0)]
    utimes(path, &times)
  }

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    let compressor = libdeflate_alloc_compressor(6)
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { target, count in
      count = libdeflate_zlib_compress(compressor, bytes, bytes.count, target.baseAddress, bound)
    }
  }

  private static func chunk(_ name: String, _ body: ArraySlice<UInt8>) -> [UInt8] {
    let named = Array(name.utf8) + body
    return bigEndian(body.count) + named + bigEndian(Int(libdeflate_crc32(0, named, named.count)))
  }

  private static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
