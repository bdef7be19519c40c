import Document
import Evidence
import Foundation
import Matter
import Messages
import TestSupport
import Testing

/// DKIM (RFC 6376, RFC 8463): what an annex says was verified is what was verified.
///
/// The signatures and their key were made with OpenSSL 3 and dkimpy 1.1; the mail of RFC 8463 is its appendix A.
@Suite struct DKIMTests {
  private static let signatures = [
    "simple/simple": """
    DKIM-Signature: v=1; a=rsa-sha256; c=simple/simple; d=example.com;
     i=@example.com; q=dns/txt; s=s1; t=1795692923; h=from : to : subject :
     date : message-id; bh=jgMDi4TjicR6lkHAjq5Kam8G1m2UVWWew31yZvwNgRM=;
     b=sSwB1o9efNcuKeZqQ7hzvYijTEuwkKpTp1AGRQUfmKh3OB+SYhFqJu8e/DF0vfr2kizVa
     LGADnOwmSxVrUVXyORmyWXWWHGAiRlP/M0zrG7LqtoLZPQ6JDQGU5r5KhmD1gTTWKBHbR5G
     ieDpTrlLU6XwwyAoeOMTT+Ue7O7O/y8=
    """,
    "simple/relaxed": """
    DKIM-Signature: v=1; a=rsa-sha256; c=simple/relaxed; d=example.com;
     i=@example.com; q=dns/txt; s=s1; t=1795692923; h=from : to : subject :
     date : message-id; bh=OEGD3FlSAyy/kanTcvRvXuvElcLcrimTtW98JagL6aQ=;
     b=rcyAtcJXQiTWVLHUvl8mHKglV+qVgP+L9L/A2MNrM+Y2v8Ay8iv9Hh9hGqKQ3q639pxDg
     s2AsFFdKXHTDHyZ7YhFXsAneb5u/KzJ5KQLM8503xua8aTY1bKHdv1xqWdr8TLTEnCWAtE1
     Q/lVjyZRrBjhYpV3H9xB7GaD+Dq2u6A=
    """,
    "relaxed/simple": """
    DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=example.com;
     i=@example.com; q=dns/txt; s=s1; t=1795692923; h=from : to : subject :
     date : message-id; bh=jgMDi4TjicR6lkHAjq5Kam8G1m2UVWWew31yZvwNgRM=;
     b=MY2sj754CbpX+mlHUvLTF/GOn9Kh08PFs/8vEy6QHBsMzwIxgd1SsRkzKd03YTuNcrnyL
     sc6N8CPeed+Xd9HbPhVSX4A3SQGGjdCnjQGjdfBYLsRw8fEDoyfVYwLl5WnCn3rD6DEmwS1
     Z6vTBEEKURsynB/rF7u/1I85O6hoZ7k=
    """,
    "relaxed/relaxed": SignedMail.signature,
    "length": """
    DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com;
     i=@example.com; l=36; q=dns/txt; s=s1; t=1795692923; h=from : subject;
     bh=OEGD3FlSAyy/kanTcvRvXuvElcLcrimTtW98JagL6aQ=;
     b=igU2TPYT42BSVLcrWudIlH0EOFoyyrQ7RrhS4wOjRrDsrXjv6mG407FekckzOL3fR1ecv
     G3hq40DcgN+3E3bdnJ7R5w4G7JQBp+lQRw0zByFSChWrYg4iTUouvbL1TBP+jXpGj58mcGw
     wXtJrpDoQPaMPFqPVk/noZKMfkaYyWM=
    """,
  ]

  private func signed(_ form: String, _ mail: String = SignedMail.mail) throws -> String {
    try require(Self.signatures[form]).replacing("\n", with: "\r\n") + "\r\n" + mail
  }

  /// What the annex says of the signatures, a sentence a line, and the findings.
  private func verdict(
    _ mail: String, records: [String: String] = ["s1._domainkey.example.com": SignedMail.record]
  ) throws -> (lines: [String], findings: [String]) {
    let exhibit = try maker().exhibit(number: 1, from: entry("folder/a.eml")) { item, _ throws(EvidenceObstacle) in
      let path = item.file
      if path == "folder/a.eml" { return EvidenceFile(Array(mail.utf8)) }
      let name = path.dropFirst("folder/".count).dropLast(".txt".count)
      guard path.hasPrefix("folder/"), path.hasSuffix(".txt"), let record = records[String(name)] else {
        throw .missing
      }
      return EvidenceFile(Array(record.utf8))
    }
    let row = outline(exhibit.content).split(separator: "\n").first { $0.hasPrefix("DKIM signature | ") }
    let text = row?.dropFirst("DKIM signature | ".count) ?? ""
    return (text.split(separator: " & ").map(String.init), exhibit.findings.map(\.code))
  }

  private let owner = "Signature of example.com:"
  private let sound =
    "The text of the e-mail, attachments included, is the one that was signed: it has the hash that the signature names."
  private func verified(_ fields: String = "from, to, subject, date, message-id") -> String {
    "The signature over the header was verified with the public key that the complainant kept as record "
      + "s1._domainkey.example.com. It covers the fields \(fields) and the hash of the text. Whether example.com "
      + "published this record was not verified."
  }
  private let changed =
    "The text of the e-mail does not have the hash that the signature names: it was changed after signing, possibly by "
    + "forwarding or saving."
  private let unfit =
    "The signature over the header does not fit the public key that the complainant kept as record "
    + "s1._domainkey.example.com."

  @Test(arguments: ["simple/simple", "simple/relaxed", "relaxed/simple", "relaxed/relaxed"])
  func everyCanonicalFormIsVerified(form: String) throws {
    let mail = try signed(form)
    let whole = try verdict(mail)
    #expect(whole.lines == [owner, sound, verified()] && whole.findings.isEmpty)
    // As programs save it that end lines with LF alone.
    #expect(try verdict(mail.replacing("\r\n", with: "\n")).lines == whole.lines)
    let otherText = try verdict(mail.replacing("received", with: "rejected"))
    #expect(otherText.lines == [owner, changed, verified()] && otherText.findings == ["exhibit.signedText"])
    let otherSender = try verdict(mail.replacing("privacy@", with: "another@"))
    #expect(otherSender.lines == [owner, sound, unfit] && otherSender.findings == ["exhibit.signature"])
    // The server of the receiver writes above; its line is not signed.
    #expect(try verdict("Received: by c.example.org\r\n" + mail).lines == whole.lines)
  }

  @Test func blanksCountOnlyInTheSimpleForm() throws {
    let spaced = SignedMail.mail.replacing("Dear  Erin,", with: "Dear Erin,")
    #expect(try verdict(signed("relaxed/relaxed", spaced)).lines == [owner, sound, verified()])
    #expect(try verdict(signed("relaxed/simple", spaced)).lines == [owner, changed, verified()])
    let folded = SignedMail.mail.replacing("Subject:  Your\r\n\tobjection ", with: "Subject: Your objection")
    #expect(try verdict(signed("relaxed/simple", folded)).lines == [owner, sound, verified()])
    #expect(try verdict(signed("simple/simple", folded)).lines == [owner, sound, unfit])
  }

  @Test func theVectorsOfRFC8463() throws {
    let records = [
      "brisbane._domainkey.football.example.com": "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
      "test._domainkey.football.example.com":
        "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOK"
        + "b2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBf"
        + "O2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB",
    ]
    let lines = try verdict(Self.dinner, records: records).lines
    let parts = lines.filter { $0.hasPrefix("The signature over the header was verified") }
    #expect(parts.count == 2 && lines.filter { $0 == sound }.count == 2)
    #expect(parts[0].contains("record brisbane._domainkey.football.example.com."))
    #expect(parts[1].contains("record test._domainkey.football.example.com."))
    #expect(parts.allSatisfy { $0.contains(" from, to, subject, date, message-id and ") })
  }

  @Test func aPartlySignedTextIsSaid() throws {
    let short = try verdict(signed("length"))
    #expect(short.lines == [owner, sound, verified("from, subject")] && short.findings.isEmpty)
    let long = try verdict(signed("length") + "Added.\r\n")
    #expect(
      long.lines[1]
        == "Of the text of the e-mail, only the first 36 of 48 bytes are signed; they have the hash that the signature "
        + "names. The rest is not signed.")
    #expect(long.findings == ["exhibit.signedBeginning"])
  }

  @Test func withoutAKeyOnlyTheTextIsVerified() throws {
    let none = try verdict(signed("relaxed/relaxed"), records: [:])
    #expect(
      none.lines == [
        owner, sound,
        "The signature over the header was not verified, because the public key (record s1._domainkey.example.com) was "
          + "not at hand.",
      ])
    #expect(none.findings.isEmpty)
  }

  @Test(arguments: [
    "", "v=DKIM1; p=", "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "v=DKIM1; p=AAAA",
    "v=DKIM1; p=!", "no record", "v=DKIM2; p=AAAA", "v=DKIM1; h=sha1; " + SignedMail.record.dropFirst(9),
  ])
  func unusableRecordsAreSaid(record: String) throws {
    let found = try verdict(signed("relaxed/relaxed"), records: ["s1._domainkey.example.com": record])
    #expect(found.lines.last?.contains("holds no key suited to it") == true)
    #expect(found.findings == ["exhibit.signatureKey"])
  }

  @Test func recordsAsToolsPrintThemAreRead() throws {
    let key = SignedMail.record.dropFirst("v=DKIM1; k=rsa; p=".count)
    for record in [
      "s1._domainkey.example.com. 300 IN TXT \"v=DKIM1; k=rsa; \" \"p=\(key.prefix(90))\" \"\(key.dropFirst(90))\"\n",
      "s1._domainkey.example.com descriptive text v=DKIM1; k=rsa; p=\(key)\n", "p=\(key)", SignedMail.record + "\r\n",
    ] {
      let found = try verdict(signed("relaxed/relaxed"), records: ["s1._domainkey.example.com": record])
      #expect(found.lines == [owner, sound, verified()])
    }
  }

  @Test(arguments: [
    "v=1; a=rsa-sha256; d=example.com; s=x; b=AAAA", "", ";;;", "v=1; v=1", "d=../../etc; s=passwd",
    "v=1; a=rsa-sha256; d=example.com; s=../x; h=from; bh=; b=AAAA", "a=\u{0}",
  ])
  func whatIsNoSignatureIsNotVerified(field: String) throws {
    let found = try verdict("DKIM-Signature: \(field)\r\n" + SignedMail.mail)
    #expect(found.lines.last?.contains("does not follow the rules (RFC 6376)") == true)
    #expect(!found.lines.joined().contains(".."))
  }

  @Test func oldProceduresAreNotVerified() throws {
    let found = try verdict(signed("relaxed/relaxed").replacing("rsa-sha256", with: "rsa-sha1"))
    #expect(found.lines.last?.hasPrefix("Neither text nor header were verified") == true)
  }

  private static let dinner = """
    DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
     d=football.example.com; i=@football.example.com;
     q=dns/txt; s=brisbane; t=1528637909; h=from : to :
     subject : date : message-id : from : subject : date;
     bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
     b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
     Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
    DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
     d=football.example.com; i=@football.example.com;
     q=dns/txt; s=test; t=1528637909; h=from : to : subject :
     date : message-id : from : subject : date;
     bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
     b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
     DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
     dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
    From: Joe SixPack <joe@football.example.com>
    To: Suzie Q <suzie@shopping.example.net>
    Subject: Is dinner ready?
    Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
    Message-ID: <20030712040037.46341.5F8J@football.example.com>

    Hi.

    We lost the game.  Are you hungry yet?

    Joe.

    """

  // MARK: Inspection

  /// Looking into a mail checks what making an annex of it checks, and says what follows from it.
  @Test func anInspectionSaysWhatWasVerified() throws {
    let signed = try signed("relaxed/relaxed")
    let record = Array(SignedMail.record.utf8)
    let other = Array("v=DKIM1; k=rsa; p=".utf8)
    let cases: [(mail: String, key: [UInt8]?, said: String, proves: String?, provesNot: String?)] = [
      (
        signed, record,
        "the text is the one that was signed, the signature fits the key record s1._domainkey.example.com beside the mail",
        "proof.mailVerified", nil
      ),
      (
        signed, nil,
        "the text is the one that was signed, the signature was not verified, because no file "
          + "s1._domainkey.example.com.txt with the key record lies beside the mail", "proof.mailSigned", nil
      ),
      (
        signed, other,
        "the text is the one that was signed, the signature was not verified, because the key record "
          + "s1._domainkey.example.com beside the mail holds no key suited to it", "proof.mailSigned", nil
      ),
      (
        signed.replacing("Subject:  Your", with: "Subject:  My"), record,
        "the text is the one that was signed, the signature does not fit the key record s1._domainkey.example.com beside "
          + "the mail", nil, "proof.mailOtherwiseSigned"
      ),
      (
        signed.replacing("received it", with: "refused it"), record,
        "the text is not the one that was signed, the signature fits the key record s1._domainkey.example.com beside the "
          + "mail", nil, "proof.mailOtherwiseSigned"
      ),
      (
        try self.signed("length", SignedMail.mail + "more\r\n"), record,
        "only the beginning of the text was signed, and it is unchanged, the signature fits the key record "
          + "s1._domainkey.example.com beside the mail", nil, "proof.mailOtherwiseSigned"
      ),
    ]
    let maker = try maker()
    for (number, expected) in cases.enumerated() {
      let inspection = Inspection(
        EvidenceFile(Array(expected.mail.utf8)), name: "a.eml", field: "file.1", maker: maker
      ) { name in name == "s1._domainkey.example.com" ? expected.key : nil }
      let facts = inspection.facts.filter { $0.name == "signature" }.map(\.wording.description)
      #expect(facts == ["DKIM signature of example.com: " + expected.said], "\(number)")
      let dkim = ["proof.mailVerified", "proof.mailSigned"]
      #expect(inspection.proves.map(\.code).filter(dkim.contains) == [expected.proves].compactMap(\.self), "\(number)")
      let doubts = ["proof.mailUnsigned", "proof.mailOtherwiseSigned"]
      #expect(
        inspection.provesNot.map(\.code).filter(doubts.contains) == [expected.provesNot].compactMap(\.self), "\(number)"
      )
    }
  }
}
