@testable import Evidence

/// Any bytes as a mail with DKIM signatures: up to the first zero byte a key record, then the mail.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let end = bytes.firstIndex(of: 0) ?? 0
  let record = Array(bytes[..<end])
  for check in DKIMCheck.checks(of: Array(bytes[end...].drop { $0 == 0 }), record: { _ in record }) {
    // What leads to a file must not lead elsewhere, and what is printed must be printable.
    precondition(check.record.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2F })
    precondition(!check.record.contains(".."))
  }
  return 0
}
