import Foundation
import Glibc
import TestSupport
import Testing

/// What a person hears of their own files.
@Suite struct InspectTests {
  private static let examples = Repository.root.appending(path: "templates/meta-ai/example/evidence/de").path

  private static func inspect(_ files: [String], _ more: [String] = [], in folder: URL? = nil) throws -> ProcessOutcome
  {
    try Tool.run(["evidence", "inspect"] + more + files, directory: folder ?? Repository.root)
  }

  @Test(arguments: ["en", "de", "fr"])
  func `a picture and mails say what is in them and what they prove`(language: String) throws {
    let files = ["1-objection.png", "2-confirmation.eml", "3-answer.jpg", "4-renewal.eml"]
    let outcome = try Self.inspect(
      files.map { "\(Self.examples)/\($0)" }, ["--interface-language", language])
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    Golden.check(outcome.text, "inspect-\(language)")
  }

  @Test func `programs get the same as names and values`() throws {
    let files = ["\(Self.examples)/2-confirmation.eml", "\(Self.examples)/none.png"]
    let outcome = try Self.inspect(files, ["--format", "json", "--interface-language", "de"])
    #expect(outcome.status == 65)
    #expect(outcome.errors.isEmpty)
    let all = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]])
    #expect(all.count == 2)
    #expect(all[0]["format"] as? String == "mail" && all[0]["bytes"] as? Int == 2500)
    let facts = try #require(all[0]["facts"] as? [[String: Any]])
    let subject = facts.first { $0["name"] as? String == "subject" }
    #expect(subject?["values"] as? [String] == ["We’ve received your objection – case EB-0001"])
    #expect(
      (all[0]["provesNot"] as? [[String: String]])?.compactMap { $0["code"] } == [
        "proof.mailUnsigned", "proof.mailPerson",
      ])
    #expect((all[1]["findings"] as? [[String: String]])?.compactMap { $0["code"] } == ["evidence.file.missing"])
    #expect(all[1]["sha256"] == nil)
  }

  @Test func `a name is never repeated, what a mail says cannot move the cursor`() throws {
    try withTemporaryFolder { folder in
      let mail = "From: a@example.org\r\nReceived: x\u{1B}[2Jy\r\nSubject: =?utf-8?B?G1szMW3igK5hYmM=?=\r\n\r\ntext\r\n"
      try Data(mail.utf8).write(to: folder.appending(path: "Qxjz.eml"))
      try Data("GIF89a".utf8).write(to: folder.appending(path: "Qxjz.png"))
      try #require(mkfifo(folder.appending(path: "Qxjz.pipe").path, 0o600) == 0)
      try Data().write(to: folder.appending(path: "Qxjz.txt"))
      let outcome = try Self.inspect(["Qxjz.eml", "Qxjz.png", "Qxjz.pipe", "Qxjz.txt"], in: folder)
      #expect(outcome.status == 65)
      #expect(outcome.errors.isEmpty)
      #expect(!outcome.text.contains("Qxjz"))
      #expect(outcome.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
      #expect(!outcome.text.contains("\u{202E}"))
      #expect(outcome.text.contains("  Subject: [U+001B][31m[U+202E]abc\n"), "\(outcome.text)")
      for code in ["mismatch", "notAFile", "empty"] { #expect(outcome.text.contains("[evidence.file.\(code)]")) }
    }
  }

  @Test func `a signature is checked with the key record that lies beside the mail`() throws {
    try withTemporaryFolder { folder in
      try Data(SignedMail.signed.utf8).write(to: folder.appending(path: "a.eml"))
      func said(_ language: String) throws -> [String] {
        let outcome = try Self.inspect(["a.eml"], ["--interface-language", language], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
          $0.contains("DKIM") || $0.contains("example.com and") || $0.contains("example.com kommt")
            || $0.contains("example.com stammt") || $0.contains("comes from example.com")
        }
      }
      #expect(
        try said("en") == [
          "DKIM signature of example.com: the text is the one that was signed, the signature was not verified, because no "
            + "file s1._domainkey.example.com.txt with the key record lies beside the mail",
          "- that the mail comes from example.com and its text is unchanged, once somebody has checked the signature with "
            + "the key of that domain",
        ])
      try Data(SignedMail.record.utf8).write(to: folder.appending(path: "s1._domainkey.example.com.txt"))
      #expect(
        try said("en") == [
          "DKIM signature of example.com: the text is the one that was signed, the signature fits the key record "
            + "s1._domainkey.example.com beside the mail",
          "- that the mail comes from example.com and its text is unchanged, if that domain published the key record "
            + "beside it",
        ])
      #expect(
        try said("de") == [
          "DKIM-Signatur von example.com: der Text ist der, der unterschrieben wurde, die Signatur passt zum "
            + "Schlüsseleintrag s1._domainkey.example.com, der bei der E-Mail liegt",
          "- dass die E-Mail von example.com kommt und ihr Text unverändert ist, wenn diese Domain den Schlüsseleintrag "
            + "veröffentlicht hat, der bei ihr liegt",
        ])
    }
  }

  @Test func `without a file the command line is wrong`() throws {
    let outcome = try Self.inspect([])
    #expect(outcome.status == 64)
    #expect(outcome.text.isEmpty)
    #expect(
      outcome.errors == """
        error: missing expected argument '<file> ...'
        hint: `complain evidence inspect --help` says what there is

        """)
  }
}
