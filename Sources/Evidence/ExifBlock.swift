import Document

/// The few facts an Exif block is read for; the rest of it is only ever removed (Exif 2.32, TIFF 6.0).
struct ExifBlock {
  /// How the picture is to be turned.
  private(set) var orientation = Image.Orientation.upright
  /// What it holds.
  private(set) var extras: Set<HiddenData> = [.camera]

  private let bytes: [UInt8]
  private let isLittle: Bool

  /// Reads a block that begins with the TIFF header; anything that is not valid counts as camera data.
  init(_ block: ArraySlice<UInt8>) {
    bytes = Array(block)
    isLittle = bytes.starts(with: [0x49, 0x49])
    guard isLittle || bytes.starts(with: [0x4D, 0x4D]), number(at: 2, size: 2) == 42,
      let first = number(at: 4, size: 4)
    else { return }
    for entry in entries(at: first) {
      switch entry.tag {
      case 0x0112:
        if let value = number(at: entry.value, size: 2),
          let turned = Image.Orientation(rawValue: UInt8(clamping: value))
        {
          orientation = turned
        }
      case 0x8825:
        // The directory alone is no place: some cameras write it with the time only.
        if let place = number(at: entry.value, size: 4),
          entries(at: place).contains(where: { $0.tag == 2 || $0.tag == 4 })
        {
          extras.insert(.location)
        }
      default: break
      }
    }
    let count = number(at: first, size: 2) ?? 0
    if let next = number(at: first + 2 + 12 * count, size: 4), next != 0, !entries(at: next).isEmpty {
      extras.insert(.thumbnail)
    }
  }

  private struct Entry {
    var tag: Int
    /// Where the value or its offset stands.
    var value: Int
  }

  private func entries(at offset: Int) -> [Entry] {
    guard let count = number(at: offset, size: 2), count <= 512 else { return [] }
    return (0..<count).compactMap { index in
      let place = offset + 2 + 12 * index
      return number(at: place, size: 2).map { Entry(tag: $0, value: place + 8) }
    }
  }

  private func number(at offset: Int, size: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - size else { return nil }
    let part = bytes[offset..<(offset + size)]
    return isLittle ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
  }
}
