import Casebook
import Checking
import Document
import Matter

/// Composes what frames the templates' text: letterhead, furniture, signature, title of the file.
struct LetterComposer {
  let brief: Brief
  let phrases: Phrases
  let preparation: Preparation

  /// How far the address keeps from the window's left edge, in millimetres (DIN 5008: field at 20, text at 25).
  private static let windowInset = 5.0

  init(_ brief: Brief, preparation: Preparation) {
    self.brief = brief
    self.preparation = preparation
    phrases = Phrases(language: brief.language)
  }

  /// None on a form: who gives it to whom stands in its table.
  var letterhead: Letterhead? {
    guard !isForm else { return nil }
    let layout = brief.country.addressLayout
    return Letterhead(
      sender: sender.filter { !$0.isEmpty }, logo: logo, addressee: addressee,
      window: .init(
        left: layout.left + Self.windowInset, top: layout.top + layout.senderHeight,
        width: layout.width - Self.windowInset, height: layout.height - layout.senderHeight),
      placeAndDate: phrases.placeAndDate(place, brief.date), delivery: delivery, folds: layout.folds,
      punch: layout.punch)
  }

  /// Who writes: the organisation where it lodges the complaint, else the person.
  private var sender: [String] {
    if let organisation = brief.representing?.organisation {
      return [organisation.name, organisation.formAndRegister ?? ""]
        + organisation.addressLines(in: brief, countryName: preparation.countryName)
        + [organisation.email ?? "", organisation.phone ?? ""]
    }
    let person = brief.matter.person
    return [brief.language.name(of: person), person.street, person.extraLine ?? ""] + brief.townLines
      + [foreignCountry ?? "", person.email ?? "", person.phone ?? ""]
  }

  /// The organisation's logo, where it lodges the complaint; what it shows is the name.
  private var logo: Figure? {
    guard let organisation = brief.representing?.organisation, let image = preparation.logo else { return nil }
    return Figure(image, alternative: organisation.name)
  }

  private var addressee: [String] {
    switch brief.kind.recipient {
    case .authority: return brief.authority?.postalAddress.value ?? []
    case .controller:
      let controller = brief.controller
      let isAbroad = controller.country != brief.matter.person.country?.code
      // The country is the last line, in capitals (DIN 5008).
      let country = isAbroad ? [Self.capitals(of: preparation.countryName(controller.country))] : []
      return [controller.name] + controller.address + country
    case .organisation: return []
    }
  }

  /// A word in capitals; Greek ones have no accent.
  private static func capitals(of word: String) -> String {
    let plain: [Character: Character] = ["Ά": "Α", "Έ": "Ε", "Ή": "Η", "Ί": "Ι", "Ό": "Ο", "Ύ": "Υ", "Ώ": "Ω"]
    return String(word.uppercased().map { plain[$0] ?? $0 })
  }

  /// The State the document goes to.
  private var destination: String {
    switch brief.kind.recipient {
    case .authority, .organisation: brief.country.code
    case .controller: brief.controller.country
    }
  }

  /// The country line of a sender who lives elsewhere than the recipient.
  private var foreignCountry: String? {
    guard let country = brief.matter.person.country?.code, country != destination else { return nil }
    return preparation.countryName(country)
  }

  private var place: String {
    if let organisation = brief.representing?.organisation { return organisation.city }
    return brief.matter.signature.place.isEmpty ? brief.matter.person.city : brief.matter.signature.place
  }

  private var delivery: [String] {
    guard let channel = brief.channel else { return [] }
    let label: Label =
      switch channel.kind {
      case .email: .byEmail
      case .form, .portal: .byForm
      case .post: .byPost
      }
    return [brief.language.label(label, ["address": channel.address ?? ""])]
  }

  /// A colon with what precedes it in the language: a no-break space in French.
  private var colon: String { brief.language.typography.spaceBefore.contains(":") ? "\u{00A0}:" : ":" }

  /// A place to sign, with the name under it.
  var signature: [Block] {
    let organisation = brief.representing?.organisation
    let signer =
      organisation?.name ?? brief.matter.representative?.name ?? brief.language.name(of: brief.matter.person)
    // The day of the row is that of the person's own signature.
    let day = organisation == nil ? brief.matter.signature.date ?? brief.date : brief.date
    return [
      .signature(
        SignatureField(
          placeAndDate: isForm ? phrases.placeAndDate(place, Self.blank) : phrases.placeAndDate(place, day),
          caption: "\(brief.language.label(.signature))\(colon) \(signer)"))
    ]
  }

  /// Room for a day written by hand.
  private static let blank = String(repeating: "_", count: 16)

  /// Whether it is signed by hand on a day that nobody knows yet, and on which its worth depends.
  private var isForm: Bool { brief.kind.recipient == .organisation }

  /// What repeats on every page.
  var furniture: Furniture {
    phrases.furniture(
      head: brief.kind.runningHead(in: brief.language.tag, titleValues), reference: brief.matter.printedReference)
  }

  /// Names instrument, recipient and reference, and no person: readers show it in the window's title.
  var metadataTitle: String { brief.kind.title(in: brief.language.tag, titleValues) }

  private var titleValues: [String: String] {
    [
      "recipient": brief.recipientName, "reference": brief.matter.printedReference,
      "date": brief.language.dates.text(brief.date),
    ]
  }
}
