import Casebook
import Checking
import Matter

/// The sheet to copy from into an authority's form or portal.
struct PortalPage {
  /// The lengths of the two texts for forms whose limits are not known, in characters.
  static let shortLimit = 1_000
  static let longLimit = 4_000

  let kit: KitContents
  let channel: Channel
  let values: PortalValues

  var page: HTMLPage {
    let reference = ["reference": kit.brief.matter.printedReference]
    var fields = Fields()
    var body: [HTML] = [
      .h1(words(.portalHeading)),
      .paragraph(words(.portalIntro)),
      .paragraph([
        .element(.a, [.href(KitFileName.start)], [.text(words(.portalBack, ["file": KitFileName.start]))])
      ]),
    ]
    if let address = channel.address {
      body.append(.paragraph([.strong(words(.portalAddress)), .text(" "), .link(address)]))
    }
    body += channel.fields.isEmpty ? usual(&fields) : printed(&fields)
    body += [
      .h2(words(.portalFiles)),
      .paragraph(words(.portalFilesText, ["files": kit.wording.list(kit.deliverables(by: channel))])),
    ]
    return HTMLPage(language: kit.wording.tag, title: words(.portalTitle, reference), body: body)
  }

  private func words(_ key: KitText, _ values: [String: String] = [:]) -> String { kit.wording.text(key, values) }

  private var language: String { kit.brief.language.tag }

  /// The authority's own language; a complaint may be in another that it takes.
  private var formLanguage: String { kit.brief.authority?.languages.value.first ?? language }

  /// The form's own fields, in its order, with the labels as printed there.
  private func printed(_ fields: inout Fields) -> [HTML] {
    let seen = channel.fields.compactMap(\.verifiedOn).min()
    let isSeen = channel.fields.allSatisfy { $0.verifiedOn != nil }
    let note =
      isSeen
      ? words(.portalKnownSeen, ["date": seen.map { kit.dates.text($0) } ?? ""]) : words(.portalKnownUnseen)
    var body: [HTML] = [.h2(words(.portalKnown)), .paragraph(note)]
    for field in channel.fields {
      let limit = field.maximumCharacters
      let hint = limit.map { words(.portalLimit, ["limit": kit.number($0)]) }
      let known = PortalValue(rawValue: field.value)
      let value = known.flatMap { values.value($0, limit: limit) }
      let open: KitText =
        known == nil ? .portalUnknownValue : known == .description ? .portalTooShort : .portalOpen
      body.append(
        fields.field(
          field.label, value, language: language, labelLanguage: formLanguage, hint: hint,
          open: words(open, ["limit": limit.map { kit.number($0) } ?? ""])))
    }
    // A form without a field for who acts for the person has room for the name elsewhere.
    if !channel.fields.contains(where: { $0.value == PortalValue.representative.rawValue }),
      let name = values.value(.representative, limit: nil)
    {
      body.append(fields.field(words(representation), name, language: language, open: words(.portalOpen)))
    }
    // A form that wants less than the text needs, or more, is met by one of the two all the same.
    if !channel.fields.contains(where: { $0.value == PortalValue.description.rawValue }) { body += texts(&fields) }
    return body
  }

  /// What is said of who acts for the person: a parent, or an organisation.
  private var representation: KitText {
    kit.brief.matter.representing == nil ? .fieldRepresentative : .fieldOrganisation
  }

  /// What forms usually ask for, where nobody has read this one.
  private func usual(_ fields: inout Fields) -> [HTML] {
    let you: [(KitText, PortalValue)] = [
      (.fieldGivenName, .givenName), (.fieldFamilyName, .familyName), (.fieldStreet, .street),
      (.fieldExtraLine, .extraLine), (.fieldPostalCode, .postalCode), (.fieldCity, .city), (.fieldCountry, .country),
      (.fieldDateOfBirth, .dateOfBirth), (.fieldEmail, .email), (.fieldPhone, .phone),
      (representation, .representative),
    ]
    let matter: [(KitText, PortalValue)] = [
      (.fieldController, .controllerName), (.fieldControllerAddress, .controllerAddress),
      (.fieldAccounts, .accounts), (.fieldObjected, .objectionDates), (.fieldReference, .reference),
    ]
    // Nobody is asked for a second line of an address or a guardian who has none.
    let optional: [PortalValue] = [.extraLine, .representative]
    func group(_ heading: KitText, _ members: [(KitText, PortalValue)]) -> [HTML] {
      [.h2(words(heading))]
        + members.compactMap { label, kind in
          let value = values.value(kind, limit: nil)
          if value == nil, optional.contains(kind) { return nil }
          return fields.field(words(label), value, language: language, open: words(.portalOpen))
        }
    }
    return [.paragraph(words(.portalUnknown))] + group(.portalYou, you) + group(.portalCase, matter)
      + texts(&fields)
  }

  private func texts(_ fields: inout Fields) -> [HTML] {
    let versions = [(KitText.portalShort, Self.shortLimit), (.portalLong, Self.longLimit)]
    return [.h2(words(.portalTexts))]
      + versions.map { label, limit in
        let number = ["limit": kit.number(limit)]
        return fields.field(
          words(label, number), values.text.text(within: limit), language: language,
          open: words(.portalTooShort, number))
      }
  }
}
