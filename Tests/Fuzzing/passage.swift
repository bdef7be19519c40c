import Matter

@testable import Evidence

/// Any passage of any text: the first line is what it begins with, the second what it ends with if it is not empty, the
/// rest the file, a web page where it looks like one.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let parts = bytes.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
  guard parts.count == 3 else { return 0 }
  var passage = Passage()
  passage.from = String(decoding: parts[0], as: UTF8.self).composed
  if !parts[1].isEmpty { passage.to = String(decoding: parts[1], as: UTF8.self).composed }
  let file = Array(parts[2])
  let text = Charset.decode(file: file).text
  let lines =
    EvidenceFormat(of: file) == .html
    ? HTMLText.lines(of: text, pictureWord: "[{text}]", namelessPictureWord: "[]")
    : text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
      TextLine(depth: 0, text: String($0))
    }
  guard let excerpt = try? Excerpt(passage, of: lines) else { return 0 }
  // It begins and ends as asked for, stands where it says, and nothing is in it that is not in the file.
  precondition(excerpt.lines.count == excerpt.place.count && excerpt.place.upperBound <= excerpt.total)
  precondition(excerpt.lines[0].text.utf8.starts(with: passage.from.utf8))
  if let to = passage.to {
    precondition(excerpt.lines[excerpt.lines.count - 1].text.utf8.reversed().starts(with: to.utf8.reversed()))
  }
  for (line, number) in zip(excerpt.lines, excerpt.place) {
    let whole = lines[number - 1].text.composed.utf8
    let isFirst = number == excerpt.place.lowerBound
    let isLast = number == excerpt.place.upperBound
    precondition(line.text.utf8.count <= whole.count)
    if !isFirst { precondition(whole.starts(with: line.text.utf8)) }
    if !isLast || passage.to == nil { precondition(whole.reversed().starts(with: line.text.utf8.reversed())) }
  }
  precondition(excerpt.characters <= excerpt.allCharacters)
  return 0
}
