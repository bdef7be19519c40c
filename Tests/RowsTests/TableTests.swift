import Testing

@testable import Rows

/// Tables are read as a spreadsheet shows them.
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
}
