import Digests
import Document
import Matter
import Storage
import Testing

@testable import Evidence

/// Areas of pictures, black to the last pixel.
@Suite struct BlackBoxTests {
  private static func area(_ left: Double, _ top: Double, _ width: Double, _ height: Double) -> Redaction.Area {
    var area = Redaction.Area()
    (area.left, area.top, area.width, area.height) = (left, top, width, height)
    return area
  }

  private func shown(_ bytes: [UInt8], _ areas: [Redaction.Area]) throws -> Picture {
    let reader = PictureReader(limits: EvidenceLimits(), keep: { StoredBytes($0) })
    let digest = SHA256Digest(of: bytes)
    let boxes = BlackBoxes(areas)
    return bytes.first == 0xFF
      ? try reader.jpeg(EvidenceFile(bytes), digest: digest, boxes: boxes)
      : try reader.png(EvidenceFile(bytes), digest: digest, boxes: boxes)
  }

  @Test(
    arguments: [
      (0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (4, 16), (6, 8),
      (6, 16),
    ], [false, true])
  func everyKindOfPNGIsBlackUnderTheBoxAndItselfBeside(kind: (Int, Int), interlaced: Bool) throws {
    let builder = PNGTests.builder(kind.0, kind.1, interlaced: interlaced)
    let bytes = builder.file()
    let reference = try PNGDecoder.decode(PNGFile(bytes, pixelLimit: 1 << 20), of: bytes, pixelLimit: 1 << 20)
    let picture = try shown(bytes, [Self.area(0, 0, 50, 50)])
    let channels = reference.isGray ? 1 : 3
    #expect(picture.image.encoding == .deflated && picture.image.opacity == nil && picture.areas == 1)
    let count = builder.width * builder.height * channels
    let samples = try #require(PNGBuilder.inflated(picture.image.data.whole(), count: count))
    let (columns, rows) = ((builder.width + 1) / 2, (builder.height + 1) / 2)
    for row in 0..<builder.height {
      for column in 0..<builder.width {
        let pixel = row * builder.width + column
        let here = samples[(pixel * channels)..<((pixel + 1) * channels)]
        if column < columns, row < rows {
          #expect(here.allSatisfy { $0 == 0 })
        } else {
          let opacity = Int(reference.opacity?[pixel] ?? 255)
          let there = reference.samples[(pixel * channels)..<((pixel + 1) * channels)].map {
            UInt8((Int($0) * opacity + 255 * (255 - opacity) + 127) / 255)
          }
          #expect(Array(here) == there, "\(column) \(row)")
        }
      }
    }
  }

  @Test func areasAreWhereTheViewerSeesThemHoweverThePictureIsTurned() throws {
    var random = Seeded(state: 4)
    for orientation in Image.Orientation.allCases {
      for _ in 0..<50 {
        let (left, top) = (Double.random(in: 0..<80, using: &random), Double.random(in: 0..<80, using: &random))
        let area = Self.area(
          left, top, Double.random(in: 1...19, using: &random), Double.random(in: 1...19, using: &random))
        let (width, height) = (400, 300)
        let box = try #require(area.rectangle)
        let pixels = box.pixels(width: width, height: height, orientation: orientation, grid: (1, 1))
        // The matrix that turns the picture in the PDF takes stored pixels to where they are seen.
        func seen(_ column: Double, _ row: Double) -> (x: Double, y: Double) {
          let (x, y, turn) = (column / Double(width), 1 - row / Double(height), orientation.matrix)
          return (turn.a * x + turn.c * y + turn.e, 1 - (turn.b * x + turn.d * y + turn.f))
        }
        let (first, last) = (
          seen(Double(pixels.columns.lowerBound), Double(pixels.rows.lowerBound)),
          seen(Double(pixels.columns.upperBound), Double(pixels.rows.upperBound))
        )
        #expect(min(first.x, last.x) <= box.left + 1e-9 && max(first.x, last.x) >= box.right - 1e-9, "\(orientation)")
        #expect(min(first.y, last.y) <= box.top + 1e-9 && max(first.y, last.y) >= box.bottom - 1e-9, "\(orientation)")
        // And no more than the pixels that are covered in part.
        #expect(abs(last.x - first.x) <= box.right - box.left + 2.0 / 300)
        #expect(abs(last.y - first.y) <= box.bottom - box.top + 2.0 / 300)
      }
    }
  }

  @Test(arguments: [JPEGVectors.gray, JPEGVectors.colour, JPEGVectors.progressive, JPEGVectors.exif, JPEGVectors.cmyk])
  func aJPEGIsBlackInWholeBlocksAndNothingOfItsStreamIsLeft(bytes: [UInt8]) throws {
    let file = try JPEGFile(bytes, pixelLimit: 1 << 20)
    let picture = try shown(bytes, [Self.area(0, 0, 30, 30)])
    let stored = try picture.image.data.whole()
    let pixels = try JPEGFile(stored, pixelLimit: 1 << 20).decoded()
    let box = try #require(Self.area(0, 0, 30, 30).rectangle).pixels(
      width: file.width, height: file.height, orientation: file.orientation, grid: file.blockSize)
    let channels = pixels.isGray ? 1 : 3
    #expect(box.columns.lowerBound % file.blockSize.across == 0 && box.rows.lowerBound % file.blockSize.down == 0)
    for row in box.rows {
      for place in (row * file.width + box.columns.lowerBound) * channels..<(row * file.width + box.columns.upperBound)
        * channels
      {
        #expect(pixels.samples[place] <= 2)
      }
    }
    #expect(pixels.samples.contains { $0 > 40 })
    // Twelve bytes of the compressed original nowhere in the copy.
    let scan = try #require(file.body.last.map { Array(bytes[$0]) })
    for start in stride(from: scan.count - 24, to: scan.count - 12, by: 1) where start > 0 {
      let part = scan[start..<(start + 12)]
      #expect(!stored.indices.dropLast(12).contains { stored[$0..<($0 + 12)].elementsEqual(part) })
    }
  }

  @Test func coloursOfPrintBecomeThoseOfTheScreen() throws {
    let picture = try shown(JPEGVectors.cmyk, [])
    #expect(picture.image.colourSpace == .rgb && picture.extras.contains(.printColours))
    let pixels = try JPEGFile(picture.image.data.whole(), pixelLimit: 1 << 20).decoded()
    // What Pillow makes of the same file, at four places of the fifth row.
    let reference = [(0, [1, 59, 1]), (8, [81, 59, 32]), (16, [161, 59, 63]), (23, [230, 59, 91])]
    for (column, colour) in reference {
      let place = (4 * 24 + column) * 3
      for (there, wanted) in zip(pixels.samples[place..<(place + 3)], colour) {
        #expect(abs(Int(there) - wanted) <= 6, "\(column): \(pixels.samples[place..<(place + 3)])")
      }
    }
  }

  @Test func theSamePictureWithAndWithoutABoxAreTwoPictures() throws {
    let bytes = PNGTests.builder(2, 8).file()
    let (plain, boxed) = (try shown(bytes, []), try shown(bytes, [Self.area(0, 0, 50, 50)]))
    #expect(plain.image.identity != boxed.image.identity)
    #expect(!boxed.image.identity.contains(SHA256Digest(of: bytes).hexadecimal))
  }
}
