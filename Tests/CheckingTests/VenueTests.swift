import Testing

@testable import Checking

@Suite struct VenueTests {
  static let codes: Set<FindingCode> = [
    .campaignUnknown, .countryUnknown, .authorityUnknown, .authorityNeeded, .authorityPublicSector,
    .authorityOtherCountry, .languageUnknown, .languageNotTaken, .residenceMismatch, .postcodeMalformed,
    .postcodeUnknown, .postcodeStraddles, .postcodeCustomer,
  ]
}
