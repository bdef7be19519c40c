import CCrypto

/// A key that checks signatures, by libcrypto.
public final class PublicKey {
  private let key: OpaquePointer
  private let isEdwards: Bool

  /// An RSA key in DER: as `SubjectPublicKeyInfo` (RFC 5280), else as the bare `RSAPublicKey` (RFC 8017); nil if it is
  /// neither, or has fewer than 1,024 or more than 8,192 bits.
  public init?(rsa der: [UInt8]) {
    SHA256Digest.start()
    guard !der.isEmpty, der.count <= 4_096, let key = Self.wrapped(der) ?? Self.bare(der) else { return nil }
    guard EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA, (1_024...8_192).contains(EVP_PKEY_get_bits(key)) else {
      EVP_PKEY_free(key)
      return nil
    }
    (self.key, isEdwards) = (key, false)
  }

  /// An Ed25519 key as its 32 bytes (RFC 8032); nil if it is none.
  public init?(ed25519 bytes: [UInt8]) {
    SHA256Digest.start()
    guard bytes.count == 32,
      let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count)
    else { return nil }
    (self.key, isEdwards) = (key, true)
  }

  deinit { EVP_PKEY_free(key) }

  /// Whether the key's owner signed a message: RSA with PKCS #1 v1.5 over SHA-256, or Ed25519 over the message itself.
  public func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard let context = EVP_MD_CTX_new() else { return false }
    defer { EVP_MD_CTX_free(context) }
    guard EVP_DigestVerifyInit(context, nil, isEdwards ? nil : EVP_sha256(), nil, key) == 1 else { return false }
    return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }

  private static func wrapped(_ der: [UInt8]) -> OpaquePointer? {
    der.withUnsafeBufferPointer { buffer in
      var start = buffer.baseAddress
      return d2i_PUBKEY(nil, &start, buffer.count)
    }
  }

  private static func bare(_ der: [UInt8]) -> OpaquePointer? {
    der.withUnsafeBufferPointer { buffer in
      var start = buffer.baseAddress
      return d2i_PublicKey(EVP_PKEY_RSA, nil, &start, buffer.count)
    }
  }
}
