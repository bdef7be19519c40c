import Document

@testable import Evidence

/// Any bytes as a web page: its words.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let lines = HTMLText.lines(of: Charset.decode(file: bytes).text, pictureWord: "[{text}]", namelessPictureWord: "[]")
  for line in lines { precondition(line.depth <= TextLine.deepest) }
  _ = QuotedText.blocks(of: lines, language: nil)
  return 0
}
