import Document
import Testing

@testable import Typesetting

@Suite struct LineBreakingTests {
  @Test func showParagraphs() {
    for (text, language) in [(Texts.german, LanguageTag("de")), (Texts.english, "en"), (Texts.french, "fr")] {
      for width in [438.0, 300] {
        let set = Support.paragraph(text, width: width, language: language)
        print(Support.lines(set).joined(separator: "\n"))
        print(set.breaking)
      }
    }
  }
}
