import Matter
import Testing

@Suite struct MailFactsTests {
  @Test(arguments: [
    ("We’ve received your objection – case EB-0001", ["EB-0001"]),
    ("[Ticket#20250520-17] Ihre Anfrage", ["20250520-17"]),
    ("AW: Ihr Widerspruch (Vorgang: 4711/25)", ["4711/25"]), ("Re: case no. 123456789", ["123456789"]),
    ("Réf. 2025-1234, réf 2025-1234", ["2025-1234"]), ("Your request #998877", ["998877"]),
    // Days, years, versions and words are no numbers of a case.
    ("Widerspruch vom 20.05.2025", []), ("Policy of 2025-06-16", []), ("Just in case you missed it in 2025", []),
    ("Case closed", []), ("Your request 2025", []), ("", []), ("case", []), ("# ## #12", []),
  ])
  func caseNumbersAreFoundByWhatAnnouncesThem(subject: String, numbers: [String]) {
    #expect(MailFacts.cases(in: subject) == numbers)
  }

  @Test func theDomainIsWhatFollowsTheLastAt() {
    #expect(MailFacts.domain(of: "a@b@example.org") == "example.org")
    #expect(MailFacts.domain(of: "nobody") == "")
  }
}
