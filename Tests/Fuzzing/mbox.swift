import Evidence

/// Any bytes as a mailbox: whole and in pieces the same mails are found, each within the file and after the one before.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let size = 1 + Int(bytes.first ?? 0)
  for choice in [
    MailChoice.number(2), .identifier("a@b"), MailChoice(String(decoding: bytes.prefix(20), as: UTF8.self)),
  ] {
    let whole = MailboxSearch.look(for: choice, in: bytes)
    var pieces = MailboxSearch(for: choice)
    for start in stride(from: 0, to: bytes.count, by: size) {
      bytes[start..<min(bytes.count, start + size)].withUnsafeBytes { pieces.read($0) }
    }
    pieces.finish()
    precondition(pieces.finds == whole.finds && pieces.count == whole.count, "the pieces make a difference")
    var end = 0
    for find in whole.finds {
      precondition(find.range.lowerBound >= end && find.range.upperBound <= bytes.count, "outside the file")
      end = find.range.upperBound
    }
  }
  return 0
}
