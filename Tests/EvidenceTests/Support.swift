import Document
import Evidence
import Foundation
import Matter
import Storage

/// The repository's root, found from this file.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The pairs of a wording file; enough YAML for a flat file of quoted texts.
func wordingPairs(_ language: String) throws -> [String: String] {
  let text = try String(contentsOf: repository.appending(path: "locales/exhibits/\(language).yaml"), encoding: .utf8)
  var pairs: [String: String] = [:]
  for line in text.split(separator: "\n") where !line.hasPrefix("#") {
    let parts = line.split(separator: ":", maxSplits: 1)
    pairs[String(parts[0])] = parts[1].trimmingCharacters(in: .whitespaces).trimmingCharacters(in: ["\""])
  }
  return pairs
}

/// A maker as a draft uses it; no font shows anything beyond the basic plane.
func maker(
  _ language: String = "en", originals: OriginalsPolicy = .embed, convert: @escaping Converter = noConverter
) throws -> ExhibitMaker {
  let wording = try ExhibitWording(wordingPairs(language))
  let date = try require(CivilDate(year: 2026, month: 11, day: 23))
  return ExhibitMaker(
    wording: wording, originals: originals, documentDate: date, dateText: { String(describing: $0.earliest) },
    canShow: { $0.value < 0x10000 && $0.value != 0x2603 }, convert: convert)
}

/// A machine without any of the programs.
@Sendable func noConverter(_: [UInt8], _: Conversion, _: Int) throws(ConversionObstacle) -> ConvertedFiles {
  throw .missingProgram("some-program", package: "some-package")
}

/// What a test cannot go on without.
struct Missing: Error {}
func require<T>(_ value: T?) throws -> T {
  guard let value else { throw Missing() }
  return value
}

/// An entry for a file.
func entry(_ file: String, _ role: EvidenceItem.Role? = .acknowledgement, alt: String? = nil) -> EvidenceItem {
  var item = EvidenceItem()
  item.file = file
  item.role = role
  item.alt = alt
  return item
}

/// Blocks as text, one line each, so that a golden can be read.
func outline(_ blocks: [Block], depth: Int = 0) -> String {
  let indent = String(repeating: "  ", count: depth)
  return blocks.map { block -> String in
    switch block {
    case .paragraph(let paragraph):
      let text = paragraph.content.plainText.replacing("\n", with: " / ")
      if case .strong = paragraph.content.first { return "\(indent)# \(text)\n" }
      let language = paragraph.language.map { " <\($0)>" } ?? ""
      return "\(indent)\(paragraph.style)\(language): \(text)\n"
    case .list(let list):
      return list.items.map { "\(indent)\($0.label)\n" + outline($0.blocks, depth: depth + 1) }.joined()
    case .table(let table):
      return ([table.columnHeads] + table.rows).filter { !$0.isEmpty }.map { row in
        indent + row.map { $0.paragraphs.map(\.content.plainText).joined(separator: " & ") }.joined(separator: " | ")
          + "\n"
      }.joined()
    case .quotation(let quotation):
      return "\(indent)quote\(quotation.language.map { " <\($0)>" } ?? "")\n"
        + outline(quotation.blocks, depth: depth + 1)
    case .figure(let figure): return "\(indent)figure: \(figure.alternative)\n"
    case .signature: return "\(indent)signature\n"
    }
  }.joined()
}

/// The picture of an exhibit.
func image(of exhibit: Exhibit) throws -> Image {
  for case .figure(let figure) in exhibit.content { return figure.image }
  throw Missing()
}

extension Image {
  /// What is in a picture of a few bytes.
  var bytes: [UInt8] { (try? data.whole()) ?? [] }
}

extension Attachment {
  /// What is in a file of a few bytes.
  var bytes: [UInt8] { (try? data.whole()) ?? [] }
}

/// A generator with a seed (splitmix64), the same on every machine.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
