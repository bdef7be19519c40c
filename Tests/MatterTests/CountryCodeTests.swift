import Matter
import Testing

@Suite struct CountryCodeTests {
  @Test func bothSpellingsOfGreeceAndOfTheUnitedKingdom() {
    #expect(CountryCode("EL") == CountryCode("GR"))
    #expect(CountryCode("uk") == CountryCode("GB"))
    #expect(CountryCode("EL")?.code == "GR")
    #expect(CountryCode("de")?.code == "DE")
  }

  @Test(arguments: ["", "D", "DEU", "Ö1", "D1", "ß", "D "])
  func notACountry(text: String) {
    #expect(CountryCode(text) == nil)
  }
}
