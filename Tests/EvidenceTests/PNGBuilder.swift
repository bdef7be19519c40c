import CDeflate

/// Writes PNG files of every kind, so that the reader is tested against known pixels.
struct PNGBuilder {
  var width: Int
  var height: Int
  var depth: Int
  var colourType: Int
  var isInterlaced = false
  /// Chunks before the pixels.
  var before: [(String, [UInt8])] = []
  /// Samples, row by row, each at most `depth` bits.
  var samples: [Int]

  var channels: Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colourType] ?? 1 }

  /// The file up to its pixels.
  var header: [UInt8] {
    let header =
      bigEndian(width) + bigEndian(height) + [UInt8(depth), UInt8(colourType), 0, 0, isInterlaced ? 1 : 0]
    let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    return before.reduce(start + PNGBuilder.chunk("IHDR", header)) { $0 + PNGBuilder.chunk($1.0, $1.1) }
  }

  /// The whole file; rows cut over so many IDAT chunks.
  func file(chunks: Int = 1) -> [UInt8] {
    var bytes = header
    let data = PNGBuilder.deflated(filtered)
    let size = (data.count + chunks - 1) / chunks
    for start in stride(from: 0, to: data.count, by: max(1, size)) {
      bytes += PNGBuilder.chunk("IDAT", Array(data[start..<min(start + size, data.count)]))
    }
    return bytes + PNGBuilder.chunk("IEND", [])
  }

  /// Rows with filter type 0.
  private var filtered: [UInt8] {
    guard isInterlaced else { return rows(width, height) { ($0, $1) } }
    let passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    return passes.flatMap { x, y, across, down -> [UInt8] in
      let columns = (width - x + across - 1) / across
      let lines = (height - y + down - 1) / down
      return columns > 0 && lines > 0 ? rows(columns, lines) { (x + $0 * across, y + $1 * down) } : []
    }
  }

  private func rows(_ columns: Int, _ lines: Int, _ place: (Int, Int) -> (Int, Int)) -> [UInt8] {
    (0..<lines).flatMap { line -> [UInt8] in
      var row: [UInt8] = [0]
      var (bits, filled) = (0, 0)
      for column in 0..<columns {
        let (x, y) = place(column, line)
        for channel in 0..<channels {
          bits = bits << depth | samples[(y * width + x) * channels + channel]
          filled += depth
          while filled >= 8 {
            row.append(UInt8(truncatingIfNeeded: bits >> (filled - 8)))
            filled -= 8
          }
        }
      }
      if filled > 0 { row.append(UInt8(truncatingIfNeeded: bits << (8 - filled))) }
      return row
    }
  }

  static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + body
    return bigEndian(body.count) + named + bigEndian(Int(libdeflate_crc32(0, named, named.count)))
  }

  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    let compressor = libdeflate_alloc_compressor(6)
    defer { libdeflate_free_compressor(compressor) }
    var output = [UInt8](repeating: 0, count: bytes.count + 64)
    let count = libdeflate_zlib_compress(compressor, bytes, bytes.count, &output, output.count)
    return Array(output[..<count])
  }

  static func inflated(_ bytes: [UInt8], count: Int) -> [UInt8]? {
    let decompressor = libdeflate_alloc_decompressor()
    defer { libdeflate_free_decompressor(decompressor) }
    var output = [UInt8](repeating: 0, count: count)
    var written = 0
    guard
      libdeflate_zlib_decompress(decompressor, bytes, bytes.count, &output, count, &written) == LIBDEFLATE_SUCCESS
    else { return nil }
    return Array(output[..<written])
  }
}

func bigEndian(_ value: Int) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}
