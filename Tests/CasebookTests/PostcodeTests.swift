import Casebook
import Foundation
import Testing

@Suite struct PostcodeTests {
  let casebook = Data.casebook

  private func answer(_ postcode: String) throws -> AuthorityAnswer {
    try casebook.authorities(of: try casebook.country("DE"), forPostcode: postcode)
  }

  @Test(
    arguments: [
      ("04109", "de-sn"), ("10115", "de-be"), ("80331", "de-by-baylda"), ("20095", "de-hh"), ("28195", "de-hb"),
      ("70173", "de-bw"), ("60311", "de-he"), ("19055", "de-mv"), ("30159", "de-ni"), ("50667", "de-nw"),
      ("55116", "de-rp"), ("66111", "de-sl"), ("39104", "de-st"), ("24103", "de-sh"), ("99084", "de-th"),
      ("14467", "de-bb"), ("01067", "de-sn"), ("27570", "de-hb"), ("98694", "de-th"), ("33333", "de-nw"),
    ])
  func aPostcodeInOneLandGivesItsAuthority(postcode: String, authority: String) throws {
    #expect(try answer(postcode) == .one(authority))
  }

  @Test(
    arguments: [
      ("07919", ["de-sn", "de-th"]), ("12529", ["de-bb", "de-be"]), ("14715", ["de-bb", "de-st"]),
      ("17337", ["de-bb", "de-mv"]), ("19273", ["de-mv", "de-ni"]), ("19357", ["de-bb", "de-mv"]),
      ("21039", ["de-hh", "de-sh"]), ("22113", ["de-hh", "de-sh"]), ("22145", ["de-hh", "de-sh"]),
      ("34355", ["de-he", "de-ni"]), ("59969", ["de-he", "de-nw"]), ("63928", ["de-bw", "de-by-baylda"]),
      ("64754", ["de-bw", "de-he"]), ("65391", ["de-he", "de-rp"]), ("69412", ["de-bw", "de-he"]),
      ("69434", ["de-bw", "de-he"]), ("74731", ["de-bw", "de-by-baylda"]), ("89081", ["de-bw", "de-by-baylda"]),
      ("97896", ["de-bw", "de-by-baylda"]),
    ])
  func aPostcodeInSeveralLänderAsks(postcode: String, authorities: [String]) throws {
    #expect(try answer(postcode) == .several(authorities))
  }

  @Test func aCustomersOwnPostcodeIsOnlyAHint() throws {
    #expect(try answer("10875") == .customer(["de-bb", "de-be", "de-bw", "de-sn"]))
  }

  @Test(arguments: ["00000", "04000", "99999", "4109", "041099", "0410a", "", "٠٤١٠٩"])
  func whatIsNoPostcodeIsUnknown(postcode: String) throws {
    #expect(try answer(postcode) == .unknown)
  }

  /// Every code of the table stands in it once, and the parts it names have an authority.
  @Test func everyPostcodeHasOneAnswer() throws {
    let country = try casebook.country("DE")
    let text = try String(contentsOf: Data.root.appending(path: "locales/countries/DE/postcodes.txt"), encoding: .utf8)
    var seen: Set<String> = []
    var counts = [0, 0, 0]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      for group in words.dropFirst() {
        let sides = group.split(separator: "=")
        let parts = sides[0].drop { $0 == "?" }.split(separator: "+")
        #expect(parts.allSatisfy { country.part("DE-\($0)") != nil })
        for range in sides[1].split(separator: ",") {
          let bounds = try range.split(separator: "-").map { try #require(Int($0)) }
          for number in bounds[0]...bounds[bounds.count - 1] {
            let digits = String(number)
            let code = words[0] + String(repeating: "0", count: 3 - digits.count) + digits
            #expect(seen.insert(String(code)).inserted)
            counts[sides[0].hasPrefix("?") ? 2 : parts.count == 1 ? 0 : 1] += 1
          }
        }
      }
    }
    // 10,813 codes of the list and 15 it does not have; 19 lie in two Länder, 21 are customers' own.
    #expect(counts == [10_788, 19, 21])
    #expect(!country.authorities.contains("de-by-baylfd"))
  }

  @Test func aCountryWithOneAuthorityNeedsNoPostcode() throws {
    #expect(try casebook.authorities(of: try casebook.country("IE"), forPostcode: "") == .one("ie-dpc"))
  }

  @Test(
    arguments: [
      ("DE", "04109", true), ("DE", "4109", false), ("AT", "1070", true), ("AT", "107O", false),
      ("IE", "D08 XXXX", true), ("IE", "d08xxxx", true), ("IE", "D6W AB12", true), ("IE", "D08", false),
      ("FR", "69001", true), ("FR", "69001 ", false), ("LI", "9490", true), ("LU", "1420", true),
      ("LU", "L-1420", false), ("BE", "4000", true), ("BE", "40000", false), ("MT", "VLT 0000", true),
      ("MT", "vlt0000", true), ("MT", "VLT 00", false),
    ])
  func knowsHowPostcodesLook(country: String, postcode: String, fits: Bool) throws {
    #expect(try casebook.country(country).isPostcode(postcode) == fits)
  }
}
