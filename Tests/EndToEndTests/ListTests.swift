import Foundation
import TestSupport
import Testing

@Suite struct ListTests {
  private func list(_ arguments: String) throws -> ProcessOutcome {
    let outcome = try Tool.run(arguments.split(separator: " ").map(String.init))
    #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    return outcome
  }

  private func objects(_ arguments: String) throws -> [[String: Any]] {
    let outcome = try list(arguments + " --format json")
    #expect(outcome.errors.isEmpty || arguments.contains("postcode"))
    return try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]])
  }

  @Test func `campaigns and languages`() throws {
    Golden.check(try list("campaigns").text, "campaigns")
    Golden.check(try list("campaigns --format json").text, "campaigns-json")
    Golden.check(try list("languages").text, "languages")
    Golden.check(try list("languages --format json").text, "languages-json")
  }

  @Test func `all authorities`() throws {
    let outcome = try list("authorities")
    #expect(outcome.errors.isEmpty)
    Golden.check(outcome.text, "authorities")
  }

  @Test func `a postcode leads to one authority`() throws {
    let outcome = try list("authorities --country DE --postcode 04109")
    #expect(outcome.errors.isEmpty)
    #expect(outcome.text.hasPrefix("de-sn  Sächsische Datenschutz- und Transparenzbeauftragte\n"))
    let objects = try objects("authorities --country DE --postcode 04109")
    #expect(objects.compactMap { $0["id"] as? String } == ["de-sn"])
    #expect(objects.first?["email"] as? String == "post@sdtb.sachsen.de")
    #expect(objects.first?["part"] as? String == "DE-SN")
  }

  @Test func `a postcode in two Länder leads to both and says why`() throws {
    let outcome = try list("authorities --country DE --postcode 07919 --format json")
    #expect(outcome.errors == "note: this postcode lies in more than one Land; the municipality decides\n")
    #expect(
      try objects("authorities --country DE --postcode 07919").compactMap { $0["id"] as? String }
        == ["de-sn", "de-th"])
  }

  @Test(arguments: [
    ("AT", "at-dsb"), ("IE", "ie-dpc"), ("FR", "fr-cnil"), ("LI", "li-dss"), ("LU", "lu-cnpd"), ("BE", "be-apd-gba"),
    ("MT", "mt-idpc"),
  ])
  func `where there is one authority every postcode leads to it`(country: String, authority: String) throws {
    #expect(try objects("authorities --country \(country)").compactMap { $0["id"] as? String } == [authority])
  }

  @Test func `a list in English words is the same in every locale`() throws {
    let plain = try Tool.run(["authorities"])
    let turkish = try Tool.run(["authorities"], environment: ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"])
    #expect(plain.output == turkish.output)
  }
}
