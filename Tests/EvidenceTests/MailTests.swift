import Digests
import Document
import Evidence
import Foundation
import Matter
import Messages
import Testing

@Suite struct MailTests {
  /// A mail with the fields every one has, and a body.
  static func mail(_ rest: String, subject: String = "Hello") -> [UInt8] {
    Array(
      """
      From: Privacy <privacy@example.com>
      To: Erin Example <erin@example.org>
      Date: Tue, 20 May 2025 12:32:05 +0000
      Subject: \(subject)
      Message-ID: <1@example.com>
      \(rest)
      """.utf8)
  }

  /// The outline of what lies under a heading.
  private func section(_ heading: String, _ exhibit: Exhibit) throws -> String {
    let text = outline(exhibit.content)
    let start = try #require(text.range(of: "# \(heading)\n"))
    let rest = text[start.upperBound...]
    return String(rest[..<(rest.range(of: "\n# ")?.lowerBound ?? rest.endIndex)]) + "\n"
  }

  private func exhibit(_ bytes: [UInt8]) throws -> Exhibit {
    try maker().exhibit(number: 2, from: entry("a.eml"), bytes: bytes)
  }

  private func text(_ bytes: [UInt8]) throws -> String { try section("Text of the e-mail", exhibit(bytes)) }

  @Test func aMailSaysWhoWroteToWhomWhenAndInWhichCase() throws {
    let mail = try #require(
      try exhibit(
        Array(
          """
          From: "service@facebook.com" <Evil@Example.COM>
          To: Team: a@example.org, "B, C" <b@example.org>;, c@example.org
          Cc: =?utf-8?Q?J=C3=B6rg?= <joerg@example.org>
          Date: Tue, 20 May 2025 23:32:05 -0800
          Subject: =?utf-8?Q?Fall_EB-4711=3A_Best=C3=A4tigung?=
          Message-ID: <1@example.com>
          In-Reply-To: <0@example.org>
          References: <a@example.org>
           <0@example.org> nonsense

          Hello
          """.utf8)
      ).mail)
    #expect(mail.date?.description == "2025-05-20")
    // The name before an address can be anything.
    #expect(mail.senders == ["evil@example.com"])
    #expect(mail.recipients == ["c@example.org", "joerg@example.org"])
    #expect(mail.identifier == "1@example.com")
    #expect(mail.references == ["0@example.org", "a@example.org", "0@example.org"])
    #expect(mail.cases == ["EB-4711"])
    #expect(mail.signers == [])
    #expect(try maker().exhibit(number: 1, from: entry("a.txt"), bytes: Array("words".utf8)).mail == nil)
  }

  @Test func aWholeMailInOrder() throws {
    let bytes = Array(
      """
      Received: from b.example.org ([192.0.2.2])\r
      \tby c.example.org; Tue, 20 May 2025 14:32:09 +0200\r
      Received: from a.example.com by b.example.org;\r
       Tue, 20 May 2025 14:32:08 +0200\r
      From: =?UTF-8?Q?J=C3=B6rg_=22X=22?= <joerg@example.com>\r
      To: "Example, Erin" <erin@example.org>,\r
       undisclosed@example.org\r
      Cc:\r
      Date: Tue, 20 May 2025 12:32:05 +0000\r
      Subject: =?iso-8859-1?Q?Best=E4tigung?= =?utf-8?B?IOKAkyBGYWxsIDE=?=\r
      Message-ID: <1@example.com>\r
      DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=x; b=AAAA\r
      MIME-Version: 1.0\r
      Content-Type: multipart/mixed; boundary="outer"\r
      \r
      --outer\r
      Content-Type: multipart/alternative; boundary=inner\r
      \r
      --inner\r
      Content-Type: text/plain; charset=utf-8\r
      Content-Transfer-Encoding: quoted-printable\r
      \r
      Gr=C3=BC=C3=9Fe=20\r
      aus Dublin\r
      \r
      zweiter Absatz\r
      --inner\r
      Content-Type: text/html; charset=utf-8\r
      \r
      <p>other words</p>\r
      --inner--\r
      --outer\r
      Content-Type: application/pdf; name="=?utf-8?Q?Erkl=C3=A4rung.pdf?="\r
      Content-Disposition: attachment\r
      Content-Transfer-Encoding: base64\r
      \r
      aGVsbG8=\r
      --outer--\r

      """.utf8)
    let exhibit = try exhibit(bytes)
    let hello = SHA256Digest(of: Array("hello".utf8)).hexadecimal
    let html = SHA256Digest(of: Array("<p>other words</p>".utf8)).hexadecimal
    let plain = SHA256Digest(of: Array("Grüße \r\naus Dublin\r\n\r\nzweiter Absatz".utf8)).hexadecimal
    #expect(
      outline(exhibit.content) == """
        # Header of the e-mail
        From | Jörg "X" <joerg@example.com>
        To | "Example, Erin" <erin@example.org>, undisclosed@example.org
        Copy to | (empty)
        Date | Tue, 20 May 2025 12:32:05 +0000
        Subject | Bestätigung – Fall 1
        Message-ID | <1@example.com>
        DKIM signature | Signature of example.com: & There is a signature that does not follow the rules (RFC 6376); nothing of it was verified.
        # Text of the e-mail
        verbatim: Grüße / aus Dublin
        verbatim: zweiter Absatz
        # Path of the e-mail (Received)
        note: Every server puts its line above the earlier ones; the path reads from the bottom to the top.
        1.
          verbatim: from b.example.org ([192.0.2.2]) by c.example.org; Tue, 20 May 2025 14:32:09 +0200
        2.
          verbatim: from a.example.com by b.example.org; Tue, 20 May 2025 14:32:08 +0200
        # Parts of the e-mail
        No. | Type | Bytes | SHA-256
        1 | text/plain | 38 | \(plain)
        2 | text/html | 18 | \(html)
        3 | application/pdf & shown as annex 2a | 5 | \(hello)
        note: What is attached to the e-mail and can be shown follows as an annex of its own. The rest, and small pictures of its layout, are only listed here; they are in the original. The hash is that of the part without its transfer encoding.

        """)
    #expect(exhibit.findings.isEmpty)
    #expect(exhibit.attachment?.name == "annex-2-original.eml")
    #expect(exhibit.attachment?.mediaType == "message/rfc822")
    #expect(exhibit.attachment?.bytes == bytes)
    #expect(exhibit.sha256 == SHA256Digest(of: bytes).hexadecimal)
  }

  @Test(arguments: [
    ("iso-8859-15", "quoted-printable", "Preis: 5 =A4, =BDuvre, =A6koda", "Preis: 5 €, œuvre, Škoda"),
    ("koi8-r", "base64", "8NLJ18XUIMnaIPLJx8k=", "Привет из Риги"),
    ("windows-1257", "quoted-printable", "=C5del=E8ius", "Ådelčius"),
    ("iso-8859-1", "quoted-printable", "5 =80 =96 caf=E9", "5 € – café"),
    ("UTF-8", "8bit", "Grüße", "Grüße"),
    ("utf-8", "quoted-printable", "e=CC=81te=CC=81", "été"),
    ("utf-7", "7bit", "Hi Mom +Jjo-!", "Hi Mom ☺!"),
    ("shift_jis", "base64", "k/qWe4zq", "日本語"),
  ])
  func theTextComesInItsOwnCharset(charset: String, encoding: String, body: String, expected: String) throws {
    let bytes = MailTests.mail(
      "Content-Type: text/plain; charset=\(charset)\nContent-Transfer-Encoding: \(encoding)\n\n\(body)\n")
    let exhibit = try exhibit(bytes)
    #expect(try section("Text of the e-mail", exhibit) == "verbatim: \(expected)\n\n".replacing("\n\n", with: "\n"))
    #expect(exhibit.findings.isEmpty)
  }

  @Test func wrongCharsetsAreSaid() throws {
    let cases: [(String, [UInt8], String)] = [
      ("no-such-charset", [0x63, 0x61, 0x66, 0xE9], "café"),
      ("utf-8", [0x63, 0xE9, 0x21], "c[U+FFFD]!"),
      ("koi8-u", [0x41, 0xCB], "Aк"),
    ]
    for (charset, body, expected) in cases {
      let exhibit = try exhibit(MailTests.mail("Content-Type: text/plain; charset=\(charset)\n\n") + body)
      #expect(try section("Text of the e-mail", exhibit).contains("verbatim: \(expected)\n"))
      #expect(exhibit.findings.map(\.code).contains("exhibit.charset") == (charset != "koi8-u"))
    }
    let undeclared = try exhibit(MailTests.mail("\nGrüße"))
    #expect(try section("Text of the e-mail", undeclared) == "verbatim: Grüße\n")
    #expect(undeclared.findings.map(\.code) == ["exhibit.charset"])
  }

  @Test func quotingBecomesQuotations() throws {
    let body = """

      Yes, as agreed.

      Erin wrote:
      > > Do you
      > > agree?
      >
      > I think so
      >> and more
      Regards
      """
    #expect(
      try text(MailTests.mail(body)) == """
        verbatim: Yes, as agreed.
        verbatim: Erin wrote:
        quote
          quote
            verbatim: Do you / agree?
          verbatim: I think so
          quote
            verbatim: and more
        verbatim: Regards

        """)
  }

  @Test func flowedTextIsJoined() throws {
    let body = """
      Content-Type: text/plain; format=flowed; delsp=no

      This line goes \n\
      on here.
      > quoted and \n\
      > going on
      > > inner
       > not quoted
      -- \n\
      Erin
      """
    #expect(
      try text(MailTests.mail(body)) == """
        verbatim: This line goes on here.
        quote
          verbatim: quoted and going on
          quote
            verbatim: inner
        verbatim: > not quoted / -- / Erin

        """)
  }

  @Test func anEmptyPlainVersionGivesWayToHTML() throws {
    let body = """
      Content-Type: multipart/alternative; boundary=b

      --b
      Content-Type: text/plain

      \u{20}
      --b
      Content-Type: text/html; charset=utf-8

      <p>Hello &amp; welcome</p>
      --b--
      """
    #expect(
      try text(MailTests.mail(body)) == """
        note: The e-mail exists as HTML only. Shown is its text without layout, pictures and hidden parts.
        verbatim: Hello & welcome

        """)
  }

  /// As Python's library and many mailers write it: words of one charset, each padded, letters cut between two of them.
  @Test func aLongSubjectInSeveralPaddedWordsIsReadWhole() throws {
    let words = """
      =?utf-8?b?0J/QvtCy0YLQvtGA0LXQvdC+INCy0YrQt9GA0LDQttC10L3QuNC1INGB0YDQtdGJ?=
       =?utf-8?b?0YMg0LjQt9C/0L7Qu9C30LLQsNC90LXRgtC+INC90LAg0LzQvtC40YLQtSDQtNCw?=
       =?UTF-8?B?0L3QvdC4INA=?= =?utf-8?b?t9CwINC40LfQutGD0YHRgtCy0LXQvQ==?= =?utf-8?b?INC40L3RgtC10LvQtdC60YI=?=
      """
    let exhibit = try exhibit(MailTests.mail("\nx", subject: words))
    #expect(
      outline(exhibit.content).contains(
        "Subject | Повторено възражение срещу използването на моите данни за изкуствен интелект\n"))
  }

  @Test func whatCannotBePrintedIsVisible() throws {
    let exhibit = try exhibit(
      MailTests.mail(
        "Content-Type: text/plain; charset=utf-8\n\nOK 👍🏽 \u{200B}\u{07}\u{202E}x\u{E000}☃ \u{200C}",
        subject: "=?utf-8?B?8J+RjSBva2F5?="))
    #expect(
      try section("Text of the e-mail", exhibit)
        == "verbatim: OK [U+1F44D][U+1F3FD] [U+0007][U+202E]x[U+E000][U+2603]\n")
    #expect(outline(exhibit.content).contains("Subject | [U+1F44D] okay\n"))
    #expect(outline(exhibit.content).contains("note: Characters that cannot be printed stand as their Unicode number"))
    #expect(exhibit.findings.map(\.code) == ["exhibit.characters", "exhibit.invisible"])
    #expect(exhibit.findings[0].parameters == [.number(7)])
    #expect(exhibit.findings[1].parameters == [.number(2)])
  }

  @Test func aLongMailIsCutAndSaysSo() throws {
    var maker = try maker()
    maker.limits.textCharacters = 20
    let exhibit = try maker.exhibit(
      number: 1, from: entry("a.eml"), bytes: MailTests.mail("\nfirst line\nsecond line is long\nthird\n"))
    #expect(
      try section("Text of the e-mail", exhibit) == """
        verbatim: first line / second lin
        note: At this point 14 characters are not printed; the original holds the whole text.

        """)
    #expect(exhibit.findings.map(\.code) == ["exhibit.cut"])
  }

  @Test func encryptedMailsSayThatTheyAre() throws {
    let body = """
      Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b

      --b
      Content-Type: application/pgp-encrypted

      Version: 1
      --b
      Content-Type: application/octet-stream

      -----BEGIN PGP MESSAGE-----
      --b--
      """
    let exhibit = try exhibit(MailTests.mail(body))
    #expect(
      try section("Text of the e-mail", exhibit)
        == "note: The e-mail is encrypted; its content cannot be reproduced.\n")
    #expect(exhibit.findings.map(\.code) == ["exhibit.encrypted"])
  }

  @Test func aMailWithinTheMailIsAnAnnexOfItsOwn() throws {
    let body = """
      Content-Type: multipart/mixed; boundary=b

      --b

      see below
      --b
      Content-Type: message/rfc822

      From: other@example.com
      Subject: inner

      inner words
      --b--
      """
    let exhibit = try exhibit(MailTests.mail(body))
    let text = outline(exhibit.content)
    let inner = "From: other@example.com\nSubject: inner\n\ninner words"
    #expect(!text.contains("inner words"))
    #expect(text.contains("2 | message/rfc822 & shown as annex 2a | \(inner.utf8.count) | "))
    let attached = try require(exhibit.attached.first)
    #expect(attached.sha256 == SHA256Digest(of: Array(inner.utf8)).hexadecimal)
    #expect(try section("Text of the e-mail", attached) == "verbatim: inner words\n")
  }

  @Test func repeatedFieldsAreShownAndReported() throws {
    let exhibit = try exhibit(MailTests.mail("Subject: another\n\nx"))
    #expect(outline(exhibit.content).contains("Subject | Hello & another\n"))
    #expect(exhibit.findings.map(\.code) == ["exhibit.repeatedField"])
  }

  @Test func anotherDateIsAFinding() throws {
    var item = entry("a.eml")
    item.date = DateRange("2025-05-21")
    let bytes = MailTests.mail("\nx")
    #expect(try maker().exhibit(number: 1, from: item, bytes: bytes).findings.isEmpty)
    item.date = DateRange("2025-06")
    let findings = try maker().exhibit(number: 1, from: item, bytes: bytes).findings
    #expect(findings.map(\.code) == ["exhibit.otherDate"])
    #expect(findings[0].message == "the mail bears another date than is stated: 2025-05-20")
  }

  @Test func brokenAndHostileMailsEnd() throws {
    let nested = (0..<3_000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
    let text = outline(try exhibit(MailTests.mail(nested + "\n\ninnermost")).content)
    #expect(text.contains("# Text of the e-mail"))
    let many =
      "Content-Type: multipart/mixed; boundary=b\n\n"
      + String(repeating: "--b\nContent-Type: text/x-part\n\nx\n", count: 10_000)
    let exhibit = try exhibit(MailTests.mail(many + "--b--\n"))
    #expect(exhibit.findings.map(\.code) == ["exhibit.parts", "exhibit.noText", "exhibit.attachedListed"])
    #expect(exhibit.findings[0].parameters == [.number(10_000)])
    // Of the first hundred, all alike, one is an annex; the others are counted.

    #expect(outline(exhibit.content).contains("note: Another 9900 parts are not listed; they are in the original.\n"))
    let header = "X-Long: " + String(repeating: "a", count: 100_000) + "\n\nbody"
    #expect(try self.text(MailTests.mail(header)) == "verbatim: body\n")
  }

  @Test func aLineBreakInAnEncodedWordInjectsNothing() throws {
    let exhibit = try exhibit(MailTests.mail("\nx", subject: "=?utf-8?Q?a=0D=0AFrom:_other=40example.com?="))
    let text = outline(exhibit.content)
    #expect(text.contains("Subject | a  From: other@example.com\n"))
    #expect(text.contains("From | Privacy <privacy@example.com>\n"))
  }
}
