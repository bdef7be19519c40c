import CCrypto

/// SHA-256 (FIPS 180-4) by libcrypto.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Takes a digest that was made before; nil if it has not 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Takes what libcrypto made.
  init(made bytes: [UInt8]) { self.bytes = bytes }

  static func start() { _ = initialized }

  /// Hashes `content`.
  public init(of content: some Sequence<UInt8>) { self.init(of: Array(content)) }

  /// Hashes `content`.
  public init(of content: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let status = content.withUnsafeBytes {
      EVP_Digest($0.baseAddress, $0.count, &digest, &length, SHA256Function.shared, nil)
    }
    // EVP_Digest fails only when memory is exhausted or SHA-256 is disabled; a wrong hash must never be printed.
    precondition(status == 1 && length == 32, "libcrypto refused SHA-256")
    bytes = digest
  }

  /// No configuration file of the machine decides how a file is hashed, and none is looked for.
  private static let initialized: Void = {
    let status = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil)
    precondition(status == 1, "libcrypto refused to start")
  }()

  /// Lower-case hexadecimal, 64 characters.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(64)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The first 12 digits, for stamps and lists.
  public var short: String { String(hexadecimal.prefix(12)) }

  /// The hexadecimal form.
  public var description: String { hexadecimal }
}
