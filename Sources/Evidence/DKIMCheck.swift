import Digests

/// What was and was not verified of one DKIM signature of a mail.
struct DKIMCheck: Hashable {
  /// The signed text.
  enum Body: Hashable {
    /// It has the hash the signature names.
    case matches
    /// So have its first bytes; the others are not signed.
    case beginning(signed: Int, of: Int)
    /// It has another hash.
    case differs
    /// The signature is of a kind not taken.
    case unknown
  }

  /// The signature itself.
  enum Signature: Hashable {
    /// It was made with the key of the record that lies beside the mail.
    case verified
    /// It was not.
    case fails
    /// There is no record.
    case noRecord
    /// The record there is holds no key that could verify it.
    case unusableRecord
    /// It was made by a procedure not taken.
    case unknownProcedure
    /// The field is no signature.
    case malformed
    /// The file does not hold what was signed.
    case notAsTransmitted
  }

  /// Who signed; empty where the field does not say it.
  var domain = ""
  /// The name of the key's record.
  var record = ""
  /// The names of the fields signed.
  var fields: [String] = []
  var body = Body.unknown
  var signature = Signature.malformed

  /// At most so many signatures of a mail are checked.
  private static let limit = 5

  /// Checks the signatures of a mail, in the order of the file.
  ///
  /// - Parameters:
  ///   - isAsTransmitted: whether the bytes are those that were signed; else nothing is checked.
  ///   - record: reads a key record by its name, such as `mail._domainkey.example.com`.
  static func checks(
    of mail: [UInt8], isAsTransmitted: Bool = true, record: (String) -> [UInt8]?
  ) -> [DKIMCheck] {
    let text = DKIMText(mail)
    let positions = text.fields.indices.filter { text.fields[$0].name == "dkim-signature" }
    guard !positions.isEmpty else { return [] }
    return positions.prefix(limit).map { position in
      guard isAsTransmitted else { return DKIMCheck(unverifiable: text.fields[position].bytes) }
      return DKIMCheck(text, at: position, record: record)
    }
  }

  private init(unverifiable field: [UInt8]) {
    domain = DKIMSignature.domain(in: String(decoding: field.drop { $0 != 0x3A }.dropFirst(), as: UTF8.self))
    signature = .notAsTransmitted
  }

  private init(_ text: DKIMText, at position: Int, record: (String) -> [UInt8]?) {
    let value = text.fields[position].bytes.drop { $0 != 0x3A }.dropFirst()
    guard let signature = DKIMSignature(String(decoding: value, as: UTF8.self)) else {
      domain = DKIMSignature.domain(in: String(decoding: value, as: UTF8.self))
      return
    }
    (domain, self.record, fields) = (signature.domain, signature.recordName, signature.fields)
    guard let procedure = signature.procedure else {
      self.signature = .unknownProcedure
      return
    }
    body = Self.body(of: text, signature)
    guard let stored = record(signature.recordName) else {
      self.signature = .noRecord
      return
    }
    let known = DKIMKeyRecord(stored, for: procedure)
    guard let key = known.key, !(known.isStrict && signature.isForSubdomain) else {
      self.signature = .unusableRecord
      return
    }
    let signed = text.signedHeader(of: signature, at: position)
    // RFC 8463, 3: Ed25519 signs the hash.
    let message = procedure == .ed25519 ? SHA256Digest(of: signed).bytes : signed
    self.signature = key.verifies(signature.signature, of: message) ? .verified : .fails
  }

  private static func body(of text: DKIMText, _ signature: DKIMSignature) -> Body {
    let body = text.body(signature.body)
    let length = signature.length ?? body.count
    guard length <= body.count, SHA256Digest(of: Array(body.prefix(length))).bytes == signature.bodyHash else {
      return .differs
    }
    return length < body.count ? .beginning(signed: length, of: body.count) : .matches
  }
}
