import Document
import Matter
import Testing

@testable import Evidence

@Suite struct JPEGTests {
  private func exhibit(_ bytes: [UInt8], originals: OriginalsPolicy = .embed) throws -> Exhibit {
    try maker(originals: originals).exhibit(number: 3, from: entry("a.JPG", .answer, alt: "a mail"), bytes: bytes)
  }

  @Test func baselineAndProgressiveGoInAsTheyAre() throws {
    for (bytes, colours) in [
      (JPEGVectors.gray, Image.ColourSpace.gray), (JPEGVectors.colour, .rgb), (JPEGVectors.progressive, .rgb),
    ] {
      let image = try image(of: exhibit(bytes))
      #expect(image.encoding == .jpeg && image.bitsPerComponent == 8 && image.orientation == .upright)
      #expect(image.width == 24 && image.height == 16 && image.colourSpace == colours)
      // libjpeg-turbo writes a JFIF header; apart from that the file is kept to the byte.
      #expect(image.bytes[20...].elementsEqual(bytes[20...]))
    }
  }

  @Test func cameraDataPlacePreviewAndCommentsAreCut() throws {
    let exhibit = try exhibit(JPEGVectors.exif)
    let image = try image(of: exhibit)
    #expect(image.orientation == .turnedRight)
    #expect(image.displaySize == (16, 24))
    for secret in ["Exif", "Beispielkamera", "geheim", "private comment"] {
      #expect(contains(JPEGVectors.exif, secret))
      #expect(!contains(image.bytes, secret))
    }
    #expect(image.bytes.indices.count { image.bytes[$0...].starts(with: [0xFF, 0xD8]) } == 1)
    #expect(exhibit.findings.map(\.code) == ["exhibit.hiddenData", "exhibit.location"])
    #expect(
      exhibit.findings[0].message
        == "left out of the copy that is shown: the place where it was taken, camera data, a preview picture, "
        + "comments; the original is unchanged")
    #expect(exhibit.findings[1].severity == .warning)
    #expect(exhibit.attachment?.bytes == JPEGVectors.exif)
  }

  @Test func noWarningOfThePlaceWhereTheOriginalIsKept() throws {
    let exhibit = try exhibit(JPEGVectors.exif, originals: .none)
    #expect(exhibit.findings.map(\.code) == ["exhibit.hiddenData"])
    #expect(exhibit.attachment == nil && exhibit.originalName == nil)
  }

  @Test(arguments: 1...8) func everyOrientationIsRead(value: UInt8) throws {
    var bytes = JPEGVectors.exif
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x01, 0x12, 0, 3, 0, 0, 0, 1]) })
    bytes[place + 9] = value
    #expect(try image(of: exhibit(bytes)).orientation.rawValue == value)
  }

  @Test func theCornersOfATurnedPictureLandWhereExifSays() {
    // The stored upper left corner is (0, 1) of the unit square; Exif tells where row 0 and column 0 are shown.
    let expected: [Image.Orientation: (Double, Double)] = [
      .upright: (0, 1), .mirrored: (1, 1), .turnedHalf: (1, 0), .flipped: (0, 0), .transposed: (0, 1),
      .turnedRight: (1, 1), .transversed: (1, 0), .turnedLeft: (0, 0),
    ]
    for (orientation, corner) in expected {
      let matrix = orientation.matrix
      #expect((matrix.c + matrix.e, matrix.d + matrix.f) == corner, "\(orientation)")
    }
  }

  @Test func whatFollowsTheEndIsCut() throws {
    let exhibit = try exhibit(JPEGVectors.colour + Array("ftyp a motion photo".utf8))
    #expect(try !contains(image(of: exhibit).bytes, "motion"))
    #expect(exhibit.findings.map(\.code) == ["exhibit.hiddenData"])
    #expect(try self.exhibit(JPEGVectors.colour + [0, 0]).findings.isEmpty)
  }

  @Test func coloursNamedRGBAreMarkedForPDF() throws {
    var bytes = JPEGVectors.colour
    // Without the JFIF header, and with component names R, G, B in frame and scan.
    bytes.removeSubrange(2..<20)
    for marker: UInt8 in [0xC0, 0xDA] {
      let place = try #require(bytes.indices.first { bytes[$0...].starts(with: [0xFF, marker]) })
      let first = marker == 0xC0 ? place + 10 : place + 5
      for (index, name) in "RGB".utf8.enumerated() { bytes[first + index * (marker == 0xC0 ? 3 : 2)] = name }
    }
    let image = try image(of: exhibit(bytes))
    #expect(image.bytes[2..<18].elementsEqual([0xFF, 0xEE, 0, 14] + Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0]))
  }

  @Test func unsupportedKindsSaySo() {
    var arithmetic = JPEGVectors.gray
    if let place = arithmetic.indices.first(where: { arithmetic[$0...].starts(with: [0xFF, 0xC0]) }) {
      arithmetic[place + 1] = 0xC9
    }
    #expect(
      problem(arithmetic)
        == "the file is a JPEG picture of a kind not taken: lossless, hierarchical or arithmetic coding")
    var twelveBits = JPEGVectors.gray
    if let place = twelveBits.indices.first(where: { twelveBits[$0...].starts(with: [0xFF, 0xC0]) }) {
      twelveBits[place + 4] = 12
    }
    #expect(problem(twelveBits) == "the file is a JPEG picture of a kind not taken: more than eight bits a sample")
  }

  /// What a decoder must hold to scale a picture down.
  @Test func onlyAProgressiveFileIsHeldWhole() throws {
    for bytes in [JPEGVectors.gray, JPEGVectors.colour] {
      #expect(try JPEGFile(bytes, pixelLimit: 1 << 20).heldCoefficients == 0)
    }
    let file = try JPEGFile(JPEGVectors.progressive, pixelLimit: 1 << 20)
    #expect(file.heldCoefficients == file.width * file.height * 3)
  }

  @Test func truncatedFilesAreRefused() {
    for bytes in [JPEGVectors.gray, JPEGVectors.progressive] {
      for length in 3..<bytes.count {
        #expect(problem(Array(bytes[..<length]))?.hasPrefix("the file is a JPEG picture and damaged: ") == true)
      }
    }
  }

  @Test func aPictureWithoutPixelsIsRefused() throws {
    var bytes = JPEGVectors.gray
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: [0xFF, 0xC0]) })
    bytes[place + 5] = 0x20
    bytes[place + 7] = 0x20
    #expect(problem(bytes) == "the file is a JPEG picture and damaged: most pixels are missing")
    bytes[place + 5] = 0xFF
    bytes[place + 7] = 0xFF
    #expect(problem(bytes) == "the picture has 65304 x 65296 pixels; at most 100000000 in all are taken")
  }

  private func problem(_ bytes: [UInt8]) -> String? {
    do {
      _ = try exhibit(bytes)
      return nil
    } catch let problem as EvidenceProblem {
      return problem.message
    } catch {
      return "another error"
    }
  }
}
