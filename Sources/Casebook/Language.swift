import Matter

/// A language of complaints: its words, its way of citing, its dates and its typography.
public struct Language: Hashable, Sendable {
  /// Who answers for the wording.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    /// Written by a machine, not read by a lawyer.
    case machineDrafted = "machine_drafted"
    /// Read and corrected by a lawyer of that language.
    case reviewed
  }

  /// BCP 47, such as `de-AT`.
  public var tag: String
  /// Its own name.
  public var name: String
  /// The language whose files serve where this one has none, such as `de` for `de-AT`.
  public var fallback: String?
  /// Who answers for the wording.
  public var status: Status
  /// Words of the law, by term.
  public var terms: [Term: String]
  /// Words of the page and of what is around it, by label.
  public var labels: [Label: String]
  /// The parties' names of constant grammatical gender, in the cases the language has.
  public var parties: Parties
  /// The opening of a letter to an authority, and its end.
  public var letter: Letter
  /// How dates are written.
  public var dates: DateFormats
  /// How law and cases are cited.
  public var citation: CitationStyle
  /// Quotation marks and spaces.
  public var typography: Typography
  /// The labels of lettered lists, `a` onwards.
  public var letters: [String]
  /// Which of a person's names stands first.
  public var nameOrder: NameOrder
  /// Where the words come from.
  public var provenance: Provenance

  /// The order of a person's names.
  public enum NameOrder: String, CaseIterable, Hashable, Sendable {
    /// As in most of Europe.
    case givenFirst = "given_first"
    /// As in Hungarian.
    case familyFirst = "family_first"
  }

  /// A person's name, such as `Erika Beispiel`, or `Példa Anna`.
  public func name(of person: Person) -> String {
    switch nameOrder {
    case .givenFirst: "\(person.givenName) \(person.familyName)"
    case .familyFirst: "\(person.familyName) \(person.givenName)"
    }
  }

  /// Its own name where brackets stand around it: `Deutsch, Österreich` for `Deutsch (Österreich)`.
  public var nameInBrackets: String {
    guard name.hasSuffix(")"), let bracket = name.firstRange(of: " (") else { return name }
    return "\(name[..<bracket.lowerBound]), \(name[bracket.upperBound...].dropLast())"
  }

  /// Names of the parties.
  public struct Parties: Hashable, Sendable {
    /// The complainant, by grammatical case (`nominative`, `genitive`, `dative`, `accusative`).
    public var complainant: [String: String]
    /// The respondent, by grammatical case.
    public var respondent: [String: String]
  }

  /// Letter formulas.
  public struct Letter: Hashable, Sendable {
    /// Such as `Sehr geehrte Damen und Herren,`.
    public var salutation: String
    /// Such as `Mit freundlichen Grüßen`.
    public var closing: String
  }

  /// Quotation marks and spaces.
  public struct Typography: Hashable, Sendable {
    /// Opening quotation mark, with the space that follows it in French.
    public var open: String
    /// Closing quotation mark, with the space that precedes it in French.
    public var close: String
    /// Opening quotation mark inside a quotation.
    public var innerOpen: String
    /// Closing quotation mark inside a quotation.
    public var innerClose: String
    /// Signs before which a narrow no-break space (U+202F) stands.
    public var narrowSpaceBefore: String
    /// Signs before which a no-break space (U+00A0) stands.
    public var spaceBefore: String
    /// Between the last two members of an enumeration, with its spaces.
    public var and: String
  }

  /// The label; all languages have all of them.
  public func label(_ label: Label) -> String { labels[label] ?? "" }

  /// The term; all languages have all of them.
  public func term(_ term: Term) -> String { terms[term] ?? "" }

  /// A label with values in place of `{name}`.
  public func label(_ label: Label, _ values: [String: String]) -> String {
    Pattern.fill(self.label(label), values)
  }
}

/// Words of the law that labels and captions use.
public enum Term: String, CaseIterable, Hashable, Sendable {
  /// The complaint and who is in it.
  case complaint, complainant, respondent, controller, processor
  /// The person the data are about.
  case dataSubject = "data_subject"
  /// The right of Article 21 GDPR.
  case rightToObject = "right_to_object"
  /// What a person does under Article 21 GDPR.
  case objection
  /// Authorities.
  case supervisoryAuthority = "supervisory_authority"
  /// The authority of Article 56 GDPR.
  case leadAuthority = "lead_authority"
  /// Article 6(1)(f) GDPR.
  case legitimateInterest = "legitimate_interest"
  /// Article 4 GDPR.
  case personalData = "personal_data"
  /// Article 4 GDPR.
  case processing
  /// Article 9 GDPR.
  case specialCategories = "special_categories"
}

/// Words that the page, the annexes and the companions print beside the templates' text.
public enum Label: String, CaseIterable, Hashable, Sendable {
  /// `page {page} of {pages}`.
  case pageOf = "page_of"
  /// The row of the caption table with the person's own reference.
  case reference
  /// One annex: `Annex {n}`.
  case annex
  /// Two annexes or more, before the numbers.
  case annexes
  /// The stamp on an annex page: `Annex {n}, page {page} of {pages}`.
  case annexPage = "annex_page"
  /// The head of the list of annexes, and of the table of hashes.
  case listOfAnnexes = "list_of_annexes", hashes
  /// Column heads of these tables.
  case number, description, date, file, hash, original
  /// What becomes of an original file.
  case originalEmbedded = "original_embedded", originalBeside = "original_beside", originalNone = "original_none"
  /// That an original is held back because something in it is blacked out.
  case originalWithheld = "original_withheld"
  /// The place to sign, and place and date before it.
  case signature, placeAndDate = "place_and_date"
  /// Who is addressed by which way.
  case byEmail = "by_email", byPost = "by_post", byForm = "by_form"
  /// References within the document: `section {n}`, `paragraph {n}`, `footnote {n}`.
  case section, paragraph, footnote
  /// What a screen reader hears before a quotation of the person or of the controller.
  case quotation
  /// Heads of a message shown as an annex.
  case from, to, cc, subject, sent, received, attachments
  /// What is said of an exhibit's words, and of a character no font can show.
  case transcript, unreadableCharacter = "unreadable_character"
}
