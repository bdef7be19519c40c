import Matter

@testable import Evidence

/// Any words to be blacked out in any text: the first line is the pattern, the rest the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let lines = PlainText.lines(of: text, isFlowed: false, deletesSpace: false)
  guard let first = lines.first else { return 0 }
  let word = String(first.text.prefix(60))
  var redaction = Redaction()
  if first.depth == 0 { redaction.words = [word] } else { redaction.patterns = [word] }
  // A marker without letters: it is not found itself.
  var redactor = Redactor(redaction, marker: "\u{2588}")
  guard redactor.unspecific.isEmpty else { return 0 }
  let kept = redactor.lines(Array(lines.dropFirst())).kept
  // What was blacked out is not there any more: a second look finds nothing. A gap in a pattern may hold the marker.
  guard first.depth == 0 else { return 0 }
  var second = Redactor(redaction, marker: "\u{2588}")
  _ = second.lines(kept)
  precondition(!second.missing.isEmpty)
  return 0
}
