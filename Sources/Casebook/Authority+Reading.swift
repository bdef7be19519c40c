import Records

extension Authority {
  /// Reads an authority's file.
  static func read(_ reader: RecordReader) -> Authority {
    let sources = Sources(reader)
    let email = sources.text(reader, "email")
    let form = sources.text(reader, "form")
    let names = reader.mapping("names") { group in
      (texts: group.localized("texts"), provenance: sources.provenance(group))
    }
    let postal = sources.lines(reader, "postal_address")
    if postal == nil, !reader.has("postal_address") { reader.report("postal_address", "is missing") }
    let languages = reader.mapping("languages") { group in
      Fact(value: group.strings("tags"), provenance: sources.provenance(group))
    }
    if languages.value.isEmpty { reader.report("languages", "needs at least one tag") }
    let channels = reader.list("channels") {
      Channel.read($0, sources: sources, email: email?.value, form: form?.value)
    }
    if channels.isEmpty { reader.report("channels", "needs at least one way of lodging a complaint") }
    if channels.filter(\.isPreferred).count > 1 { reader.report("channels", "has more than one preferred way") }
    return Authority(
      id: reader.string("id"),
      country: reader.string("country"),
      part: reader.optionalString("part"),
      kind: reader.oneOf("kind", Kind.self),
      scope: reader.optionalString("scope"),
      shortName: reader.string("short_name"),
      names: names.texts,
      namesProvenance: names.provenance,
      postalAddress: postal ?? Fact(value: [], provenance: names.provenance),
      visitingAddress: sources.lines(reader, "visiting_address"),
      email: email,
      phone: sources.text(reader, "phone"),
      website: sources.text(reader, "website"),
      form: form,
      languages: languages,
      channels: channels,
      intakeNotice: reader.optionalMapping("intake_notice") { IntakeNotice.read($0, sources: sources) })
  }
}

extension IntakeNotice {
  fileprivate static func read(_ reader: RecordReader, sources: Sources) -> IntakeNotice {
    IntakeNotice(
      says: reader.localized("says"), answer: reader.localized("answer"), provisions: reader.strings("provisions"),
      provenance: sources.provenance(reader))
  }
}

extension Channel {
  /// Reads one way; an address that is the authority's own need not be repeated.
  fileprivate static func read(_ reader: RecordReader, sources: Sources, email: String?, form: String?) -> Channel {
    let kind = reader.oneOf("kind", Kind.self)
    let own: String? =
      switch kind {
      case .email: email
      case .form, .portal: form
      case .post: nil
      }
    let address = reader.optionalString("address") ?? own
    if address == nil, kind != .post { reader.report("address", "is missing") }
    return Channel(
      kind: kind, address: address, isPreferred: reader.optionalFlag("preferred") ?? false,
      originals: reader.oneOf("originals", Originals.self), sizeLimit: reader.optionalInteger("size_limit"),
      forbiddenTypes: reader.strings("forbidden_types"),
      note: reader.optionalString("note"), fields: reader.list("fields", PortalField.read),
      provenance: sources.provenance(reader))
  }
}

extension PortalField {
  fileprivate static func read(_ reader: RecordReader) -> PortalField {
    PortalField(
      label: reader.string("label"), value: reader.string("value"),
      maximumCharacters: reader.optionalInteger("max_chars"), verifiedOn: reader.optionalDate("verified_on"))
  }
}
