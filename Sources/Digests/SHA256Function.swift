import CCrypto

/// SHA-256 as libcrypto knows it.
enum SHA256Function {
  /// The function, looked up once: by its name alone, libcrypto 3 looks for it again at every use, under a lock that all threads
  /// share, which takes longer than hashing a few bytes.
  ///
  /// `nonisolated(unsafe)`: never written to again, and libcrypto lets all threads use it.
  nonisolated(unsafe) static let shared: OpaquePointer? = {
    SHA256Digest.start()
    return EVP_MD_fetch(nil, "SHA256", nil)
  }()
}
