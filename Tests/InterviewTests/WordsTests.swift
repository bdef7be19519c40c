import Casebook
import LocalWorld
import Matter
import Records
import TestSupport
import Testing

@testable import Interview

/// The three files of words say the same.
@Suite struct WordsTests {
  /// The names in braces.
  private func placeholders(_ text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }.sorted()
  }

  @Test func `the same questions, choices and placeholders in every language`() throws {
    let scripts = try languages.map { try Data.script($0) }
    let first = scripts[0]
    for script in scripts.dropFirst() {
      for id in QuestionID.allCases {
        let (a, b) = (first.words(id), script.words(id))
        #expect(a.choices.map(\.word) == b.choices.map(\.word), "\(id)")
        #expect((a.again == nil) == (b.again == nil), "\(id)")
        #expect(a.note.isEmpty == b.note.isEmpty, "\(id)")
        for (x, y) in [(a.label, b.label), (a.prompt, b.prompt), (a.note, b.note), (a.help, b.help)] {
          #expect(placeholders(x) == placeholders(y), "\(script.language) \(id)")
        }
      }
      for text in ScriptText.allCases {
        #expect(placeholders(first.texts[text] ?? "") == placeholders(script.texts[text] ?? ""), "\(text)")
      }
      for ending in Ending.allCases {
        #expect(placeholders(first.ends[ending] ?? "") == placeholders(script.ends[ending] ?? ""), "\(ending)")
      }
      #expect(script.countries.keys.sorted() == first.countries.keys.sorted())
      #expect(script.union == first.union)
      #expect(Set(script.dateWords.months.values) == Set(1...12))
    }
  }

  @Test func `every country of the casebook can be named in every language`() throws {
    for language in languages {
      let script = try Data.script(language)
      for code in try Data.casebook.countries() {
        let country = try Data.casebook.country(code)
        for tag in country.names.tags where languages.contains(tag) {
          var talk = try Talk(language)
          // By its name in the interview's language, and by its code.
          let name = try #require(script.countryName(code))
          if tag == language { #expect(name == country.names.text(in: tag)) }
          try talk.answer(name)
          #expect(talk.interview.answers[QuestionKey(.country)] == .word(code))
        }
      }
    }
  }

  @Test func `no two choices of a question are called alike`() throws {
    for language in languages {
      let script = try Data.script(language)
      for id in QuestionID.allCases {
        let names = script.words(id).choices.flatMap(\.names).map { $0.lowercased() }
        #expect(Set(names).count == names.count, "\(language) \(id)")
      }
      let commands = Script.Command.allCases.flatMap { script.commands[$0] ?? [] }.map { $0.lowercased() }
      #expect(Set(commands).count == commands.count)
    }
  }

  @Test func `no word that can be chosen is a command`() throws {
    for language in languages {
      let script = try Data.script(language)
      let commands: [Script.Command] = [.help, .back, .stop]
      for id in QuestionID.allCases {
        for name in script.words(id).choices.flatMap(\.names) {
          #expect(!commands.contains { script.isCommand(name, $0) }, "\(language) \(id): \(name)")
        }
      }
    }
  }

  @Test func `French spaces and German quotation marks`() throws {
    let (french, german) = try (Data.script("fr"), Data.script("de"))
    func texts(_ script: Script) -> [String] {
      QuestionID.allCases.flatMap { id in
        let words = script.words(id)
        return [words.prompt, words.again ?? "", words.note, words.help] + words.choices.map(\.label)
      } + script.texts.values + script.ends.values + script.files.values
    }
    for text in texts(french) {
      for pair in [" »", " ;", " !", "« "] { #expect(!text.contains(pair), "\(text)") }
      #expect(text.count { $0 == "«" } == text.count { $0 == "»" }, "\(text)")
      #expect(!text.contains("'") && !text.contains("\""), "\(text)")
      #expect(!text.contains("a ?") && !text.contains("e ?") && !text.contains("s ?"), "\(text)")
    }
    for text in texts(german) {
      #expect(text.count { $0 == "„" } == text.count { $0 == "“" }, "\(text)")
      #expect(!text.contains("\""), "\(text)")
    }
  }

  @Test func `a file that lacks a question or has one too many is refused with its place`() throws {
    let text = try String(decoding: #require(Data.folder.read("locales/interview/en.yaml")), as: UTF8.self)
    for (old, new) in [
      ("  postcode:\n", "  postcod:\n"), ("      minor: no\n", ""), ("  needed:", "  neded:"), ("  heif:", "  heic:"),
      ("  minor: |-", "  mino: |-"),
    ] {
      #expect(throws: RecordProblems.self, "\(old)") { try Script(text.replacing(old, with: new), name: "en.yaml") }
    }
  }
}
