import ComplaintKit
import Foundation
import Records
import TestSupport
import Testing

@testable import FilingKit

@Suite struct WordingTests {
  /// The keys of a file with the names in their braces.
  static func keys(_ language: String) throws -> [String: Set<String>] {
    let path = Repository.root.appendingPathComponent("locales/kit/\(language).yaml")
    let root = try SourceFile(name: path.lastPathComponent, text: try String(contentsOf: path, encoding: .utf8)).root()
    guard case .mapping(let entries) = root.kind else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: entries.compactMap { entry in
        guard case .scalar(let text) = entry.value.kind else { return nil }
        return (entry.key, Set(KitWording.placeholders(in: text)))
      })
  }

  @Test func allLanguagesSayTheSameWithTheSameValues() throws {
    let german = try Self.keys("de")
    #expect(Set(german.keys) == Set(KitText.allCases.map(\.rawValue) + ["status"]))
    for language in Bench.languages { #expect(try Self.keys(language) == german) }
    for (key, names) in try Self.keys("de-AT") { #expect(german[key] == names, "\(key)") }
    for key in KitText.allCases { #expect(german[key.rawValue] == key.placeholders, "\(key)") }
  }

  @Test(arguments: Bench.languages + ["de-AT"]) func wordsAreInTheirLanguageAndTypography(language: String) throws {
    let wording = try KitWording(tag: language, world: try Bench.world())
    var identified = 0
    for key in KitText.allCases {
      let text = wording.text(key)
      #expect(!text.contains("\"") && !text.contains("'"), "\(language) \(key): straight quotation mark")
      if language == "fr" {
        #expect(text.firstMatch(of: /[^\u{A0}\u{202F}][;?!»]|[^\u{A0}\u{202F}]:(?:\s|$)/) == nil, "\(key): \(text)")
        #expect(text.firstMatch(of: /«[^\u{A0}\u{202F}]/) == nil, "\(key)")
      }
      // Short labels are too little to tell a language by.
      guard text.count > 90 else { continue }
      identified += 1
      let found = LanguageIdentifier.language(of: text)
      #expect(found == nil || found == String(language.prefix(2)), "\(language) \(key): \(text)")
    }
    #expect(identified > 20)
  }

  @Test func aVariantSaysOnlyWhatDiffers() throws {
    let world = try Bench.world()
    let (austrian, german) = (try KitWording(tag: "de-AT", world: world), try KitWording(tag: "de", world: world))
    #expect(austrian.text(.storedComplaint).contains("Beilagen"))
    #expect(german.text(.storedComplaint).contains("Anlagen"))
    #expect(austrian.text(.lawyer) == german.text(.lawyer))
  }

  @Test func thereAreWordsOnlyWhereAFileIs() throws {
    let world = try Bench.world()
    for tag in ["de", "de-CH", "fr-FR", "EN"] { #expect(KitWording.isAvailable(tag, world: world), "\(tag)") }
    for tag in ["", "C", "tr", "../de", "POSIX"] { #expect(!KitWording.isAvailable(tag, world: world), "\(tag)") }
    #expect(throws: PreparationError.self) { try KitWording(tag: "tr", world: world) }
  }
}
