import ArgumentParser
import Casebook
import FoundationEssentials
import Matter

/// Lists authorities, or the one for a postcode.
struct AuthoritiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "authorities", abstract: Wording.Help.authorities)

  @Option(name: .long, help: ArgumentHelp(Wording.Help.country, valueName: "code"))
  var country: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.postcode, valueName: "postcode"))
  var postcode: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.format, valueName: "text|json"))
  var format = ListFormat.text
  @OptionGroup var options: DataOptions

  func run() throws {
    let casebook = try options.casebook()
    let authorities = try opening { try chosen(casebook).map { try casebook.authority($0) } }
    switch format {
    case .text: Terminal.write(authorities.map { Self.text($0) }.joined(separator: "\n\n"))
    case .json: Terminal.write(try Self.json(authorities.map(AuthorityEntry.init)))
    }
  }

  private func chosen(_ casebook: Casebook) throws -> [String] {
    guard let code = country else {
      if postcode != nil { throw Failure(.usage, Wording.postcodeNeedsCountry, hint: Wording.postcodeHint) }
      return try casebook.authorities()
    }
    let country = try casebook.country(code)
    guard let postcode else { return try casebook.authorities(in: country.code) }
    switch try casebook.authorities(of: country, forPostcode: postcode) {
    case .one(let id): return [id]
    case .several(let ids):
      if country.choice == .postcode { Terminal.writeError(Wording.noteSeveral) }
      return ids
    case .customer(let ids):
      Terminal.writeError(Wording.noteCustomer)
      return ids
    case .unknown: throw Failure(.usage, Wording.postcodeUnknown, hint: Wording.postcodeHint)
    }
  }

  private static func text(_ authority: Authority) -> String {
    let language = authority.languages.value.first ?? ""
    var lines = ["\(authority.id)  \(authority.names.nearest(to: language))"]
    if authority.kind == .publicSector { lines.append("  " + Wording.publicSectorOnly) }
    lines.append("  " + Wording.post + authority.postalAddress.value.dropFirst().joined(separator: ", "))
    for channel in authority.channels {
      guard let address = channel.address else { continue }
      lines.append("  " + Wording.channel(channel.kind) + address)
    }
    lines.append("  " + Wording.checked(authority.postalAddress.provenance))
    return lines.joined(separator: "\n")
  }

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

/// An authority as programs read it.
private struct AuthorityEntry: Encodable {
  let id: String
  let country: String
  let part: String?
  let name: String
  let address: [String]
  let email: String?
  let website: String?
  let form: String?
  let languages: [String]
  let channels: [String]
  let confidence: String
  let verifiedOn: String?

  init(_ authority: Authority) {
    id = authority.id
    country = authority.country
    part = authority.part
    name = authority.names.nearest(to: authority.languages.value.first ?? "")
    address = authority.postalAddress.value
    email = authority.email?.value
    website = authority.website?.value
    form = authority.form?.value
    languages = authority.languages.value
    channels = authority.channels.map(\.kind.rawValue)
    confidence = authority.postalAddress.provenance.confidence.rawValue
    verifiedOn = authority.postalAddress.provenance.verifiedOn?.description
  }
}
