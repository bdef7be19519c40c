import Digests
import Storage
import TestSupport
import Testing

@testable import Verification

/// A document as small as one can be that states exhibits; objects are numbered from 1, the first is the catalog.
private struct Sample {
  var objects: [Int: String] = [:]
  var trailer = "/Root 1 0 R"
  static let original = Array("the original".utf8)
  static let hash = SHA256Digest(of: original).hexadecimal

  init() {
    objects[1] = "<</PieceInfo<</complain<</Private 2 0 R>>>>/Names<</EmbeddedFiles 3 0 R>>>>"
    objects[2] = "<</Version 1/Part 1/Exhibits[\(Self.exhibit())]>>"
    objects[3] = "<</Names[(a.txt) 4 0 R]>>"
    objects[4] = "<</EF<</F 5 0 R>>>>"
    objects[5] = "<</Length 12>>stream\nthe original\nendstream"
  }

  static func exhibit(
    _ number: String = "1", place: String = "Embedded", size: Int = original.count, hash: String = hash,
    name: String? = "a.txt", part: Int = 1
  ) -> String {
    "<</Number(\(number))/Place/\(place)/Part \(part)/Size \(size)/SHA256(\(hash))\(name.map { "/Name(\($0))" } ?? "")>>"
  }

  var bytes: [UInt8] {
    var text = "%PDF-1.7\n"
    var rows = "0000000000 65535 f \n"
    let last = objects.keys.max() ?? 0
    for number in 1...last {
      let offset = String(text.utf8.count)
      let isThere = objects[number] != nil
      rows += String(repeating: "0", count: 10 - offset.count) + offset + (isThere ? " 00000 n \n" : " 65535 f \n")
      if let body = objects[number] { text += "\(number) 0 obj\n\(body)\nendobj\n" }
    }
    let table = text.utf8.count
    text += "xref\n0 \(last + 1)\n\(rows)trailer\n<<\(trailer)>>\nstartxref\n\(table)\n%%EOF\n"
    return Array(text.utf8)
  }

  func found(_ folder: [(String, [UInt8])]? = nil) throws -> Verification {
    try Verification(
      StoredBytes(bytes), folder: folder?.map { .init(name: $0.0, content: StoredBytes($0.1)) })
  }

  func fault() -> VerificationFault? {
    do throws(VerificationFault) { _ = try Verification(StoredBytes(bytes), folder: nil) } catch { return error }
    return nil
  }
}

@Suite struct VerificationTests {
  @Test func anOriginalInsideIsKnownByItsHash() throws {
    var sample = Sample()
    #expect(try sample.found().exhibits.map(\.inside) == [.unchanged])
    #expect(try sample.found().isSound)
    sample.objects[5] = "<</Length 12>>stream\nthe Original\nendstream"
    #expect(try sample.found().exhibits.map(\.inside) == [.changed])
    sample.objects[5] = "<</Length 13>>stream\nthe original!\nendstream"
    #expect(try sample.found().exhibits.map(\.inside) == [.changed])
    sample.objects[4] = "<<>>"
    #expect(try sample.found().exhibits.map(\.inside) == [.changed])
    sample.objects[3] = "<</Names[]>>"
    #expect(try sample.found().exhibits.map(\.inside) == [.missing])
    #expect(try !sample.found().isSound)
  }

  @Test func aFileThatIsNoOriginalIsAStranger() throws {
    var sample = Sample()
    sample.objects[3] = "<</Kids[6 0 R 7 0 R]>>"
    sample.objects[6] = "<</Names[(a.txt) 4 0 R]>>"
    sample.objects[7] = "<</Names[(b.txt) 4 0 R]>>"
    let found = try sample.found()
    #expect(found.exhibits.map(\.inside) == [.unchanged])
    #expect(found.strangers == 1 && !found.isSound)
  }

  @Test func aFolderIsComparedByContentAndNamesTellChangedFromMissing() throws {
    var sample = Sample()
    let (right, wrong) = (Sample.original, Array("another file".utf8))
    func folder(_ files: [(String, [UInt8])]) throws -> Verification.State? {
      try sample.found(files).exhibits[0].folder
    }
    #expect(try folder([("x", wrong), ("y", right)]) == .unchanged)
    #expect(try folder([("a.txt", wrong)]) == .changed)
    #expect(try folder([("b.txt", wrong)]) == .missing)
    #expect(try folder([]) == .missing)
    sample.objects[2] = "<</Version 1/Part 1/Exhibits[\(Sample.exhibit(place: "Kept", name: nil))]>>"
    sample.objects[3] = "<</Names[]>>"
    #expect(try folder([]) == nil)
    #expect(try sample.found([]).isSound)
    #expect(try folder([("y", right)]) == .unchanged)
    sample.objects[2] = "<</Version 1/Part 1/Exhibits[\(Sample.exhibit(place: "Beside"))]>>"
    #expect(try sample.found().exhibits[0].inside == nil)
    #expect(try !sample.found().isSound, "nobody looked at it")
    #expect(try sample.found([("y", right)]).isSound)
    sample.objects[2] = "<</Version 1/Part 1/Exhibits[\(Sample.exhibit(part: 2))]>>"
    #expect(try sample.found().exhibits[0].otherPart == 2)
    #expect(try sample.found().isSound)
  }

  @Test(arguments: [
    (1, "<<>>", VerificationFault.noExhibits), (1, "[]", .damaged), (2, "<</Version 2>>", .noExhibits),
    (2, "<</Version 1/Part 1/Exhibits[]>>", .damaged), (2, "<</Version 1/Part 1/Exhibits[1]>>", .damaged),
    (2, "<</Version 1/Part 1/Exhibits[\(Sample.exhibit(hash: "00"))]>>", .damaged),
    (2, "<</Version 1/Part 1/Exhibits[\(Sample.exhibit(size: -1))]>>", .damaged),
    (2, "<</Version 1/Part 1/Exhibits[\(Sample.exhibit("\u{1B}"))]>>", .damaged),
    (2, "<</Version 1/Part 1/Exhibits[\(Sample.exhibit(place: "Inside"))]>>", .damaged),
    (2, "<</Version 1/Part 1/Exhibits[\(Sample.exhibit())\(Sample.exhibit())]>>", .damaged),
    (2, "<</Version 1/Version 1/Part 1/Exhibits[\(Sample.exhibit())]>>", .damaged), (2, "2 0 R", .damaged),
    (2, String(repeating: "[", count: 100_000), .damaged),
    (2, "(" + String(repeating: "(", count: 2_000_000), .damaged),
    (3, "<</Kids[3 0 R 3 0 R]>>", .damaged), (3, "<</Names[(a.txt)]>>", .damaged),
    (3, "<</Names[(a.txt) 4 0 R(a.txt) 4 0 R]>>", .damaged),
  ])
  func aFileThatTellsNothingIsAFault(object: Int, body: String, fault: VerificationFault) {
    var sample = Sample()
    sample.objects[object] = body
    #expect(sample.fault() == fault)
  }

  @Test func aFileThatIsNotOursOrNotWholeIsAFault() throws {
    var sample = Sample()
    sample.trailer = "/Root 1 0 R/Prev 9"
    #expect(sample.fault() == .rewritten)
    sample.trailer = "/Root 1 0 R/Encrypt 2 0 R"
    #expect(sample.fault() == .damaged)
    sample.trailer = "/Root 99 0 R"
    #expect(sample.fault() == .damaged)
    let whole = Sample().bytes
    for count in 0..<(whole.count - 8) {
      let start = Array(whole.prefix(count))
      #expect(throws: VerificationFault.self) { _ = try Verification(StoredBytes(start), folder: nil) }
    }
    #expect(throws: VerificationFault.noPDF) { _ = try Verification(StoredBytes(Array("GIF89a".utf8)), folder: nil) }
  }

  /// A kilobyte that claims a gigabyte is told by its claim, without unpacking it.
  @Test func packedBytesAreNeverMoreThanTheFileStates() throws {
    var sample = Sample()
    sample.objects[5] = "<</Length 12/Filter/FlateDecode>>stream\nthe original\nendstream"
    for size in [12, 0, 1 << 30, 1 << 60] {
      sample.objects[2] = "<</Version 1/Part 1/Exhibits[\(Sample.exhibit(size: size))]>>"
      #expect(try sample.found().exhibits.map(\.inside) == [.changed])
    }
    sample.objects[5] = "<</Length 12/Filter[/FlateDecode/FlateDecode]>>stream\nthe original\nendstream"
    #expect(try sample.found().exhibits.map(\.inside) == [.changed])
    sample.objects[5] = "<</Length 999999999>>stream\nthe original\nendstream"
    #expect(try sample.found().exhibits.map(\.inside) == [.changed])
  }

  /// Whatever byte of the original, its hash, size or name is another one, the answer is never "unchanged".
  @Test func noChangedByteGoesUnseen() throws {
    let bytes = Sample().bytes
    let text = String(decoding: bytes, as: UTF8.self)
    for word in ["the original", Sample.hash, "/Size", "12/SHA256", "/Name(a.txt)"] {
      let place = try #require(text.firstRange(of: word)?.lowerBound)
      let start = text.utf8.distance(from: text.startIndex, to: place)
      for offset in start..<(start + word.utf8.count) {
        for bit: UInt8 in [1, 2, 4, 8, 16, 32, 64, 128] {
          var spoilt = bytes
          spoilt[offset] ^= bit
          let isSound = (try? Verification(StoredBytes(spoilt), folder: nil))?.isSound ?? false
          #expect(!isSound, "bit \(bit) of byte \(offset - start) of \(word)")
        }
      }
    }
  }
}
