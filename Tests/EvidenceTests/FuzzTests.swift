import Document
import Evidence
import Foundation
import Matter
import Testing

/// Seeded mutations of real files; whatever comes in, an exhibit or a clear problem comes out.
@Suite struct FuzzTests {
  private func seeds() throws -> [[UInt8]] {
    var interlaced = PNGTests.builder(6, 16, interlaced: true)
    interlaced.before = [("tEXt", Array("a\0b".utf8)), ("eXIf", Array("II*\0\u{8}\0\0\0".utf8))]
    let mails = [
      try Array(Data(contentsOf: example("en/2-confirmation.eml"))),
      MailTests.mail("Content-Type: text/html; charset=koi8-r\n\n<p><a href='x'>&amp;<blockquote>q</blockquote>"),
      MailTests.mail("Content-Type: text/plain; format=flowed\n\n> a \n> b\n\nc"),
    ]
    return [
      PNGTests.builder(3, 4).file(chunks: 2), interlaced.file(), JPEGVectors.exif, JPEGVectors.progressive,
    ] + mails
  }

  @Test func twoThousandMutationsCrashNothing() throws {
    let maker = try maker()
    var random = Seeded(state: 2_025_05_20)
    let seeds = try seeds()
    var outcomes = (exhibits: 0, problems: 0)
    for turn in 0..<2_000 {
      let bytes = mutated(seeds[turn % seeds.count], &random)
      do throws(EvidenceProblem) {
        let exhibit = try maker.exhibit(number: 1, from: entry("x"), bytes: bytes)
        #expect(exhibit.attachment?.bytes == bytes)
        outcomes.exhibits += 1
      } catch {
        #expect(error.field == "evidence.1.file" && !error.hint.isEmpty)
        outcomes.problems += 1
      }
    }
    // Mutations must reach both ends, else they test nothing.
    #expect(outcomes.exhibits > 300 && outcomes.problems > 300, "\(outcomes)")
  }

  private func mutated(_ seed: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes[place] = [0, 0xFF, 0x7F, 0x80, 0x0A, 0x3C][Int.random(in: 0..<6, using: &random)]
      case 2: bytes.removeSubrange(place..<min(place + Int.random(in: 1...40, using: &random), bytes.count))
      case 3:
        let from = Int.random(in: 0..<bytes.count, using: &random)
        bytes.insert(contentsOf: bytes[from..<min(from + 40, bytes.count)], at: place)
      case 4: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default: bytes.removeSubrange(place...)
      }
    }
    return PNGRepair.checksums(of: bytes)
  }
}

/// Makes the checksums of a mutated PNG fit again, so that mutations get past them.
enum PNGRepair {
  static func checksums(of bytes: [UInt8]) -> [UInt8] {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), bytes.count % 2 == 0 else {
      return bytes
    }
    var result = Array(bytes[..<8])
    var offset = 8
    while offset + 12 <= bytes.count {
      let length = bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - offset - 12 else { break }
      let name = String(decoding: bytes[(offset + 4)..<(offset + 8)], as: UTF8.self)
      guard name.utf8.count == 4 else { break }
      result += PNGBuilder.chunk(name, Array(bytes[(offset + 8)..<(offset + 8 + length)]))
      offset += length + 12
    }
    return result + bytes[offset...]
  }
}
