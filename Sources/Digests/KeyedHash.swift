/// HMAC-SHA-256 (RFC 2104, FIPS 198-1): who lacks the key can neither make such a hash nor try out guesses.
///
/// Hashes of names or addresses without a key are as good as these themselves: there are few enough to try them all.
/// libcrypto's own HMAC looks for its algorithms at every call, under a lock that all threads share.
public struct KeyedHash: Sendable {
  /// How long a key should be, in bytes.
  public static let keySize = 32

  /// How many bytes SHA-256 takes in at once.
  private static let block = 64

  private let inner: [UInt8]
  private let outer: [UInt8]

  /// Takes a key; where it comes from is the caller's affair.
  public init(key: [UInt8]) {
    var padded = key.count > Self.block ? SHA256Digest(of: key).bytes : key
    padded += repeatElement(0, count: Self.block - padded.count)
    inner = padded.map { $0 ^ 0x36 }
    outer = padded.map { $0 ^ 0x5C }
  }

  /// The 32 bytes for a content.
  public func callAsFunction(_ content: [UInt8]) -> [UInt8] {
    SHA256Digest(of: outer + SHA256Digest(of: inner + content).bytes).bytes
  }
}
