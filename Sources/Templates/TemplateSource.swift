/// The text of one template with a way back from offsets to lines and columns.
struct TemplateSource: Sendable {
  let file: String
  /// The text in UTF-8: what tags and Markdown are made of is ASCII, so nobody who looks for them decodes a character.
  let bytes: [UInt8]
  private let lineStarts: [Int]

  init(file: String, text: String) {
    self.file = file
    var text = text
    let bytes = text.withUTF8 { Array($0) }
    var starts = [0]
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
    self.bytes = bytes
    lineStarts = starts
  }

  var lineCount: Int { lineStarts.count }

  /// The bytes of a line, counted from 0, without its end.
  func line(_ index: Int) -> Range<Int> {
    let start = lineStarts[index]
    guard index + 1 < lineStarts.count else { return start..<bytes.count }
    let end = lineStarts[index + 1] - 1
    return start..<(end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end)
  }

  /// The line an offset lies in, counted from 0.
  func lineIndex(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// A problem at an offset, with the line itself.
  func problem(_ message: String, at offset: Int, hint: String? = nil) -> TemplateProblem {
    let index = lineIndex(of: offset)
    // Columns count characters as an editor shows them, so bytes that continue one are passed over.
    let column = bytes[lineStarts[index]..<offset].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return problem(message, line: index + 1, column: column, hint: hint)
  }

  /// A problem at a line and column, both from 1, with the line itself.
  func problem(_ message: String, line: Int, column: Int, hint: String? = nil) -> TemplateProblem {
    let source = lineStarts.indices.contains(line - 1) ? text(self.line(line - 1)) : ""
    return TemplateProblem(file: file, line: line, column: column, message: message, hint: hint, source: source)
  }
}
