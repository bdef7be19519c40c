@testable import Evidence

/// Any bytes in a charset that the first of them choose.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let end = bytes.firstIndex(of: 0x0A) ?? 0
  let label = String(decoding: bytes[..<end], as: UTF8.self)
  let decoded = Charset.decode(Array(bytes[end...]), label: label)
  // Nothing becomes more than a replacement character for each byte, and what iconv takes apart.
  precondition(decoded.text.unicodeScalars.count <= 8 * bytes.count + 8)
  _ = Charset.decode(file: bytes)
  return 0
}
