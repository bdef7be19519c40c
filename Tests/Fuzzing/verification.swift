import Storage
import Verification

/// Any bytes are a document whose exhibits can be told from their originals, or a fault: never a crash, and no exhibit of
/// fewer bytes than the file is unchanged without having its hash in it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzVerification(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = start.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
  guard let found = try? Verification(StoredBytes(bytes), folder: [.init(name: "a", content: StoredBytes(bytes))])
  else {
    return 0
  }
  precondition(!found.exhibits.isEmpty, "a document without exhibits is a fault")
  for exhibit in found.exhibits { precondition(exhibit.sha256?.utf8.count ?? 64 == 64, "a digest is a digest") }
  return 0
}
