import Digests
import Testing

/// The hashes by which a ledger knows what a row said.
@Suite struct KeyedHashTests {
  @Test func `it is HMAC-SHA-256, with short keys and with long ones`() {
    // RFC 4231, test cases 2 and 6.
    #expect(
      Self.hash("what do ya want for nothing?", key: Array("Jefe".utf8))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(
      Self.hash("Test Using Larger Than Block-Size Key - Hash Key First", key: Array(repeating: 0xAA, count: 131))
        == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }

  private static func hash(_ text: String, key: [UInt8]) -> String? {
    SHA256Digest(bytes: KeyedHash(key: key)(Array(text.utf8)))?.hexadecimal
  }
}
