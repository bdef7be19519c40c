import Casebook
import Matter
import Testing

@Suite struct InventoryTests {
  let casebook = Data.casebook

  @Test func everyFileOfTheRepositoryLoads() throws {
    #expect(try casebook.countries() == ["AT", "DE", "FR", "IE"])
    #expect(try casebook.languages() == ["de", "de-AT", "en", "fr"])
    #expect(try casebook.campaigns() == ["meta-ai"])
    #expect(try casebook.authorities().count == 20)
    for code in try casebook.countries() { _ = try casebook.country(code) }
    for tag in try casebook.languages() { _ = try casebook.language(tag) }
    for id in try casebook.authorities() { _ = try casebook.authority(id) }
    for id in try casebook.acts() { _ = try casebook.act(id) }
    for entry in try casebook.judgments() { _ = try casebook.judgment(entry) }
    _ = try casebook.campaign("meta-ai")
  }

}
