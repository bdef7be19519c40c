@testable import Evidence

/// Any bytes as a file of a kind to be told.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let format = EvidenceFormat(of: bytes)
  precondition(!format.mediaType.isEmpty && !format.fileExtension.isEmpty)
  _ = EvidenceFormat.isAnimated(bytes)
  return 0
}
