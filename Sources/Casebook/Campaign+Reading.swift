import Matter
import Records

extension Campaign {
  /// Reads a campaign's file.
  static func read(_ reader: RecordReader) -> Campaign {
    let sources = Sources(reader)
    let start = reader.optionalMapping("processing_start") {
      Fact(value: $0.date("value"), provenance: sources.provenance($0))
    }
    let basis = reader.optionalMapping("legal_basis") {
      Fact(value: $0.string("value"), provenance: sources.provenance($0))
    }
    let domains = reader.optionalMapping("mail_domains") { reader in
      _ = sources.provenance(reader)
      return reader.strings("values")
    }
    let grounds = reader.list("grounds", Ground.read)
    let outcomes = reader.list("outcomes", Outcome.read)
    for outcome in outcomes {
      guard let ground = outcome.ground, !grounds.contains(where: { $0.id == ground }) else { continue }
      reader.report("outcomes", "leads to a ground that is not listed")
    }
    let policies = reader.list("policies") { PolicyVersion.read($0, sources) }
    if zip(policies, policies.dropFirst()).contains(where: { $0.effective >= $1.effective }) {
      reader.report("policies", "must be in the order of their effect")
    }
    let timeline = reader.list("timeline") { DatedFact.read($0, sources) }
    if zip(timeline, timeline.dropFirst()).contains(where: { $0.date > $1.date }) {
      reader.report("timeline", "must be in the order of the dates")
    }
    return Campaign(
      id: reader.string("id"), titles: reader.localized("titles"), asOf: reader.date("as_of"),
      isDefault: reader.optionalFlag("default") ?? false,
      hasInterview: reader.optionalFlag("interview") ?? false,
      controller: reader.optionalMapping("controller") { Party.read($0, sources) },
      alternative: reader.optionalMapping("alternative") { Party.read($0, sources) },
      products: reader.list("products") { Product(id: $0.string("id"), name: $0.optionalString("name")) },
      accountFacts: reader.anyOf("account_facts", AccountFact.self),
      germanEstablishmentLand: sources.text(reader, "german_establishment_land"),
      processingStart: start, legalBasis: basis, timeline: timeline, mailDomains: domains ?? [], policies: policies,
      channels: reader.list("channels") { ObjectionChannel.read($0, sources) } + ObjectionChannel.always,
      gates: reader.list("gates") { Gate.read($0, sources) }, outcomes: outcomes, grounds: grounds,
      national: Dictionary(
        reader.groups("national") { _, group in National.read(group, sources) }.map { ($0.key, $0.value) },
        uniquingKeysWith: { first, _ in first }))
  }
}

extension Campaign.National {
  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> Campaign.National {
    Campaign.National(
      controller: reader.optionalMapping("controller") { Party.read($0, sources) },
      processingStart: reader.optionalMapping("processing_start") {
        Fact(value: $0.date("value"), provenance: sources.provenance($0))
      },
      hasPolicies: reader.optionalFlag("policies") ?? true)
  }
}

extension Party {
  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> Party {
    Party(
      name: reader.string("name"), address: reader.strings("address"), country: reader.string("country"),
      formerNames: reader.strings("former_names"), provenance: sources.provenance(reader))
  }
}

extension DatedFact {
  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> DatedFact {
    DatedFact(
      key: reader.string("key"), date: reader.date("date"), kind: reader.oneOf("kind", Kind.self),
      meaning: reader.string("meaning"), reference: reader.optionalString("reference"),
      provenance: sources.provenance(reader))
  }
}

extension PolicyVersion {
  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> PolicyVersion {
    PolicyVersion(
      key: reader.string("key"), effective: reader.date("effective"), entity: reader.string("entity"),
      adds: reader.anyOf("adds", Addition.self), meaning: reader.string("meaning"),
      provenance: sources.provenance(reader))
  }
}

extension ObjectionChannel {
  /// Mail and letter, which nobody has to open: Article 21 GDPR asks for no form; and an attempt that failed.
  fileprivate static let always: [ObjectionChannel] = [
    (Objection.Channel.email, Kind.email), (.post, .post), (.failedAttempt, .attempt),
  ].map { word, kind in
    ObjectionChannel(
      id: word.rawValue, kind: kind, labels: Localized([:]), reason: .none, login: .no, code: .no, attachments: .yes,
      meaning: "Article 21 GDPR asks for no form",
      provenance: Provenance(source: "Regulation (EU) 2016/679", confidence: .high))
  }

  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> ObjectionChannel {
    ObjectionChannel(
      id: reader.string("id"), kind: reader.oneOf("kind", Kind.self),
      labels: reader.optionalLocalized("labels"), url: reader.optionalString("url"), from: reader.optionalDate("from"),
      until: reader.optionalDate("until"), reason: reader.oneOf("reason", Demand.self),
      login: reader.oneOf("login", YesNoUnknown.self), code: reader.oneOf("code", YesNoUnknown.self),
      attachments: reader.oneOf("attachments", YesNoUnknown.self), meaning: reader.string("meaning"),
      provenance: sources.provenance(reader))
  }
}

extension Gate {
  fileprivate static func read(_ reader: RecordReader, _ sources: Sources) -> Gate {
    let gate = Gate(
      key: reader.string("key"), subject: reader.oneOf("subject", Subject.self), from: reader.optionalDate("from"),
      until: reader.optionalDate("until"), meaning: reader.string("meaning"), provenance: sources.provenance(reader))
    if gate.from == nil, gate.until == nil { reader.report(nil, "needs a first or a last day") }
    if let from = gate.from, let until = gate.until, from > until { reader.report("until", "is before the first day") }
    return gate
  }
}

extension Outcome {
  fileprivate static func read(_ reader: RecordReader) -> Outcome {
    Outcome(
      kind: reader.oneOf("kind", Response.Kind.self), ground: reader.optionalString("ground"),
      waitsForMonth: reader.flag("waits_for_month"))
  }
}

extension Ground {
  fileprivate static func read(_ reader: RecordReader) -> Ground {
    Ground(
      id: reader.string("id"), key: reader.string("key"), name: reader.string("name"),
      role: reader.oneOf("role", Role.self), isEnabled: reader.flag("enabled"), note: reader.optionalString("note"),
      provisions: reader.strings("provisions"))
  }
}
