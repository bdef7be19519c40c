import Matter
import Records
import TestSupport
import Testing

@testable import Casebook

/// Words for evidence are understood in every language at once, so none may mean two things.
@Suite struct EvidenceWordTests {
  @Test func everyWordMeansOneThingInAllLanguages() throws {
    let words = try Data.casebook.evidenceWords()
    var count = 0
    for language in Repository.languages {
      let text = try #require(try Data.casebook.text("locales/evidence/\(language).yaml"))
      try SourceFile(name: language, text: text).read { reader in
        _ = (reader.string("language"), reader.string("status"))
        reader.mapping("roles") { reader in
          for role in EvidenceItem.Role.allCases {
            for word in reader.strings(role.rawValue) {
              #expect(words.role(named: word) == role, "\(language) \(word)")
              #expect(words.role(ofFile: "03_\(word.uppercased()) 2025.b.png") == role, "\(language) \(word)")
              count += 1
            }
          }
        }
        reader.mapping("columns") { reader in
          for column in EvidenceWords.Column.allCases {
            for word in reader.strings(column.rawValue) {
              #expect(words.column(named: word) == column, "\(language) \(word)")
            }
          }
        }
      }
    }
    #expect(count > 60)
  }

  @Test(arguments: [
    ("1-objection.png", EvidenceItem.Role.objection), ("access_reply.pdf", .accessReply),
    ("access reply.pdf", .accessReply),
    ("0007 Accusé de réception.eml", .acknowledgement), ("2.Besta\u{308}tigung.eml", .acknowledgement),
    ("ANSWER", .answer), ("Power of Attorney (signed).pdf", .mandate),
  ])
  func aNameBeginsWithWhatTheFileIs(name: String, role: EvidenceItem.Role) throws {
    #expect(try Data.casebook.evidenceWords().role(ofFile: name) == role)
  }

  @Test(arguments: ["", ".png", "1-.png", "IMG_2041.jpg", "my objection.png", "objections.png", "noticeboard.png"])
  func anotherNameSaysNothing(name: String) throws {
    #expect(try Data.casebook.evidenceWords().role(ofFile: name) == nil)
  }
}
