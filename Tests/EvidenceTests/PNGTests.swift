import Document
import Evidence
import Foundation
import Matter
import Storage
import Testing

@Suite struct PNGTests {
  /// A picture whose samples all differ as far as the depth allows.
  static func builder(_ colourType: Int, _ depth: Int, interlaced: Bool = false) -> PNGBuilder {
    var builder = PNGBuilder(
      width: 13, height: 9, depth: depth, colourType: colourType, isInterlaced: interlaced, samples: [])
    let limit = colourType == 3 ? min(1 << depth, 16) : 1 << depth
    builder.samples = (0..<(13 * 9 * builder.channels)).map { $0 * 2_654_435_761 % limit }
    if colourType == 3 { builder.before = [("PLTE", (0..<(3 * limit)).map { UInt8($0 * 5) })] }
    return builder
  }

  private func exhibit(_ bytes: [UInt8]) throws -> Exhibit {
    try maker().exhibit(number: 1, from: entry("a.png", .objection, alt: "a form"), bytes: bytes)
  }

  @Test(arguments: [(0, 1), (0, 2), (0, 4), (0, 8), (2, 8), (3, 1), (3, 2), (3, 4), (3, 8)])
  func directKindsGoInAsTheyAre(colourType: Int, depth: Int) throws {
    let builder = PNGTests.builder(colourType, depth)
    let image = try image(of: exhibit(builder.file(chunks: 3)))
    #expect(image.encoding == .pngRows)
    #expect(image.width == 13 && image.height == 9 && image.bitsPerComponent == depth && image.opacity == nil)
    let rowBytes = (13 * builder.channels * depth + 7) / 8 + 1
    let rows = try #require(PNGBuilder.inflated(image.bytes, count: rowBytes * 9))
    #expect(rows.count == rowBytes * 9)
    #expect(samples(in: rows, builder) == builder.samples)
    switch colourType {
    case 0: #expect(image.colourSpace == .gray)
    case 2: #expect(image.colourSpace == .rgb)
    default: #expect(image.colourSpace == .indexed(palette: builder.before[0].1))
    }
  }

  /// Reads unfiltered rows back.
  private func samples(in rows: [UInt8], _ builder: PNGBuilder) -> [Int] {
    let rowBytes = rows.count / builder.height
    return (0..<builder.height).flatMap { y -> [Int] in
      (0..<(builder.width * builder.channels)).map { index in
        let bit = index * builder.depth
        let byte = Int(rows[y * rowBytes + 1 + bit / 8])
        return byte >> (8 - builder.depth - bit % 8) & (1 << builder.depth - 1)
      }
    }
  }

  // MARK: Rows that are another picture

  /// A header of 40 x 30 pixels, and rows that unpack to so many bytes.
  private static func file(unpackingTo count: Int) -> [UInt8] {
    PNGBuilder(width: 40, height: 30, depth: 8, colourType: 2, samples: []).header
      + PNGBuilder.chunk("IDAT", PNGBuilder.deflated([UInt8](repeating: 0, count: count)))
      + PNGBuilder.chunk("IEND", [])
  }

  @Test(arguments: [
    (3_630, nil), (3_640, nil), (3_629, "pixels at its end are missing"), (3_000, "pixels at its end are missing"),
    (1_000_000, "it unpacks to more than its header announces"),
  ])
  func wherePicturesAreUnpackedTheRowsAreAsMuchAsAnnounced(count: Int, fault: String?) throws {
    var maker = try maker()
    let bytes = Self.file(unpackingTo: count)
    let item = entry("a.png", .objection, alt: "a form")
    // In a draft what takes several times all else is not done.
    #expect(throws: Never.self) { try maker.exhibit(number: 1, from: item, bytes: bytes) }
    maker.unpacksPictures = true
    do {
      _ = try maker.exhibit(number: 1, from: item, bytes: bytes)
      #expect(fault == nil)
    } catch {
      #expect(error.message == "the file is a PNG picture and damaged: " + (fault ?? "none"))
    }
  }

  @Test func whatOthersAttachedToAMailIsUnpacked() throws {
    for (count, isShown) in [(3_630, true), (50_000_000, false), (100, false)] {
      let picture = Data(Self.file(unpackingTo: count)).base64EncodedString()
      let mail = MailTests.mail(
        """
        MIME-Version: 1.0
        Content-Type: image/png
        Content-Disposition: attachment
        Content-Transfer-Encoding: base64

        \(picture)
        """)
      let exhibit = try maker().exhibit(number: 1, from: entry("a.eml"), bytes: mail)
      #expect(exhibit.attached.count == (isShown ? 1 : 0))
      #expect(exhibit.findings.contains { $0.code == "exhibit.attachedFault" } == !isShown, "\(exhibit.findings)")
    }
  }

  @Test(arguments: [(0, 16), (2, 16), (4, 8), (4, 16), (6, 8), (6, 16)], [false, true])
  func otherKindsAreDecoded(kind: (Int, Int), interlaced: Bool) throws {
    let builder = PNGTests.builder(kind.0, kind.1, interlaced: interlaced)
    let image = try image(of: exhibit(builder.file()))
    #expect(image.encoding == .deflated && image.bitsPerComponent == 8)
    let colours = kind.0 == 0 || kind.0 == 4 ? 1 : 3
    #expect(image.colourSpace == (colours == 1 ? .gray : .rgb))
    let eightBits = builder.samples.map { UInt8(truncatingIfNeeded: kind.1 == 16 ? $0 >> 8 : $0) }
    let pixels = stride(from: 0, to: eightBits.count, by: builder.channels)
    let expected = pixels.flatMap { eightBits[$0..<($0 + colours)] }
    #expect(PNGBuilder.inflated(image.bytes, count: expected.count) == expected)
    let opacity = image.opacity?.array.flatMap { PNGBuilder.inflated($0, count: expected.count / colours) }
    #expect(opacity == (builder.channels % 2 == 0 ? pixels.map { eightBits[$0 + colours] } : nil))
  }

  @Test(arguments: [(0, 1), (0, 8), (2, 8), (3, 4)])
  func interlacedDirectKindsAreDecoded(colourType: Int, depth: Int) throws {
    let plain = PNGTests.builder(colourType, depth)
    let image = try image(of: exhibit(PNGTests.builder(colourType, depth, interlaced: true).file()))
    #expect(image.encoding == .deflated && image.opacity == nil)
    let expected: [UInt8] = plain.samples.flatMap { sample -> [UInt8] in
      switch colourType {
      case 3: Array(plain.before[0].1[(sample * 3)..<(sample * 3 + 3)])
      default: [UInt8(sample * 255 / (1 << depth - 1))]
      }
    }
    #expect(PNGBuilder.inflated(image.bytes, count: expected.count) == expected)
  }

  @Test func aPaletteWithTransparencyBecomesOpacity() throws {
    var builder = PNGTests.builder(3, 4)
    builder.before.append(("tRNS", [255, 0, 128]))
    let image = try image(of: exhibit(builder.file()))
    #expect(image.encoding == .deflated && image.colourSpace == .rgb)
    let opacity = try PNGBuilder.inflated(require(image.opacity?.array), count: builder.samples.count)
    #expect(opacity == builder.samples.map { $0 == 1 ? 0 : $0 == 2 ? 128 : 255 })
  }

  @Test func aPaletteOfOpaqueColoursStaysDirect() throws {
    var builder = PNGTests.builder(3, 4)
    builder.before.append(("tRNS", [255, 255, 255]))
    #expect(try image(of: exhibit(builder.file())).encoding == .pngRows)
  }

  @Test func opaqueAlphaLeavesNoMask() throws {
    var builder = PNGTests.builder(6, 8)
    for index in stride(from: 3, to: builder.samples.count, by: 4) { builder.samples[index] = 255 }
    let image = try image(of: exhibit(builder.file()))
    #expect(image.opacity == nil)
    #expect(image.colourSpace == .rgb)
  }

  @Test func hiddenDataAreLeftOutAndReported() throws {
    var builder = PNGTests.builder(2, 8)
    builder.before = [
      ("tEXt", Array("Comment\0geheime Notiz".utf8)), ("tIME", [7, 233, 5, 20, 14, 30, 0]),
      ("eXIf", Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 0, 0, 0, 0, 0]),
    ]
    let exhibit = try exhibit(builder.file() + Array("a second file".utf8))
    let image = try image(of: exhibit)
    #expect(!contains(image.bytes, "geheim"))
    let finding = try #require(exhibit.findings.first { $0.code == "exhibit.hiddenData" })
    #expect(finding.severity == .note && finding.field == "evidence.1")
    #expect(
      finding.message == "left out of the copy that is shown: camera data, comments, the time of the last change, "
        + "data after the picture's end; the original is unchanged")
  }

  @Test func damagedFilesAreRefused() throws {
    let whole = PNGTests.builder(2, 8).file()
    var flipped = whole
    flipped[whole.count - 20] ^= 1
    #expect(problem(flipped) == "the file is a PNG picture and damaged: a checksum does not fit")
    for length in 9..<whole.count {
      #expect(problem(Array(whole[..<length]))?.hasPrefix("the file is a PNG picture and damaged: ") == true)
    }
    var noPalette = PNGTests.builder(3, 8)
    noPalette.before = []
    #expect(problem(noPalette.file()) == "the file is a PNG picture and damaged: its palette is missing")
    #expect(
      problem(Array(whole[..<8]) + PNGBuilder.chunk("IEND", []))
        == "the file is a PNG picture and damaged: its parts are out of order")
    var decoded = PNGTests.builder(6, 8)
    decoded.samples = Array(repeating: 7, count: decoded.samples.count)
    let short = PNGTests.builder(6, 8).file(chunks: 2)
    let firstOnly = short.split(at: "IDAT")
    #expect(problem(firstOnly) == "the file is a PNG picture and damaged: its pixels cannot be decoded")
  }

  @Test func bombsAreRefusedWithoutDecoding() throws {
    let header = { (width: Int, height: Int, type: UInt8) in
      Array(PNGTests.builder(2, 8).file()[..<8])
        + PNGBuilder.chunk("IHDR", bigEndian(width) + bigEndian(height) + [8, type, 0, 0, 0])
        + PNGBuilder.chunk("IDAT", PNGBuilder.deflated([1, 2, 3])) + PNGBuilder.chunk("IEND", [])
    }
    #expect(
      problem(header(60_000, 60_000, 2))
        == "the picture has 60000 x 60000 pixels; at most 100000000 in all are taken")
    #expect(
      problem(header(9_000, 9_000, 6)) == "the file is a PNG picture and damaged: most pixels are missing")
    let white = PNGBuilder(
      width: 7_000, height: 6_000, depth: 8, colourType: 4, samples: [])
    let rows = PNGBuilder.deflated([UInt8](repeating: 0, count: 14_001 * 6_000))
    let bomb =
      Array(header(1, 1, 2)[..<8])
      + PNGBuilder.chunk("IHDR", bigEndian(white.width) + bigEndian(white.height) + [8, 4, 0, 0, 0])
      + PNGBuilder.chunk("IDAT", rows) + PNGBuilder.chunk("IEND", [])
    let swollen = [UInt8](repeating: 0, count: 50_000_000)
    let small =
      Array(header(1, 1, 2)[..<8]) + PNGBuilder.chunk("IHDR", bigEndian(8) + bigEndian(8) + [8, 2, 0, 0, 0])
      + PNGBuilder.chunk("IDAT", PNGBuilder.deflated(swollen)) + PNGBuilder.chunk("IEND", [])
    #expect(problem(small) == "the file is a PNG picture and damaged: its pixels are not compressed as they must be")
    #expect(problem(bomb) == "the picture has 7000 x 6000 pixels; at most 40000000 in all are taken")
  }

  @Test func applesVariantSaysTheWayOut() throws {
    let whole = PNGTests.builder(2, 8).file()
    let bytes = Array(whole[..<8]) + PNGBuilder.chunk("CgBI", [0, 0, 0, 0]) + Array(whole[8...])
    #expect(problem(bytes) == "the file is a PNG picture of a kind not taken: Apple's variant for apps")
  }

  private func problem(_ bytes: [UInt8]) -> String? {
    do {
      _ = try maker().exhibit(number: 1, from: entry("a.png"), bytes: bytes)
      return nil
    } catch let problem as EvidenceProblem {
      return problem.field == "evidence.1.file" && !problem.hint.isEmpty ? problem.message : "no field or hint"
    } catch {
      return "another error"
    }
  }
}

/// Whether bytes hold a text.
func contains(_ bytes: [UInt8], _ text: String) -> Bool {
  let wanted = Array(text.utf8)
  return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
}

extension [UInt8] {
  /// A PNG without its second IDAT chunk.
  fileprivate func split(at name: String) -> [UInt8] {
    let places = indices.filter { self[$0...].starts(with: Array(name.utf8)) }
    guard places.count == 2, let end = indices.first(where: { self[$0...].starts(with: Array("IEND".utf8)) }) else {
      return []
    }
    return Array(self[..<(places[1] - 4)]) + Array(self[(end - 4)...])
  }
}
