@testable import Evidence

/// Any bytes as the container of a mail that Outlook saved: a file that is whole holds all its tables.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = EvidenceFormat(of: bytes)
  // A whole file has its header and at least one sector, of which a table lists itself.
  if OutlookFile.isWhole(bytes) { precondition(bytes.count >= 1_024) }
  return 0
}
