import CCrypto

/// HMAC-SHA-256 (RFC 2104, FIPS 198-1) by libcrypto: who lacks the key can neither make such a hash nor try out guesses.
///
/// Hashes of names or addresses without a key are as good as these themselves: there are few enough to try them all.
public struct KeyedHash: Sendable {
  /// How long a key should be, in bytes.
  public static let keySize = 32

  private let key: [UInt8]

  /// Takes a key; where it comes from is the caller's affair.
  public init(key: [UInt8]) { self.key = key }

  /// The 32 bytes for a content.
  public func callAsFunction(_ content: [UInt8]) -> [UInt8] {
    SHA256Digest.start()
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let made = content.withUnsafeBufferPointer { bytes in
      HMAC(EVP_sha256(), key, Int32(key.count), bytes.baseAddress, bytes.count, &digest, &length)
    }
    // As with a hash without a key: libcrypto refuses only without memory, and a wrong hash must never be kept.
    precondition(made != nil && length == 32, "libcrypto refused HMAC")
    return digest
  }
}
