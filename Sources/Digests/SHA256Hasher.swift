import CCrypto

/// Hashes what comes piece by piece.
public struct SHA256Hasher: ~Copyable {
  private let context: OpaquePointer?

  /// Begins.
  public init() {
    context = EVP_MD_CTX_new()
    // As with a whole array: libcrypto refuses only without memory, and a wrong hash must never be printed.
    precondition(EVP_DigestInit_ex(context, SHA256Function.shared, nil) == 1, "libcrypto refused SHA-256")
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Takes in the next bytes.
  public func add(_ bytes: UnsafeRawBufferPointer) {
    precondition(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1, "libcrypto refused SHA-256")
  }

  /// The digest of everything; nothing may be added after it.
  public consuming func finish() -> SHA256Digest {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    precondition(EVP_DigestFinal_ex(context, &digest, &length) == 1 && length == 32, "libcrypto refused SHA-256")
    return SHA256Digest(made: digest)
  }
}
