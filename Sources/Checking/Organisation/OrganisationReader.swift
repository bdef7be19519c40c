import Casebook
import Matter
import Messages
import Records

/// Reads an organisation's file, with everything that is wrong with it said at once.
public enum OrganisationReader {
  /// What reading gave.
  public struct Reading: Sendable {
    /// The organisation, as far as it could be read.
    public var organisation: Organisation
    /// What is wrong with it, by line; never a value of the file.
    public var findings: [Finding]

    /// Adds what only its files show, at the lines of their fields.
    public mutating func add(_ more: [Finding]) {
      findings = OrganisationReader.sorted(findings + more.map { OrganisationReader.placed($0, lines) })
    }

    /// The lines of the keys at the top.
    let lines: [String: Int]
  }

  /// The most letters of what stands before a reference.
  static let prefixLimit = 32

  /// Reads the file; `name` is what messages call it.
  public static func read(_ text: String, name: String) -> Reading {
    let record = SourceFile(name: name, text: text).examine { reader in
      (organisation: organisation(reader), lines: lines(reader))
    }
    let format = record.problems.map(finding)
    guard let value = record.value else {
      return Reading(organisation: Organisation(), findings: format, lines: [:])
    }
    // What could not be read is not missing.
    let unread = format.map(\.field)
    let missing = conditions(value.organisation).filter { !unread.contains($0.field) }
    return Reading(
      organisation: value.organisation, findings: sorted(format + missing.map { placed($0, value.lines) }),
      lines: value.lines)
  }

  /// The path that messages give a field.
  static func path(_ field: String) -> String { field.isEmpty ? "organisation" : "organisation.\(field)" }

  private static func organisation(_ reader: RecordReader) -> Organisation {
    var organisation = Organisation()
    organisation.name = reader.line("name")
    organisation.legalForm = reader.optionalLine("legal_form")
    organisation.register = reader.optionalLine("register")
    organisation.street = reader.line("street")
    organisation.extraLine = reader.optionalLine("extra_line")
    organisation.postalCode = reader.line("postal_code")
    organisation.city = reader.line("city")
    organisation.country = country("country", reader)
    organisation.email = reader.optionalLine("email")
    organisation.phone = reader.optionalLine("phone")
    organisation.logo = reader.optionalLine("logo")
    organisation.referencePrefix = reader.line("reference_prefix")
    organisation.role = reader.optionalOneOf("role", Organisation.Role.self) ?? .assist
    organisation.status = reader.optionalMapping("status", status) ?? Organisation.Status()
    organisation.constitution = reader.list("constitution") { reader in
      var item = EvidenceItem()
      item.file = reader.line("file")
      item.role = .other
      item.caption = reader.optionalLine("caption")
      item.date = reader.range("date")
      item.language = reader.languageTag("language")
      item.alt = reader.optionalBlock("alt")
      return item
    }
    return organisation
  }

  private static func status(_ reader: RecordReader) -> Organisation.Status {
    var status = Organisation.Status()
    status.constitutedIn = country("constituted_in", reader)
    status.isNotForProfit = reader.optionalFlag("not_for_profit") ?? false
    status.servesPublicInterest = reader.optionalFlag("public_interest") ?? false
    status.protectsPersonalData = reader.optionalFlag("data_protection") ?? false
    return status
  }

  private static func country(_ key: String, _ reader: RecordReader) -> CountryCode? {
    reader.optionalValue(key, expected: Message(CheckingMessage.countryCode)) { CountryCode($0) }
  }

  /// What must be there, and may not be there.
  private static func conditions(_ organisation: Organisation) -> [Finding] {
    var found: [Finding] = []
    func require(_ isThere: Bool, _ field: String) {
      if !isThere { found.append(.make(.fieldMissing, path(field))) }
    }
    require(!organisation.name.isEmpty, "name")
    require(!organisation.street.isEmpty, "street")
    require(!organisation.postalCode.isEmpty, "postal_code")
    require(!organisation.city.isEmpty, "city")
    require(organisation.country != nil, "country")
    for (number, item) in organisation.constitution.numbered {
      require(!item.file.isEmpty, "constitution.\(number).file")
      require(item.caption != nil, "constitution.\(number).caption")
    }
    if organisation.role == .represent {
      let status = organisation.status
      func condition(_ isMet: Bool, _ field: String) {
        if !isMet { found.append(OrganisationMessage.condition.finding(field)) }
      }
      condition(status.isOfKnownState, "status.constituted_in")
      condition(status.isNotForProfit, "status.not_for_profit")
      condition(status.servesPublicInterest, "status.public_interest")
      condition(status.protectsPersonalData, "status.data_protection")
      condition(!organisation.constitution.isEmpty, "constitution")
    }
    return found + texts(organisation)
  }

  private static func texts(_ organisation: Organisation) -> [Finding] {
    var found = organisation.texts.flatMap { text in
      Checker.textFindings(MatterText(path: path(text.path), kind: text.kind, text: text.text))
    }
    let prefix = organisation.referencePrefix
    if !prefix.isEmpty, !Checker.isSafe(prefix + "1") || prefix.utf8.count > prefixLimit {
      found.append(.make(.referenceUnsafe, path("reference_prefix"), .number(prefixLimit)))
    }
    return found
  }

  private static func finding(_ problem: RecordProblem) -> Finding {
    Finding(
      code: "organisation.format", severity: .error, field: path(problem.path), wording: problem.wording,
      advice: problem.advice, line: problem.line > 0 ? problem.line : nil)
  }

  /// The line of each key at the top.
  private static func lines(_ reader: RecordReader) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: reader.keys.compactMap { key in reader.line(ofKey: key).map { (key, $0) } })
  }

  private static func placed(_ finding: Finding, _ lines: [String: Int]) -> Finding {
    var finding = finding
    let parts = finding.field.split(separator: ".")
    if finding.line == nil, parts.count > 1 { finding.line = lines[String(parts[1])] }
    return finding
  }

  private static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { a, b in
      (a.element.line ?? .max, a.offset) < (b.element.line ?? .max, b.offset)
    }.map(\.element)
  }
}
