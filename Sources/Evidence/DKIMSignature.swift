/// A DKIM signature as the header states it (RFC 6376, 3.5).
struct DKIMSignature {
  /// How it was made.
  enum Procedure: String {
    case rsa = "rsa-sha256"
    case ed25519 = "ed25519-sha256"
  }

  /// What of the form of a text counts.
  enum Canonical: String {
    case simple, relaxed
  }

  /// Who signed, and with which key; both are names of hosts.
  let domain: String
  let selector: String
  /// Nil where it is one not known here, such as `rsa-sha1`, which proves nothing any more.
  let procedure: Procedure?
  let header: Canonical
  let body: Canonical
  /// The names of the fields signed, in lower case, in order.
  let fields: [String]
  let bodyHash: [UInt8]
  let signature: [UInt8]
  /// How many bytes of the text are signed; nil for all.
  let length: Int?
  /// Whether the signer says that they sign for a domain beneath theirs.
  let isForSubdomain: Bool

  /// Reads a field's value; nil if it is no signature that could ever be verified.
  init?(_ value: String) {
    guard let tags = DKIMTags(value), tags["v"] == "1", let domain = tags.compact("d")?.lowercased(),
      let selector = tags.compact("s")?.lowercased(), Self.isHost(domain), Self.isHost(selector),
      let fields = tags.compact("h")?.lowercased().split(separator: ":").map(String.init), fields.contains("from"),
      fields.count <= 500, fields.allSatisfy(Self.isFieldName), let bodyHash = tags.bytes("bh"),
      bodyHash.count == 32 || tags["a"] == "rsa-sha1",
      let signature = tags.bytes("b"), !signature.isEmpty
    else { return nil }
    let forms = (tags.compact("c") ?? "simple").split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard forms.count <= 2, let header = Canonical(rawValue: forms[0]),
      let body = Canonical(rawValue: forms.count == 2 ? forms[1] : "simple")
    else { return nil }
    if let length = tags.compact("l") {
      guard let count = Int(length), count >= 0 else { return nil }
      self.length = count
    } else {
      length = nil
    }
    // Who signs for somebody signs for their own domain or one beneath it.
    if let signer = tags.compact("i")?.lowercased(), let at = signer.lastIndex(of: "@") {
      let host = signer[signer.index(after: at)...]
      guard host == domain || host.hasSuffix("." + domain) else { return nil }
      isForSubdomain = host != domain
    } else {
      isForSubdomain = false
    }
    (self.domain, self.selector, self.fields) = (domain, selector, fields)
    (self.header, self.body, self.bodyHash, self.signature) = (header, body, bodyHash, signature)
    procedure = tags.compact("a").flatMap(Procedure.init(rawValue:))
  }

  /// The domain that a field names, be the rest as it may; empty if none.
  static func domain(in value: String) -> String {
    guard let domain = DKIMTags(value)?.compact("d")?.lowercased(), isHost(domain) else { return "" }
    return domain
  }

  /// The name under which the domain publishes the key.
  var recordName: String { "\(selector)._domainkey.\(domain)" }

  /// Visible ASCII alone (RFC 5322, 2.2).
  private static func isFieldName(_ name: String) -> Bool { name.utf8.allSatisfy { (0x21...0x7E).contains($0) } }

  /// Letters, digits, hyphens, underscores, and points between them: nothing that leads a path elsewhere.
  private static func isHost(_ name: String) -> Bool {
    guard (1...100).contains(name.utf8.count) else { return false }
    return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      !label.isEmpty
        && label.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
        }
    }
  }
}
