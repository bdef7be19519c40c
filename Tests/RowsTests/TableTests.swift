import Matter
import Testing

@testable import Rows

/// Tables are read as a spreadsheet shows them, from any program that writes them.
@Suite struct TableTests {
  static func rows(_ bytes: [UInt8], chunk: Int = .max) throws -> (TableFormat, [String], [Row]) {
    let source = RowSource {
      var rest = bytes[...]
      return { count in
        guard !rest.isEmpty else { return nil }
        let size = min(count, chunk)
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }
    }
    let format = try TableFormat.detect(source)
    let stream = try RowStream(source, format: format)
    var rows: [Row] = []
    while let row = try stream.row() { rows.append(row) }
    return (format, stream.header, rows)
  }

  static func fault(_ bytes: [UInt8], chunk: Int = .max) -> TableFault? {
    do {
      _ = try rows(bytes, chunk: chunk)
      return nil
    } catch {
      return error as? TableFault
    }
  }

  @Test(arguments: [1, 2, 3, 7, .max])
  func rowsAreCountedAsASpreadsheetCountsThem(chunk: Int) throws {
    let text = "sep=;\r\na;b\r\n1;\"x\r\ny \"\"q\"\"\"\r\n\r\n;\r\n5;6"
    let (format, header, rows) = try Self.rows(Array(text.utf8), chunk: chunk)
    #expect(format.separator == UInt8(ascii: ";") && format.hasSeparatorLine)
    #expect(header == ["a", "b"])
    #expect(
      rows == [
        Row(number: 2, cells: ["1", "x\r\ny \"q\""]), Row(number: 3, cells: []), Row(number: 4, cells: ["", ""]),
        Row(number: 5, cells: ["5", "6"]),
      ])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEndIsOne(end: String) throws {
    let (_, header, rows) = try Self.rows(Array("a,b\(end)1,2\(end)\(end)3,4\(end)".utf8))
    #expect(header == ["a", "b"])
    #expect(rows.map(\.number) == [2, 3, 4])
    #expect(rows.map(\.cells) == [["1", "2"], [], ["3", "4"]])
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func theSeparatorIsFoundInTheFirstRow(separator: String) throws {
    let text = "a\(separator)\"b, c; d\"\(separator)e\n1\(separator)\"2,5\"\(separator)\"3;4\"\n"
    let (format, header, rows) = try Self.rows(Array(text.utf8))
    #expect(format.separator == separator.utf8.first)
    #expect(header == ["a", "b, c; d", "e"])
    #expect(rows.first?.cells == ["1", "2,5", "3;4"])
  }

  static let sentence = "Grüße aus Österreich, Straße für Straße; ein schöner Ärger über große Füße"

  @Test(arguments: [1, 3, .max])
  func encodingsAreFoundAndReported(chunk: Int) throws {
    let text = "a,b\r\n1,\"\(Self.sentence)\"\r\n"
    let utf16 = Array(text.utf16)
    let little = utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let cases: [(bytes: [UInt8], name: String, isGuessed: Bool)] = [
      (Array(text.utf8), "UTF-8", false), ([0xEF, 0xBB, 0xBF] + Array(text.utf8), "UTF-8", false),
      ([0xFF, 0xFE] + little, "UTF-16LE", false), ([0xFE, 0xFF] + big, "UTF-16BE", false), (little, "UTF-16LE", false),
      (big, "UTF-16BE", false), (latin, "WINDOWS-1252", true),
    ]
    for (bytes, name, isGuessed) in cases {
      let (format, header, rows) = try Self.rows(bytes, chunk: chunk)
      #expect(format.encoding.name == name && format.isEncodingGuessed == isGuessed)
      #expect(header == ["a", "b"])
      #expect(rows.map(\.cells) == [["1", Self.sentence]])
    }
  }

  @Test func centralEuropeIsReadToo() throws {
    // „Zażółć gęślą jaźń“ and more of it, in Windows-1250 or ISO 8859-2 by their own tables.
    let polish = "Zażółć gęślą jaźń, pchnąć w tę łódź jeża lub ośm skrzyń fig; wójt źle się czuł, więc został w łóżku"
    let table: [Character: UInt8] = [
      "ż": 0xBF, "ó": 0xF3, "ł": 0xB3, "ć": 0xE6, "ę": 0xEA, "ś": 0x9C, "ą": 0xB9, "ź": 0x9F, "ń": 0xF1,
    ]
    let bytes = "a,b\n1,\"\(polish)\"\n".flatMap { character in
      table[character].map { [$0] } ?? Array(String(character).utf8)
    }
    let (format, _, rows) = try Self.rows(bytes)
    #expect(format.encoding.name == "WINDOWS-1250" && format.isEncodingGuessed)
    #expect(rows.first?.cells == ["1", polish])
  }

  @Test func whatIsNoTableIsSaid() {
    let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + Array("……[Content_Types].xml".utf8)
    let sheet: [UInt8] =
      [0x50, 0x4B, 0x03, 0x04] + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8)
    let cases: [([UInt8], TableFault)] = [
      ([], .empty), ([0xEF, 0xBB, 0xBF], .empty), (Array("\r\n\r\n".utf8), .empty), (zip, .other(.excel)),
      (sheet, .other(.openDocument)), ([0x50, 0x4B, 0x03, 0x04, 1, 2], .other(.zip)),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .other(.excelOld)), (Array("%PDF-1.7\n".utf8), .other(.pdf)),
      (Array("<!DOCTYPE html><html>".utf8), .other(.html)), ([0x1F, 0x8B, 8, 0], .other(.compressed)),
      (Array("a,b\n".utf8) + [0, 1, 2, 3, 0, 0, 7, 0, 9, 200, 0], .other(.binary)),
      (Array("a,b\n1,\"2\n3,4\n".utf8), .quoteOpen(row: 2)),
      ([0xEF, 0xBB, 0xBF] + Array("a,b\n1,2\n3,".utf8) + [0xFC, 0x0A], .encodingBroken(row: 3, encoding: .utf8)),
      // What is repaired by as many bytes as it had, and what ends with the file.
      (
        [0xEF, 0xBB, 0xBF] + Array("a,b\n1,2\n3,".utf8) + [0xF0, 0x9F, 0x98, 0x0A],
        .encodingBroken(row: 3, encoding: .utf8)
      ), ([0xEF, 0xBB, 0xBF] + Array("a,b\n1,".utf8) + [0xC3], .encodingBroken(row: 2, encoding: .utf8)),
      ([0xFF, 0xFE, 0x61, 0x00, 0x2C], .encodingBroken(row: 1, encoding: .utf16LittleEndian)),
    ]
    for (bytes, expected) in cases {
      let found = Self.fault(bytes)
      #expect(found == expected, "\(bytes.prefix(12))")
      #expect(found?.finding.hint?.isEmpty == false)
    }
  }

  @Test func aCellOrRowWithoutEndIsRefusedBeforeItFillsTheMemory() throws {
    func endless(_ start: String, _ filling: [UInt8], total: Int) -> RowSource {
      RowSource {
        var (sent, isFirst) = (0, true)
        return { _ in
          if isFirst {
            isFirst = false
            return Array(start.utf8)
          }
          guard sent < total else { return nil }
          sent += filling.count
          return filling
        }
      }
    }
    let format = TableFormat(
      encoding: .utf8, isEncodingGuessed: false, hasMark: false, separator: 0x2C, hasSeparatorLine: false)
    func fault(_ source: RowSource) -> TableFault? {
      do {
        let stream = try RowStream(source, format: format)
        while try stream.row() != nil {}
        return nil
      } catch {
        return error
      }
    }
    let letters = [UInt8](repeating: 0x78, count: 1 << 16)
    #expect(fault(endless("a,b\n1,\"", letters, total: 100 << 20)) == .cellTooLong(row: 2, column: 2))
    #expect(fault(endless("a,b\n1,", letters, total: 100 << 20)) == .cellTooLong(row: 2, column: 2))
    let commas = [UInt8](repeating: 0x2C, count: 1 << 16)
    #expect(fault(endless("a,b\n1,", commas, total: 1 << 20)) == .tooManyCells(row: 2))
  }

  @Test func tenThousandColumnsAreATable() throws {
    let header = (1...10_000).map { "column\($0)" }.joined(separator: ";")
    let row = (1...10_000).map(String.init).joined(separator: ";")
    let (_, names, rows) = try Self.rows(Array("\(header)\n\(row)\n".utf8))
    #expect(names.count == 10_000 && rows.first?.cells.last == "10000")
  }

  @Test func aMarkInsideACellIsNoQuote() throws {
    let (_, _, rows) = try Self.rows(Array("a,b\n5\" screen,x\"y\"z\n1,2\n".utf8))
    #expect(rows.map(\.cells) == [["5\" screen", "x\"y\"z"], ["1", "2"]])
  }
}
