import Casebook
import Checking
import ComplaintKit
import Document
import Matter

/// What can stand in a field of an authority's form: the words of `fields.value` in the authority's data.
public enum PortalValue: String, CaseIterable, Hashable, Sendable {
  case reference
  case personName = "person.name"
  case givenName = "person.given_name"
  case familyName = "person.family_name"
  case street = "person.street"
  case extraLine = "person.extra_line"
  case postalCode = "person.postal_code"
  case city = "person.city"
  case country = "person.country"
  case address = "person.address"
  case dateOfBirth = "person.date_of_birth"
  case email = "person.email"
  case phone = "person.phone"
  case representative = "representative.name"
  case controllerName = "controller.name"
  case controllerAddress = "controller.address"
  case controllerCountry = "controller.country"
  case accounts
  case objectionDates = "objection.dates"
  case responseDate = "response.date"
  case complaintDate = "complaint.date"
  case mayForward = "declarations.forward_to_controller"
  case mayAnswerByMail = "declarations.mail_unencrypted"
  case files
  /// The text of the complaint, as long as the field allows.
  case description
}

/// Computes what stands in the fields of a form, in the language of the document.
struct PortalValues {
  let brief: Brief
  let wording: KitWording
  /// The names of States in the language of the document.
  let states: (String) -> String
  let text: FormText
  let files: [String]

  /// The value; nil if the person said nothing about it, or if it does not fit.
  func value(_ value: PortalValue, limit: Int?) -> String? {
    guard let text = text(for: value, limit: limit)?.plainlySpaced, !text.isEmpty else { return nil }
    guard let limit, FormText.length([text]) > limit else { return text }
    return nil
  }

  private func text(for value: PortalValue, limit: Int?) -> String? {
    let (matter, person, dates) = (brief.matter, brief.matter.person, brief.language.dates)
    let controller = brief.controller
    // Questions go to whoever represents the person.
    let organisation = matter.representing?.organisation
    switch value {
    case .reference: return matter.printedReference
    case .personName: return brief.language.name(of: person)
    case .givenName: return person.givenName
    case .familyName: return person.familyName
    case .street: return person.street
    case .extraLine: return person.extraLine
    case .postalCode: return person.postalCode
    case .city: return person.city
    case .country: return person.country.map { states($0.code) }
    case .address:
      return ([person.street, person.extraLine ?? ""] + brief.townLines).filter { !$0.isEmpty }.joined(separator: ", ")
    case .dateOfBirth: return person.dateOfBirth.map { dates.text($0) }
    case .email: return organisation == nil ? person.email : organisation?.email
    case .phone: return organisation == nil ? person.phone : organisation?.phone
    case .representative: return organisation?.name ?? matter.representative?.name
    case .controllerName: return controller.name
    case .controllerAddress: return (controller.address + [states(controller.country)]).joined(separator: ", ")
    case .controllerCountry: return states(controller.country)
    case .accounts: return accounts
    case .objectionDates: return brief.objections.map { date($0.date) }.joined(separator: ", ")
    case .responseDate: return matter.response.date.map { date($0) }
    case .complaintDate: return dates.text(brief.date)
    case .mayForward: return matter.declarations.forwardToController.map(yesOrNo)
    case .mayAnswerByMail: return organisation == nil ? matter.declarations.mailUnencrypted.map(yesOrNo) : nil
    case .files: return files.joined(separator: ", ")
    case .description: return text.text(within: limit ?? PortalPage.longLimit)
    }
  }

  private var accounts: String? {
    let named = brief.matter.accounts.compactMap { account -> String? in
      guard let platform = account.platform, platform != Account.Platform.none else { return nil }
      return wording.text(.textRow, ["label": brief.name(of: platform), "value": account.handle])
    }
    return named.isEmpty ? nil : named.joined(separator: ", ")
  }

  private func yesOrNo(_ flag: Bool) -> String { wording.text(flag ? .textYes : .textNo) }

  private func date(_ range: DateRange) -> String {
    range.precision == .day ? brief.language.dates.text(range.earliest) : brief.language.dates.adverbial(range)
  }
}
