import Matter
import Records

extension Country {
  /// Reads a country's file.
  static func read(_ reader: RecordReader) -> Country {
    let sources = Sources(reader)
    let holidays = reader.mapping("holidays") { group in
      (
        national: group.list("national", Holiday.read), provenance: sources.provenance(group),
        parts: group.list("parts") { (codes: $0.strings("in"), holiday: Holiday.read($0)) }
      )
    }
    var partHolidays: [String: [Holiday]] = [:]
    for (codes, holiday) in holidays.parts {
      for code in codes { partHolidays[code, default: []].append(holiday) }
    }
    let parts = reader.list("parts", Part.read)
    let authorities = reader.strings("authorities") + parts.map(\.authority)
    if authorities.isEmpty { reader.report("authorities", "needs at least one authority") }
    return Country(
      code: reader.string("code"), aliases: reader.strings("aliases"), names: reader.localized("names"),
      language: reader.string("language"), choice: reader.oneOf("choice", AuthorityChoice.self),
      authorities: authorities, parts: parts, postcodePattern: reader.string("postcode_pattern"),
      hasPostcodesFromZero: reader.optionalFlag("postcode_zero") ?? false,
      ownLaw: reader.optionalMapping("own_law", OwnLaw.read),
      supervisionProvision: reader.optionalString("supervision"),
      addressLayout: reader.mapping("address_layout") { AddressLayout.read($0, sources) },
      sample: reader.mapping("sample", SamplePerson.read),
      limits: reader.list("limits") { TimeLimit.read($0, sources) },
      requirements: reader.list("requirements") { Requirement.read($0, sources) },
      priorContact: reader.mapping("prior_contact") { PriorContact.read($0, sources) },
      signature: reader.mapping("signature") { SignatureRule.read($0, sources) },
      lateAnswer: reader.optionalMapping("late_answer") { LateAnswerRule.read($0, sources) }
        ?? LateAnswerRule(isFound: true, note: nil, provenance: nil),
      identityPrompts: reader.list("identity_prompts") { IdentityPrompt.read($0, sources) },
      suspensions: reader.list("suspensions") { Suspension.read($0, sources) },
      duties: reader.list("duties") { AuthorityDuty.read($0, sources) },
      holidays: holidays.national, partHolidays: partHolidays, holidaysProvenance: holidays.provenance)
  }
}

extension Country.Part {
  fileprivate static func read(_ reader: RecordReader) -> Country.Part {
    Country.Part(
      code: reader.string("code"), names: reader.localized("names"), authority: reader.string("authority"))
  }
}

extension Holiday {
  fileprivate static func read(_ reader: RecordReader) -> Holiday {
    let rule = reader.value(
      "day", expected: "a rule like 12-25, easter+1 or first monday 06", or: HolidayRule.easter(offset: 0)
    ) { HolidayRule($0) }
    _ = reader.string("name")
    return Holiday(rule, since: reader.optionalInteger("since"), until: reader.optionalInteger("until"))
  }
}

extension SamplePerson {
  fileprivate static func read(_ reader: RecordReader) -> SamplePerson {
    SamplePerson(
      givenName: reader.string("given_name"), familyName: reader.string("family_name"),
      street: reader.string("street"), postalCode: reader.string("postal_code"), city: reader.string("city"),
      grounds: reader.string("grounds"), today: reader.string("today"))
  }
}

extension AddressLayout {
  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> AddressLayout {
    func millimetres(_ key: String) -> Double {
      reader.value(key, expected: "millimetres", or: 0) { text in
        Double(text).flatMap { (0...297).contains($0) ? $0 : nil }
      }
    }
    return AddressLayout(
      standard: reader.string("standard"), left: millimetres("left"), top: millimetres("top"),
      width: millimetres("width"), height: millimetres("height"), senderHeight: millimetres("sender_height"),
      folds: reader.values("folds", expected: "millimetres") { Double($0) },
      punch: reader.optionalValue("punch", expected: "millimetres") { Double($0) },
      postcodeIsLast: reader.optionalFlag("postcode_last") ?? false, maximumLines: reader.integer("maximum_lines"),
      provenance: sources.provenance(reader))
  }
}

extension TimeLimit {
  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> TimeLimit {
    TimeLimit(
      id: reader.string("id"), provision: reader.string("provision"), event: reader.oneOf("event", Event.self),
      length: length(reader), end: reader.oneOf("end", End.self),
      restarts: reader.oneOf("restarts", YesNoUnknown.self), isPreclusive: reader.flag("preclusive"),
      note: reader.optionalString("note"), provenance: sources.provenance(reader))
  }

  private static func length(_ reader: RecordReader) -> CivilPeriod {
    let days = reader.optionalInteger("days")
    if days != nil, reader.has("months") { reader.report("days", "cannot stand beside months") }
    return days.map { .days($0) } ?? .months(reader.integer("months"))
  }
}

extension Requirement {
  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> Requirement {
    Requirement(
      id: reader.string("id"), provision: reader.string("provision"), content: reader.string("content"),
      key: reader.string("key"), provenance: sources.provenance(reader))
  }
}

extension PriorContact {
  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> PriorContact {
    PriorContact(
      need: reader.oneOf("need", Need.self), waitMonths: reader.optionalInteger("wait_months"),
      mustProve: reader.flag("must_prove"), provision: reader.optionalString("provision"),
      note: reader.optionalString("note"), provenance: sources.provenance(reader))
  }
}

extension SignatureRule {
  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> SignatureRule {
    SignatureRule(
      need: reader.oneOf("need", Need.self), provision: reader.optionalString("provision"),
      note: reader.optionalString("note"), provenance: sources.provenance(reader))
  }
}

extension LateAnswerRule {
  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> LateAnswerRule {
    LateAnswerRule(
      isFound: reader.flag("found"), note: reader.optionalString("note"), provenance: sources.provenance(reader))
  }
}

extension IdentityPrompt {
  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> IdentityPrompt {
    IdentityPrompt(
      key: reader.string("key"), labels: reader.localized("labels"), provision: reader.optionalString("provision"),
      provenance: sources.provenance(reader))
  }
}

extension Suspension {
  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> Suspension {
    Suspension(
      id: reader.string("id"), provision: reader.string("provision"),
      court: reader.optionalOneOf("court", CourtEffect.self),
      note: reader.string("note"),
      provenance: sources.provenance(reader))
  }
}

extension AuthorityDuty {
  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> AuthorityDuty {
    AuthorityDuty(
      id: reader.string("id"), provision: reader.string("provision"), kind: reader.oneOf("kind", Kind.self),
      months: reader.integer("months"), provenance: sources.provenance(reader))
  }
}
