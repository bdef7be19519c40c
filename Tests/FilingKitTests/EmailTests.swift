import Casebook
import Checking
import Foundation
import Matter
import Storage
import TestSupport
import Testing

@testable import FilingKit

@Suite struct EmailTests {
  /// Reads a message as any mail program does: with a parser that is not ours.
  static func parsed(_ message: [UInt8]) throws -> [String] {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("message.eml")
      try Data(message).write(to: file)
      let script = """
        import email, email.policy, hashlib, sys
        m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
        for name in ('To', 'Subject', 'From', 'Date', 'X-Unsent', 'MIME-Version', 'Content-Language'):
            print(name + '=' + str(m[name]))
        body = m.get_body(preferencelist=('plain',))
        print('body=' + repr(body.get_content()))
        for part in m.iter_attachments():
            data = part.get_payload(decode=True)
            print(part.get_content_type() + ' ' + part.get_filename() + ' ' + hashlib.sha256(data).hexdigest())
        print('defects=' + str([d for p in m.walk() for d in p.defects]))
        """
      let outcome = try Subprocess.run("python3", ["-c", script, file.path])
      try #require(outcome.status == 0, "\(outcome.errors)")
      return outcome.text.split(separator: "\n").map(String.init)
    }
  }

  @Test func theDraftIsReadByOtherParsersAsItIsMeant() throws {
    let made = try Bench.make(try Bench.sample("DE"))
    let kit = try made.kit("de")
    let message = try #require(kit["email.eml"])
    let lines = try Self.parsed(message)
    let complaint = try Self.digest(kit["complaint.pdf"])
    #expect(lines.contains("To=post@sdtb.sachsen.de"))
    #expect(lines.contains("Subject=Beschwerde nach Art. 77 DSGVO, Zeichen EB-2026-01"))
    #expect(lines.contains("X-Unsent=1") && lines.contains("Date=None") && lines.contains("From=None"))
    #expect(lines.contains("application/pdf complaint.pdf \(complaint)"))
    #expect(lines.contains("defects=[]"))
    let text = try kit.text("email.txt")
    let body = try #require(text.components(separatedBy: "\n\n\nText\n").last)
    let shown = try #require(lines.first { $0.hasPrefix("body=") })
    #expect(shown.contains("Sehr geehrte Damen und Herren,"))
    #expect(body.contains("geben Sie in jedem Schreiben mein Zeichen EB-2026-01 an"))
    for line in message.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      #expect(line.last == 0x0D && line.count <= 77)
    }
  }

  private static func digest(_ bytes: [UInt8]?) throws -> String {
    let outcome = try Subprocess.run("sha256sum", ["-"], input: Data(try #require(bytes)))
    return String(outcome.text.prefix(64))
  }

  @Test func originalsGoAlongWhereTheChannelTakesThemBeside() throws {
    let made = try Bench.make(try Bench.sample("DE")) { authority in
      guard let index = authority.channels.firstIndex(where: { $0.kind == .email }) else { return }
      authority.channels[index].originals = .beside
    }
    let kit = try made.kit("de")
    let lines = try Self.parsed(try #require(kit["email.eml"]))
    for name in ["anlage-1-original.png", "anlage-2-original.jpg", "anlage-3-original.eml"] {
      let digest = try Self.digest(kit[name])
      #expect(lines.contains { $0.hasSuffix("\(name) \(digest)") }, "\(lines)")
    }
    // A message within may not be encoded (RFC 2046), so it travels as a file.
    #expect(lines.contains { $0.hasPrefix("application/octet-stream anlage-3-original.eml") })
    #expect(try kit.text("email.txt").contains("Die Originale der Anlagen"))
  }

  @Test func thereIsNoMailWhereTheAuthorityTakesNone() throws {
    let kit = try Bench.make(try Bench.sample("FR")).kit("fr")
    #expect(kit["email.txt"] == nil && kit["email.eml"] == nil)
    #expect(!(try kit.words("START-HERE.html").contains("Par courriel")))
    for country in ["DE", "AT", "IE"] {
      #expect(try Bench.make(try Bench.sample(country)).kit("en")["email.eml"] != nil)
    }
  }

  @Test func aMailThatWouldBeTooLargeIsNotMade() throws {
    let made = try Bench.make(try Bench.sample("DE")) { authority in
      guard let index = authority.channels.firstIndex(where: { $0.kind == .email }) else { return }
      authority.channels[index].sizeLimit = 100_000
    }
    let kit = try made.kit("en")
    #expect(kit["email.txt"] == nil && kit["email.eml"] == nil)
    #expect(try kit.words("START-HERE.html").contains("too large for an e-mail"))
  }

  @Test func theSubjectNamesInstrumentAndReferenceAlone() throws {
    try withEvery("country", in: ["DE", "AT", "IE"]) { country in
      let made = try Bench.make(try Bench.sample(country))
      let subject = try FilingEmail(
        made.brief, to: "x@example.org", pages: 1, hasOriginals: false,
        wording: KitWording(tag: made.brief.language.tag, world: made.world)
      ).subject.lowercased()
      let person = made.brief.matter.person
      let words = [
        person.givenName, person.familyName, person.city, "meta", "facebook", "instagram", "gesundheit", "health",
      ]
      for word in words { #expect(!subject.contains(word.lowercased())) }
      #expect(subject.contains(made.brief.matter.reference.lowercased()))
    }
  }

  @Test(arguments: [
    "short", "Beschwerde", String(repeating: "ä", count: 200), "a" + String(repeating: "€", count: 99),
    String(repeating: "𝄞x", count: 60), String(repeating: "long ascii ", count: 20),
  ])
  func encodedSubjectsComeBack(subject: String) throws {
    let message = try MIMEMessage(to: "a@example.org", subject: subject, text: "x", language: "en", attachments: [])
      .content(keep: { StoredBytes($0) }).whole()
    for line in message.split(separator: 0x0A) { #expect(line.count <= 77) }
    let lines = try Self.parsed(message)
    #expect(
      lines.contains("Subject=" + subject.trimmingCharacters(in: .whitespaces)) || lines.contains("Subject=" + subject))
  }
}
