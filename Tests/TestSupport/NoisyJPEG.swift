import Foundation

/// A large JPEG that every decoder takes: three colours of noise, one row of blocks over and over.
public enum NoisyJPEG {
  /// Five bits for each of so many coefficients of a block; the others are nothing.
  private static let coefficients = 34

  /// Writes one of about a byte a pixel.
  ///
  /// - Parameters:
  ///   - url: a file that is not there yet.
  ///   - width: in pixels, as `height`.
  ///   - seed: of the noise.
  public static func write(to url: URL, width: Int, height: Int, seed: UInt64) throws {
    let blocks = (width + 7) / 8
    let row = row(of: 3 * blocks, seed: seed)
    var bytes: [UInt8] = [0xFF, 0xD8]
    append(0xDB, [0] + [UInt8](repeating: 3, count: 64), to: &bytes)
    append(0xC0, [8] + big(height) + big(width) + [3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0], to: &bytes)
    // No difference to the mean of the block before: 0. Four bits of a coefficient follow: 0; no more coefficients: 10.
    append(0xC4, [0x00, 1] + [UInt8](repeating: 0, count: 15) + [0x00], to: &bytes)
    append(0xC4, [0x10, 1, 1] + [UInt8](repeating: 0, count: 14) + [0x04, 0x00], to: &bytes)
    append(0xDD, big(blocks), to: &bytes)
    append(0xDA, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0], to: &bytes)
    let rows = (height + 7) / 8
    bytes.reserveCapacity(bytes.count + rows * (row.count + 2))
    for number in 0..<rows {
      bytes += row
      bytes += number == rows - 1 ? [0xFF, 0xD9] : [0xFF, 0xD0 + UInt8(number % 8)]
    }
    try Data(bytes).write(to: url)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -60)], ofItemAtPath: url.path)
  }

  private static func append(_ marker: UInt8, _ content: [UInt8], to bytes: inout [UInt8]) {
    bytes += [0xFF, marker] + big(content.count + 2) + content
  }

  private static func big(_ number: Int) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 0xFF)] }

  /// The code of blocks, filled up with ones.
  private static func row(of blocks: Int, seed: UInt64) -> [UInt8] {
    var random = SeededRandom(seed: seed)
    var bytes: [UInt8] = []
    var (held, count): (UInt64, Int) = (0, 0)
    func put(_ bits: UInt64, _ length: Int) {
      (held, count) = (held << UInt64(length) | bits, count + length)
      while count >= 8 {
        let byte = UInt8(truncatingIfNeeded: held >> UInt64(count - 8))
        bytes += byte == 0xFF ? [0xFF, 0] : [byte]
        count -= 8
      }
    }
    for _ in 0..<blocks {
      put(0, 1)
      for _ in 0..<coefficients { put(random.next() >> 60, 5) }
      put(0b10, 2)
    }
    if count > 0 { put((1 << UInt64(8 - count)) - 1, 8 - count) }
    return bytes
  }
}
