import Document
import Glibc

/// A JPEG taken apart and put together again without what is not the picture (ITU-T T.81, Annex B).
struct JPEGFile {
  private(set) var width = 0
  private(set) var height = 0
  /// Samples a pixel: 1, 3, or 4 for the colours of print.
  private(set) var components = 0
  /// How the picture is to be turned.
  private(set) var orientation = Image.Orientation.upright
  /// What else is in the file.
  private(set) var extras: Set<HiddenData> = []
  /// What the same picture begins with, without application segments and comments: what a decoder must know of colours.
  private(set) var head: [UInt8] = [0xFF, 0xD8]
  /// Where its own segments and scans lie; nothing but an end marker follows them.
  private(set) var body: [Range<Int>] = []

  /// The end of every JPEG.
  static let end: [UInt8] = [0xFF, 0xD9]

  private let bytes: [UInt8]
  /// The pixels that were encoded together.
  private(set) var blockSize = (across: 8, down: 8)
  /// Whether a marker of Adobe's is there, which says how colours stand.
  var hasAdobeMarker: Bool { adobeTransform != nil }

  private var componentNames: [UInt8] = []
  private var blocks = 0
  private var entropyBytes = 0
  private var hasJFIF = false
  private var adobeTransform: UInt8?
  private var isProgressive = false

  /// How many coefficients a decoder must hold at once at most: all of a progressive file, else hardly any.
  var heldCoefficients: Int { isProgressive ? width * height * components : 0 }

  /// Takes a file apart.
  init(_ bytes: [UInt8], pixelLimit: Int) throws(FormatFault) {
    self.bytes = bytes
    var offset = 2
    var ended = false
    while !ended {
      guard offset < bytes.count, bytes[offset] == 0xFF else {
        throw .damaged(offset >= bytes.count ? .endsEarly : .segments)
      }
      // Any number of fill bytes may precede a marker.
      while offset < bytes.count, bytes[offset] == 0xFF { offset += 1 }
      guard offset < bytes.count else { throw .damaged(.endsEarly) }
      let marker = bytes[offset]
      offset += 1
      switch marker {
      case 0xD9: ended = true
      case 0x00, 0x01, 0xD0...0xD8: throw .damaged(.segments)
      default:
        guard let length = bytes.bigEndian16(at: offset), length >= 2, length <= bytes.count - offset else {
          throw .damaged(.endsEarly)
        }
        let segment = (offset + 2)..<(offset + length)
        let isKept = try take(marker, segment, pixelLimit)
        if isKept { keep((offset - 2)..<segment.upperBound) }
        offset = segment.upperBound
        if marker == 0xDA { offset = keepScan(from: offset) }
      }
    }
    guard components > 0, entropyBytes > 0 else { throw .damaged(.noPicture) }
    // Every block costs at least a bit.
    guard entropyBytes * 8 >= blocks else { throw .damaged(.pixelsMissing) }
    if bytes[offset...].contains(where: { $0 != 0 }) { extras.insert(.trailing) }
    finish()
  }

  /// Reads a segment; says whether it belongs to the picture.
  private mutating func take(_ marker: UInt8, _ segment: Range<Int>, _ pixelLimit: Int) throws(FormatFault) -> Bool {
    switch marker {
    case 0xC0...0xC2:
      isProgressive = marker == 0xC2
      try readFrame(segment, pixelLimit)
      return true
    case 0xC4, 0xDB, 0xDD: return true
    case 0xDA:
      guard components > 0 else { throw .damaged(.segments) }
      return true
    case 0xC3, 0xC5...0xCF: throw .unsupported(.coding)
    case 0xDC: throw .unsupported(.lateHeight)
    case 0xE0...0xEF:
      readApplication(marker, segment)
      return false
    case 0xFE:
      extras.insert(.comment)
      return false
    default:
      extras.insert(.other)
      return false
    }
  }

  private mutating func readFrame(_ segment: Range<Int>, _ pixelLimit: Int) throws(FormatFault) {
    guard components == 0 else { throw .damaged(.twoFrames) }
    let start = segment.lowerBound
    guard segment.count >= 6, let height = bytes.bigEndian16(at: start + 1),
      let width = bytes.bigEndian16(at: start + 3), width > 0
    else { throw .damaged(.header) }
    guard bytes[start] == 8 else { throw .unsupported(.deepColour) }
    guard height > 0 else { throw .unsupported(.lateHeight) }
    guard width <= pixelLimit / height else { throw .tooManyPixels(width: width, height: height, limit: pixelLimit) }
    let count = Int(bytes[start + 5])
    guard segment.count == 6 + 3 * count else { throw .damaged(.header) }
    guard count == 1 || count == 3 || count == 4 else { throw .unsupported(.colours) }
    var largest = (horizontal: 1, vertical: 1)
    for index in 0..<count {
      let sampling = bytes[start + 7 + 3 * index]
      let (horizontal, vertical) = (Int(sampling >> 4), Int(sampling & 15))
      guard (1...4).contains(horizontal), (1...4).contains(vertical) else { throw .damaged(.header) }
      largest = (max(largest.horizontal, horizontal), max(largest.vertical, vertical))
      componentNames.append(bytes[start + 6 + 3 * index])
    }
    let (across, down) = (8 * largest.horizontal, 8 * largest.vertical)
    blockSize = (across, down)
    blocks = ((width + across - 1) / across) * ((height + down - 1) / down)
    (self.width, self.height, components) = (width, height, count)
    if count == 4 { extras.insert(.printColours) }
  }

  private mutating func readApplication(_ marker: UInt8, _ segment: Range<Int>) {
    let content = bytes[segment]
    let start = segment.lowerBound
    switch marker {
    case 0xE0 where content.holds("JFIF\0", at: start):
      hasJFIF = true
      // Width and height of the thumbnail, at the end of the fixed part.
      if content.count >= 14, bytes[start + 12] != 0, bytes[start + 13] != 0 { extras.insert(.thumbnail) }
    case 0xE0 where content.holds("JFXX\0", at: start): extras.insert(.thumbnail)
    case 0xE1 where content.holds("Exif\0", at: start):
      let exif = ExifBlock(content.dropFirst(6))
      orientation = exif.orientation
      extras.formUnion(exif.extras)
    case 0xE1 where content.holds("http://ns.adobe.com/x", at: start):
      extras.insert(.xmp)
      if HiddenData.contains(content, "GPSL") { extras.insert(.location) }
    case 0xE2 where content.holds("ICC_PROFILE\0", at: start):
      if !HiddenData.namesStandardColours(content) { extras.insert(.colourProfile) }
    case 0xED: extras.insert(.editor)
    case 0xEE where content.holds("Adobe", at: start) && content.count >= 12: adobeTransform = bytes[start + 11]
    default: extras.insert(.other)
    }
  }

  /// Its pixels, as they are stored.
  ///
  /// - Parameter size: how many are enough; nil if all are wanted.
  func decoded(atLeast size: (width: Int, height: Int)? = nil) throws(FormatFault) -> JPEGCodec.Pixels {
    // One copy of the file and no more: it may be large.
    var picture: [UInt8] = []
    picture.reserveCapacity(body.reduce(head.count + Self.end.count) { $0 + $1.count })
    picture += head
    for range in body { picture += bytes[range] }
    picture += Self.end
    return try JPEGCodec.decode(picture, components: components, hasAdobeMarker: hasAdobeMarker, atLeast: size)
  }

  private mutating func keep(_ range: Range<Int>) {
    if let last = body.last, last.upperBound == range.lowerBound {
      body[body.count - 1] = last.lowerBound..<range.upperBound
    } else {
      body.append(range)
    }
  }

  /// Keeps entropy-coded data up to the next marker that is neither a restart nor a stuffed byte.
  private mutating func keepScan(from start: Int) -> Int {
    let end = bytes.withUnsafeBufferPointer { buffer -> Int in
      guard let base = buffer.baseAddress else { return 0 }
      var offset = start
      while offset < buffer.count {
        guard let found = memchr(base + offset, 0xFF, buffer.count - offset) else { return buffer.count }
        offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        guard offset + 1 < buffer.count else { return buffer.count }
        let next = buffer[offset + 1]
        // A fill byte before a marker is the marker's.
        guard next == 0 || (0xD0...0xD7).contains(next) else { return offset }
        offset += 2
      }
      return buffer.count
    }
    keep(start..<end)
    entropyBytes += end - start
    return end
  }

  /// Says what the decoder must know about colours.
  private mutating func finish() {
    if hasJFIF { head += [0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0] }
    // Decoders take components named R, G, B for what they are; PDF does not unless told (ISO 32000-1, table 13).
    let isNamedRGB = !hasJFIF && componentNames == Array("RGB".utf8)
    if let transform = adobeTransform ?? (isNamedRGB ? 0 : nil) {
      head += [0xFF, 0xEE, 0, 14] + Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, transform]
    }
  }
}
