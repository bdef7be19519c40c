import CHyphen
import Testing

@testable import Hyphenation

/// libhyphen itself, as the measure of our reader.
final class Reference {
  private let handle: UnsafeMutablePointer<HyphenDict>

  init(_ path: String) throws {
    handle = try #require(hnj_hyphen_load(path), "libhyphen cannot read \(path)")
  }

  deinit { hnj_hyphen_free(handle) }

  /// A word with every possible hyphen as `=`, replacements carried out; the word is given in the dictionary's encoding.
  func hyphenate(_ word: [UInt8]) -> [UInt8] {
    let text = word.map(CChar.init(bitPattern:)) + [0]
    var hyphens = [CChar](repeating: 0, count: word.count + 5)
    var output = [CChar](repeating: 0, count: word.count * 4 + 8)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<CInt>?
    var cuts: UnsafeMutablePointer<CInt>?
    hnj_hyphen_hyphenate2(
      handle, text, CInt(word.count), &hyphens, &output, &replacements, &positions, &cuts)
    if let replacements {
      for index in 0..<word.count { free(replacements[index]) }
      free(replacements)
    }
    free(positions)
    free(cuts)
    return output.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
  }
}

/// The dictionaries of the test machine.
enum Dictionaries {
  static let names = [
    "hyph_de_DE", "hyph_en_GB", "hyph_fr", "hyph_hu_HU", "hyph_cs_CZ", "hyph_el_GR", "hyph_hr_HR", "hyph_pl_PL",
    "hyph_sv_SE",
  ]

  static func path(_ name: String) -> String { "/usr/share/hyphen/\(name).dic" }

  static func bytes(_ name: String) throws -> [UInt8] {
    let file = try #require(
      fopen(path(name), "rb"), "\(name).dic is missing: install the packages listed in Debian.packages")
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: ftell(file))
    rewind(file)
    #expect(fread(&bytes, 1, bytes.count, file) == bytes.count)
    return bytes
  }

  /// German takes a while in a debug build: read once.
  static let german = Result { try load("hyph_de_DE") }

  static func load(_ name: String) throws -> HyphenationDictionary {
    try HyphenationDictionary(bytes: bytes(name))
  }
}

/// A small repeatable source of numbers (SplitMix64): the same words in every run.
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ value >> 31) % UInt64(limit))
  }
}
