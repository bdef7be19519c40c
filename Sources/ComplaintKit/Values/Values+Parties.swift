import Casebook
import Checking
import Document
import Matter
import Templates

extension Values {
  func parties() {
    let person = matter.person
    datum("person.name", brief.language.name(of: person))
    datum("person.address", address(of: person))
    datum("person.city", person.city)
    flag("person.has_date_of_birth", person.dateOfBirth != nil)
    phrase("person.date_of_birth", person.dateOfBirth.map { dates.text($0) })
    list("identity", brief.identity) { datum, scope in
      scope.set("label", text: datum.label)
      scope.set("value", text: datum.value, .datum)
    }
    // Questions go to whoever represents the person.
    let isReached = matter.representing == nil
    optional("person", "email", isReached ? person.email : nil)
    optional("person", "phone", isReached ? person.phone : nil)

    flag("representative.present", matter.representative != nil)
    datum("representative.name", matter.representative?.name)
    datum("representative.capacity", matter.representative?.capacity)
    datum("matter.reference", matter.printedReference)

    let controller = brief.controller
    datum("controller.name", controller.name)
    datum("controller.address", (controller.address + [countryName(controller.country)]).joined(separator: ", "))
    phrase("controller.state", countryName(controller.country))
    flag("controller.of_campaign", brief.campaign.controller != nil)
    flag("controller.outside", brief.isControllerOutside)
    let named = matter.controller
    words("controller.processing", named?.processing, language: named?.language ?? matter.grounds.language)
    words("controller.purpose", named?.purpose, language: named?.language ?? matter.grounds.language)
    datum("controller.parent", brief.campaign.alternative.map { "\($0.name) (\(countryName($0.country)))" })
    let land = brief.campaign.germanEstablishmentLand?.value
    let part = land.flatMap { code in brief.country.parts.first { $0.code == code } }
    flag("controller.has_establishment", part != nil)
    phrase("controller.establishment", part?.names.nearest(to: brief.language.tag))
    phrase("authority.name", brief.authority?.names.nearest(to: brief.language.tag))
    flag("authority.of_establishment", land != nil && brief.authority?.part == land)
    flag("authority.of_seat", brief.country.code == controller.country)
    for basis in FilingBasis.allCases { flag("basis.\(basis.rawValue)", basis == brief.basis) }
  }

  private func address(of person: Person) -> String {
    var lines = [person.street, person.extraLine ?? ""] + brief.townLines
    if let country = person.country?.code, country != brief.country.code { lines.append(countryName(country)) }
    return lines.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  func accounts() {
    let accounts = matter.accounts.filter { $0.platform != nil && $0.platform != Account.Platform.none }
    flag("account.none", !matter.accounts.isEmpty && accounts.isEmpty)
    let gate = brief.campaign.policies.first { $0.adds.contains(.aiPurpose) }?.effective
    flag(
      "account.public_before_ai_purpose",
      accounts.contains { account in
        guard account.publicContent == .yes, let since = account.publicContentSince, let gate else { return false }
        return since.isCertainly(before: gate)
      })
    let first = accounts.first
    list("accounts", accounts) { account, scope in
      let centre = account == first ? nil : account.accountsCentre
      scope.set("centre_same", flag: centre == .same)
      scope.set("centre_other", flag: centre == .other)
      scope.set("platform", text: name(of: account.platform), .datum)
      scope.set("handle", text: account.handle, .datum)
      scope.set("has_email", flag: account.email != nil)
      scope.set("email", text: account.email, .datum)
      scope.set("public_content", flag: account.publicContent == .yes)
      scope.set("has_public_content_since", flag: account.publicContentSince != nil)
      scope.set("public_content_since", text: account.publicContentSince.map { since($0) })
      scope.set("ai_chats", flag: account.aiChats == .yes)
      scope.set("has_ai_chats_since", flag: account.aiChatsSince != nil)
      scope.set("ai_chats_since", text: account.aiChatsSince.map { since($0) })
    }
  }

  func name(of platform: Account.Platform?) -> String {
    guard let platform else { return "" }
    return brief.name(of: platform)
  }
}
