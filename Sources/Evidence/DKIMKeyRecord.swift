import Digests

/// The key record of a domain (RFC 6376, 3.6.1; RFC 8463), as somebody stored it: `v=DKIM1; k=rsa; p=…`.
struct DKIMKeyRecord {
  /// The key of the procedure; nil where the record is of another, revoked, damaged, too weak or for other uses.
  let key: PublicKey?
  /// Whether the domain must be the signer's own, not one beneath it.
  let isStrict: Bool

  /// Reads a record: its text alone, a line of a zone file, or what `dig` or `host` print.
  ///
  /// - Parameter procedure: that of the signature.
  init(_ bytes: [UInt8], for procedure: DKIMSignature.Procedure) {
    let tags = bytes.count > 64 << 10 ? nil : DKIMTags(Self.text(of: String(decoding: bytes, as: UTF8.self)))
    isStrict = tags?.compact("t")?.split(separator: ":").contains("s") ?? false
    guard let tags, tags["v"] ?? "DKIM1" == "DKIM1", let bytes = tags.bytes("p"),
      tags.compact("h").map({ $0.split(separator: ":").contains("sha256") }) ?? true,
      tags.compact("s").map({ $0.split(separator: ":").contains { $0 == "*" || $0 == "email" } }) ?? true
    else {
      key = nil
      return
    }
    switch (procedure, tags["k"] ?? "rsa") {
    case (.rsa, "rsa"): key = PublicKey(rsa: bytes)
    case (.ed25519, "ed25519"): key = PublicKey(ed25519: bytes)
    default: key = nil
    }
  }

  /// The record itself: where it stands in quotes, the text in them; long ones come in several strings.
  private static func text(of stored: String) -> String {
    let pieces = stored.split(separator: "\"", omittingEmptySubsequences: false)
    guard pieces.count >= 3 else {
      return stored.firstRange(of: "v=DKIM1").map { String(stored[$0.lowerBound...]) } ?? stored
    }
    return pieces.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }.joined()
  }
}
