import Testing

@testable import Haru

@Suite struct HaruTests {
  /// A document of one empty page, and what `body` adds.
  static func document(_ extra: (inout HaruDocument) throws -> Void = { _ in }) throws -> [UInt8] {
    var document = try HaruDocument()
    try fill(&document)
    try extra(&document)
    return try document.save()
  }

  static func fill(_ document: inout HaruDocument) throws {
    let page = try document.addPage()
    document.define(page.page) { $0.raw("/MediaBox[0 0 595.28 841.89]/Resources<<>>") }
  }

  static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func writesAPDF17WithOnePage() throws {
    let text = Self.text(try Self.document())
    #expect(text.hasPrefix("%PDF-1.7"))
    #expect(text.hasSuffix("%%EOF\n"))
    #expect(text.contains("/MediaBox[0 0 595.28 841.89]"))
    #expect(!text.contains("Haru Free PDF Library"))
    #expect(!text.contains("/ProcSet"))
  }

  @Test func numbersAreKnownBeforeBodiesAndInARow() throws {
    let text = Self.text(
      try Self.document { document in
        let first = try document.reserve(3)
        let second = first.advanced(by: 1)
        document.define(first) { out in
          out.raw("/Next ")
          out.reference(second)
        }
        document.define(second) { $0.raw("/Value 2") }
        document.define(first.advanced(by: 2), data: .bytes(Array("abc".utf8))) { $0.raw("/Kind/Plain") }
      })
    #expect(text.contains("/Next 8 0 R"))
    #expect(text.contains("8 0 obj\n<<\n/Value 2>>\nendobj"))
    #expect(text.contains("/Length 3/Kind/Plain>>\nstream\r\nabc\r\nendstream"))
  }

  @Test func everyOffsetInTheTablePointsAtItsObject() throws {
    let bytes = try Self.document { document in
      let object = try document.reserve()
      document.define(object, data: .bytes([UInt8](repeating: 65, count: 100_000))) { _ in }
    }
    let text = String(decoding: bytes, as: Unicode.ASCII.self)
    let lines = text.split(separator: "\n")
    let offset = try #require(Int(lines[lines.count - 2]))
    let table = String(decoding: bytes[offset...], as: Unicode.ASCII.self).split(separator: "\r\n")
    for (number, row) in table.dropFirst().enumerated() where row.hasSuffix(" n") {
      let place = try #require(Int(row.prefix(10)))
      #expect(String(decoding: bytes[place...].prefix(12), as: Unicode.ASCII.self).hasPrefix("\(number + 1) 0 obj"))
    }
  }

  @Test func anObjectWithoutABodyIsAnError() throws {
    #expect(throws: HaruError.undefinedObjects(count: 2)) {
      _ = try Self.document { _ = try $0.reserve(2) }
    }
  }

  @Test func everyLimitIsReportedAtOnce() throws {
    #expect(
      throws: HaruError.limits([
        .name(length: 128), .string(length: 65_536), .array(count: 32_768), .real, .real,
      ])
    ) {
      _ = try Self.document { document in
        let object = try document.reserve()
        document.define(object) { out in
          out.name([UInt8](repeating: 65, count: 128))
          out.string([UInt8](repeating: 65, count: 65_536))
          out.array(of: 32_768)
          out.real(32_768)
          out.real(.nan)
        }
      }
    }
  }

  @Test func limitsThemselvesAreAllowed() throws {
    let bytes = try Self.document { document in
      let object = try document.reserve()
      document.define(object) { out in
        out.raw("/A")
        out.name([UInt8](repeating: 65, count: 127))
        out.raw("/B")
        out.string([UInt8](repeating: 65, count: 65_535))
        out.array(of: 32_767)
        out.raw("/C ")
        out.real(-32_767)
      }
    }
    #expect(Self.text(bytes).contains("/C -32767"))
  }

  @Test func aDocumentAfterAFailedOneIsWhole() throws {
    var document = try HaruDocument()
    _ = try document.reserve()
    do {
      _ = try document.save()
      Issue.record("a document with an undefined object was written")
    } catch {}
    try document.begin()
    try Self.fill(&document)
    #expect(try document.save() == Self.document())
  }

  @Test func memoryStaysFlat() throws {
    var document = try HaruDocument()
    var held: [Int] = []
    for _ in 0..<200 {
      try document.begin()
      try Self.fill(&document)
      let first = try document.reserve(2_000)
      for place in 0..<2_000 { document.define(first.advanced(by: place)) { $0.raw("/A 1") } }
      _ = try document.save()
      held.append(document.heldBytes)
    }
    #expect(held.allSatisfy { $0 == held[0] })
    #expect(held[0] < 2 << 20)
  }

  @Test func memoryOfALargeDocumentGoesBack() throws {
    var document = try HaruDocument()
    try Self.fill(&document)
    let first = try document.reserve(50_000)
    for place in 0..<50_000 { document.define(first.advanced(by: place)) { $0.raw("/A 1") } }
    _ = try document.save()
    #expect(document.heldBytes > 8 << 20)
    try document.begin()
    #expect(document.heldBytes <= 2 << 20)
  }
}
