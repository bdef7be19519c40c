import Digests
import Document
import Foundation
import Matter
import Storage
import TestSupport
import Testing

@testable import Evidence

/// Pictures with fewer pixels than the original's, where a channel's size limit leaves no room for more.
@Suite struct ReductionTests {
  /// Two inches wide, three high: at 200 dpi 400 x 600 pixels.
  private static let room = PictureReduction(width: 144, height: 216, pixel: 0.75)

  private func exhibit(
    _ bytes: [UInt8], _ file: String = "a.png", reduction: PictureReduction? = room,
    originals: OriginalsPolicy = .embed,
    areas: [Redaction.Area] = [], convert: @escaping Converter = noConverter
  ) throws -> Exhibit {
    var maker = try maker(originals: originals, convert: convert)
    maker.reduction = reduction
    var item = entry(file, .settings, alt: "a form")
    if !areas.isEmpty {
      item.redact = Redaction()
      item.redact?.areas = areas
    }
    return try maker.exhibit(number: 1, from: item, bytes: bytes)
  }

  /// Noise of few colours: a picture that takes much room.
  private static func noise(_ width: Int, _ height: Int) -> [UInt8] {
    var random = Seeded(state: 7)
    return plainPNG(width: width, height: height) { _, _ in [UInt8.random(in: 0...255, using: &random), 80, 200] }
  }

  /// The samples of a picture that is written as rows of a PNG.
  private static func samples(of image: Image) throws -> [UInt8] {
    let builder = PNGBuilder(
      width: image.width, height: image.height, depth: 8, colourType: image.colourSpace == .gray ? 0 : 2, samples: [])
    #expect(image.encoding == .pngRows)
    let empty = builder.header
    let bytes = empty + PNGBuilder.chunk("IDAT", image.bytes) + PNGBuilder.chunk("IEND", [])
    return try PNGDecoder.decode(PNGFile(bytes, pixelLimit: 1 << 24), of: bytes, pixelLimit: 1 << 24).samples
  }

  // MARK: When and how far

  @Test(arguments: [
    // As wide as the room; as high as it; no more pixels than are seen; at 96 dpi smaller than the room.
    (2_000, 1_000, 400, 200), (1_000, 3_000, 200, 600), (400, 300, nil, nil), (150, 2_000, nil, nil),
    // Turned by a quarter: stored rows are seen as columns.
    (3_000, 1_500, 600, 300),
  ])
  func noMorePixelsStayThanAreSeenInPrint(width: Int, height: Int, across: Int?, down: Int?) {
    var image = Image(
      width: width, height: height, bitsPerComponent: 8, colourSpace: .rgb, encoding: .jpeg, data: StoredBytes([]),
      identity: "x")
    if width == 3_000 { image.orientation = .turnedRight }
    let size = Self.room.size(of: image)
    #expect(size?.width == across && size?.height == down, "\(String(describing: size))")
  }

  @Test func aPictureIsScaledDownAndTheAnnexSaysSo() throws {
    let bytes = Self.noise(800, 900)
    let digest = SHA256Digest(of: bytes)
    for originals in OriginalsPolicy.allCases {
      let whole = try exhibit(bytes, reduction: nil, originals: originals)
      let scaled = try exhibit(bytes, originals: originals)
      let (before, after) = (try image(of: whole), try image(of: scaled))
      #expect((after.width, after.height) == (400, 450))
      #expect(after.data.count < before.data.count / 2)
      let said =
        "note: What is shown was scaled down to no fewer than 200 pixels an inch, because the way of filing limits the size; "
        + "the original was not.\n"
      #expect(outline(scaled.opening) == outline(whole.opening) + said)
      #expect(scaled.findings.map(\.code) == ["exhibit.scaledDown"])
      // The original is what it was, and goes where it went.
      #expect(scaled.sha256 == digest.hexadecimal && scaled.size == bytes.count)
      #expect(scaled.attachment == whole.attachment && scaled.originalName == whole.originalName)
      #expect(originals != .embed || scaled.attachment?.bytes == bytes)
    }
  }

  @Test func whatNeedsNoRoomStaysAsItIs() throws {
    // A picture of one colour is smaller than its smaller copy's rows can be; a small one has no pixel too many.
    for bytes in [plainPNG(width: 401, height: 500) { _, _ in [9, 9, 9] }, Self.noise(400, 500)] {
      let exhibit = try exhibit(bytes)
      #expect(try image(of: exhibit) == image(of: self.exhibit(bytes, reduction: nil)))
      #expect(exhibit.findings == [] && !outline(exhibit.opening).contains("scaled"))
    }
  }

  // MARK: The pixels

  /// Compared with the mean as it is defined, in whole numbers, for sizes of every kind.
  @Test func eachPixelIsTheMeanOfTheAreaItCovers() throws {
    try withSeededRandom { random in
      let (width, height) = (Int.random(in: 1...23, using: &random), Int.random(in: 1...23, using: &random))
      let size = (Int.random(in: 1...width, using: &random), Int.random(in: 1...height, using: &random))
      let isGray = Bool.random(using: &random)
      let channels = isGray ? 1 : 3
      let samples = (0..<(width * height * channels)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let pixels = JPEGCodec.Pixels(width: width, height: height, samples: samples, isGray: isGray)
      let reduced = pixels.reduced(to: size, of: (width, height))
      #expect((reduced.width, reduced.height, reduced.isGray) == (size.0, size.1, isGray))
      for y in 0..<size.1 {
        for x in 0..<size.0 {
          for channel in 0..<channels {
            var sum = 0
            // A grid on which both sets of pixels have edges.
            for v in (y * height)..<((y + 1) * height) {
              for u in (x * width)..<((x + 1) * width) {
                sum += Int(samples[(v / size.1 * width + u / size.0) * channels + channel])
              }
            }
            let mean = UInt8((sum + width * height / 2) / (width * height))
            #expect(reduced.samples[(y * size.0 + x) * channels + channel] == mean)
          }
        }
      }
    }
  }

  /// Pixels that stand for several count for as many as are in the picture, at its edges too.
  @Test func pixelsThatStandForSeveralAreWeighedByTheirArea() throws {
    try withSeededRandom { random in
      let each = try #require([2, 4, 8].randomElement(using: &random))
      let (width, height) = (Int.random(in: 1...50, using: &random), Int.random(in: 1...50, using: &random))
      let (across, down) = ((width + each - 1) / each, (height + each - 1) / each)
      let size = (Int.random(in: 1...across, using: &random), Int.random(in: 1...down, using: &random))
      let isGray = Bool.random(using: &random)
      let channels = isGray ? 1 : 3
      let few = (0..<(across * down * channels)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let all = (0..<(width * height * channels)).map { place in
        let (x, y) = (place / channels % width, place / channels / width)
        return few[(y / each * across + x / each) * channels + place % channels]
      }
      let thinned = JPEGCodec.Pixels(width: across, height: down, samples: few, isGray: isGray, each: each)
      let whole = JPEGCodec.Pixels(width: width, height: height, samples: all, isGray: isGray)
      let (left, right) = (
        thinned.reduced(to: size, of: (width, height)), whole.reduced(to: size, of: (width, height))
      )
      #expect(left.samples == right.samples && (left.width, left.height) == size, "\(each) \(width) \(height)")
    }
  }

  /// The decoder gives as few pixels as it can, never fewer than are asked for, and they look as the means of all do.
  @Test(arguments: [
    (1, (403, 301)), (1, (203, 50)), (2, (202, 151)), (2, (102, 30)), (2, (40, 77)), (4, (101, 76)), (4, (52, 10)),
    (8, (51, 38)), (8, (10, 10)),
  ])
  func theDecoderHoldsNoMorePixelsThanItMust(each: Int, size: (Int, Int)) throws {
    let (width, height) = (403, 301)
    for isGray in [false, true] {
      let channels = isGray ? 1 : 3
      let samples = (0..<(width * height * channels)).map { place -> UInt8 in
        let (x, y) = (place / channels % width, place / channels / width)
        return UInt8(128 + 100 * sin(Double(x) / 19) * cos(Double(y + 40 * (place % channels)) / 23))
      }
      let pixels = JPEGCodec.Pixels(width: width, height: height, samples: samples, isGray: isGray)
      for isCoarse in [false, true] {
        let bytes = try JPEGCodec.encode(pixels, hasCoarseColours: isCoarse)
        let file = try JPEGFile(bytes, pixelLimit: 1 << 24)
        let (whole, few) = (try file.decoded(), try file.decoded(atLeast: size))
        #expect((whole.width, whole.height, whole.each) == (width, height, 1))
        #expect(few.each == each)
        #expect((few.width, few.height) == ((width + each - 1) / each, (height + each - 1) / each))
        let expected = whole.reduced(to: size, of: (width, height)).samples
        let seen = few.reduced(to: size, of: (width, height)).samples
        let worst = zip(expected, seen).map { abs(Int($0) - Int($1)) }.max() ?? 255
        #expect(worst <= 6, "\(isGray) \(isCoarse)")
      }
    }
  }

  @Test func rowsOfEveryFilterAreReadBack() throws {
    try withSeededRandom { random in
      let (width, height) = (Int.random(in: 1...40, using: &random), Int.random(in: 1...40, using: &random))
      let kind = Int.random(in: 0...3, using: &random)
      let isGray = Bool.random(using: &random)
      let channels = isGray ? 1 : 3
      let samples = (0..<(width * height * channels)).map { place -> UInt8 in
        let (x, y) = (place / channels % width, place / channels / width)
        let noise = UInt8.random(in: 0...2, using: &random)
        return switch kind {
        case 0: noise &* 100
        case 1: UInt8(truncatingIfNeeded: x * 5) &+ noise
        case 2: UInt8(truncatingIfNeeded: y * 7 + x * x) &+ noise
        default: UInt8(truncatingIfNeeded: x * 3 + y * 4) &+ noise
        }
      }
      let pixels = JPEGCodec.Pixels(width: width, height: height, samples: samples, isGray: isGray)
      let image = Image(
        width: width, height: height, bitsPerComponent: 8, colourSpace: isGray ? .gray : .rgb, encoding: .pngRows,
        data: StoredBytes(PNGBuilder.deflated(pixels.filteredRows)), identity: "x")
      let read = try? Self.samples(of: image)
      // The decoder gives three samples a pixel whatever there are.
      #expect(read == samples || read == samples.flatMap { [$0, $0, $0] }, "\(kind) \(width) \(height)")
    }
  }

  @Test func transparentPixelsStandOnWhitePaper() throws {
    var builder = PNGBuilder(width: 800, height: 600, depth: 8, colourType: 6, samples: [])
    var random = Seeded(state: 3)
    builder.samples = (0..<(800 * 600)).flatMap { pixel in
      [0, 0, Int.random(in: 0...255, using: &random), pixel % 800 < 400 ? 0 : 255]
    }
    let image = try image(of: exhibit(builder.file()))
    #expect(image.opacity == nil && (image.width, image.height) == (400, 300))
    let samples = try Self.samples(of: image)
    #expect(samples[0..<3].elementsEqual([255, 255, 255]))
    #expect(samples[(399 * 3)..<(399 * 3 + 2)].elementsEqual([0, 0]))
  }

  @Test func aJPEGStaysOneAndIsTurnedAsBefore() throws {
    var random = Seeded(state: 5)
    let pixels = JPEGCodec.Pixels(
      width: 1_600, height: 900, samples: (0..<(1_600 * 900 * 3)).map { _ in .random(in: 0...255, using: &random) },
      isGray: false)
    for isCoarse in [false, true] {
      var bytes = try JPEGCodec.encode(pixels, hasCoarseColours: isCoarse)
      // Exif that says only how it is turned, in front of everything else.
      let exif: [UInt8] = Array("Exif\0\0MM\0*\0\0\0\u{8}\0\u{1}\u{1}\u{12}\0\u{3}\0\0\0\u{1}\0\u{6}\0\0\0\0\0\0".utf8)
      bytes.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif, at: 2)
      let image = try image(of: exhibit(bytes, "a.jpg"))
      #expect(image.encoding == .jpeg && image.orientation == .turnedRight)
      // Seen upright it is 900 x 1,600: as high as the room.
      #expect((image.width, image.height) == (600, 338))
      let file = try JPEGFile(image.bytes, pixelLimit: 1 << 24)
      #expect((file.width, file.height) == (600, 338))
      #expect(file.blockSize.across == (isCoarse ? 16 : 8))
    }
  }

  @Test func whatIsBlackedOutStaysBlackAndNothingShinesThrough() throws {
    var area = Redaction.Area()
    (area.left, area.top, area.width, area.height) = (25, 25, 50, 50)
    let secret = [UInt8](repeating: 251, count: 3)
    let bytes = plainPNG(width: 800, height: 800) { column, row in
      if (200..<600).contains(column), (200..<600).contains(row) { return secret }
      return [UInt8((column * 31 + row * 17 + column * row) % 97), 60, 60]
    }
    let exhibit = try exhibit(bytes, areas: [area])
    let image = try image(of: exhibit)
    #expect((image.width, image.height) == (400, 400))
    let samples = try Self.samples(of: image)
    for row in 0..<400 {
      for column in 0..<400 {
        let pixel = samples[((row * 400 + column) * 3)..<((row * 400 + column) * 3 + 3)]
        let isHidden = (100..<300).contains(column) && (100..<300).contains(row)
        if isHidden ? pixel != [0, 0, 0] : pixel.contains(where: { $0 > 100 }) {
          Issue.record("\(column) \(row) is \(Array(pixel))")
          return
        }
      }
    }
    #expect(outline(exhibit.opening).contains("The original is not supplied"))
    #expect(outline(exhibit.opening).contains("scaled down to no fewer than 200 pixels an inch"))
    #expect(exhibit.attachment == nil)
  }

  @Test func pagesAreScaledDownAsPicturesAre() throws {
    let page = Self.noise(1_000, 1_200)
    let exhibit = try exhibit(Array("%PDF-1.7\nx".utf8), "a.pdf") { _, conversion, _ in
      conversion == .pdfPages ? [page, page] : conversion == .pdfText ? [Array("one\u{C}two\u{C}".utf8)] : []
    }
    let sizes = exhibit.content.compactMap { block -> [Int]? in
      if case .figure(let figure) = block { [figure.image.width, figure.image.height] } else { nil }
    }
    #expect(sizes == [[400, 480], [400, 480]])
    #expect(exhibit.findings.filter { $0.code == "exhibit.scaledDown" }.count == 1)
  }
}
