import TestSupport
import Testing

@Suite struct LanguageIdentifierTests {
  @Test(arguments: [
    ("de", "Der Verantwortliche hat die Verarbeitung nicht eingestellt."),
    ("de", "ob Daten in den Beständen sind"),
    ("en", "The controller has not ended the processing."),
    ("en", "whether the data are in any holdings"),
    ("fr", "Le responsable n’a pas mis fin au traitement."),
    ("fr", "si des données se trouvent dans les fonds"),
  ])
  func sentences(language: String, text: String) {
    #expect(LanguageIdentifier.language(of: text) == language)
  }

  @Test func namesAndNumbersAreNoLanguage() {
    #expect(LanguageIdentifier.language(of: "Facebook: erika.beispiel, 04109 Leipzig") == nil)
    #expect(LanguageIdentifier.language(of: "") == nil)
  }

  @Test func oneForeignWordDoesNotDecide() {
    let text = "Der Dienst nennt die Regel „The best of“ nicht in seinen Hinweisen zur Verarbeitung."
    #expect(LanguageIdentifier.language(of: text) == "de")
  }
}
