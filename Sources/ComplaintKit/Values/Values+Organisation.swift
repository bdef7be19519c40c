import Casebook
import Checking
import Matter

extension Values {
  /// The organisation and its mandate; nothing of them where it is not named.
  func organisation() {
    let part = matter.organisation
    flag("organisation.contact", part?.role == .contact)
    flag("organisation.represents", part?.role == .represent)
    let organisation = part?.organisation
    datum("organisation.name", organisation?.name)
    datum(
      "organisation.address",
      organisation.map { $0.addressLines(in: brief, countryName: countryName).joined(separator: ", ") })
    optional("organisation", "form", organisation?.formAndRegister)
    optional("organisation", "email", organisation?.email)
    phrase("organisation.state", organisation?.status.constitutedIn.map { countryName($0.code) })
    phrase("mandate.on_date", part?.mandateDate.map { dates.adverbial($0) })
  }
}

extension Organisation {
  /// Legal form and register on one line; `nil` if neither is stated.
  var formAndRegister: String? {
    let parts = [legalForm, register].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Its address line by line, the country only where the document goes to another.
  func addressLines(in brief: Brief, countryName: (String) -> String) -> [String] {
    let isHere = country?.code == brief.country.code
    let isLast = isHere && brief.country.addressLayout.postcodeIsLast
    let town = isLast ? [city, postalCode] : ["\(postalCode) \(city)"]
    let abroad = isHere ? nil : country.map { countryName($0.code) }
    return ([street, extraLine ?? ""] + town + [abroad ?? ""]).filter { !$0.isEmpty }
  }
}
