import Casebook
import Matter
import Messages
import Records

/// What checking a matter gives: all findings at once and, if none is an error, the brief.
public struct Review: Sendable {
  /// The findings, errors before warnings before notes, and each of these in the order of the file.
  public let findings: [Finding]
  private let setting: Setting
  private let checker: Checker?
  /// The brief of a review that was asked for by itself; of many, few are read.
  private let made: Brief?

  /// Whether a reference can be part of a file name on every system.
  public static func isSafe(reference: String) -> Bool { Checker.isSafe(reference) }

  private init(findings: [Finding], checker: Checker?, setting: Setting, makesBrief: Bool) {
    self.findings = findings
    self.checker = checker
    self.setting = setting
    let isBarred = findings.contains { $0.severity == .error }
    made = makesBrief && !isBarred ? Self.brief(checker, setting) : nil
  }

  private static func brief(_ checker: Checker?, _ setting: Setting) -> Brief? {
    guard let checker, let venue = setting.venue else { return nil }
    return Brief(checker, venue)
  }

  /// The brief; `nil` while an error stands.
  ///
  /// That of a row is made anew whenever it is asked for.
  public var brief: Brief? { made ?? (hasErrors ? nil : Self.brief(checker, setting)) }
  /// Where the complaint goes and whose law governs it, as far as that could be found.
  public var venue: Venue? { setting.venue }
  /// The kind of document it was checked for.
  public var kind: DocumentKind { setting.kind }

  /// What the matter shows that may be pleaded, in order.
  public var scenarios: [Scenario] {
    guard let checker else { return [] }
    return checker.scenarios.keys.filter { setting.pleaded.contains($0) }.sorted()
  }

  /// The last day of the national time limit, if there is one.
  public var limitEnd: CivilDate? { checker?.limitEnd }

  /// What many reviews share, so that each holds no copy of it.
  final class Setting: Sendable {
    let kind: DocumentKind
    let venue: Venue?
    let destination: Destination
    /// What may be pleaded there.
    let pleaded: Set<Scenario>
    /// What is known beside a matter; `nil` without a venue.
    let circumstances: Circumstances?
    fileprivate let hasOwnLaw: Bool

    init(kind: DocumentKind, venue: Venue?) {
      self.kind = kind
      self.venue = venue
      circumstances = venue?.circumstances
      hasOwnLaw = venue?.country.ownLaw != nil
      pleaded = Set(
        venue.map { venue in
          Scenario.allCases.filter { venue.campaign.ground($0.rawValue)?.isEnabled ?? true }
        } ?? [])
      destination = Destination(
        country: venue?.country.code, authority: venue?.authority?.id,
        channel: venue?.authority?.preferredChannel?.kind, language: venue?.language?.tag,
        needsSignature: venue?.circumstances.needsSignature)
    }

    /// A finding in the words of the kind of document and of the State's own law.
    func worded(_ finding: Finding) -> Finding { inItsLaw(kind.rewordings.isEmpty ? finding : kind.worded(finding)) }

    /// A finding in the words of the State's own law.
    func inItsLaw(_ finding: Finding) -> Finding {
      guard hasOwnLaw, let country = venue?.country, let law = country.ownLaw else { return finding }
      return law.worded(finding, in: country)
    }
  }

  /// Where the complaint goes, in the words of lists.
  public struct Destination: Hashable, Sendable {
    /// The country's code.
    public let country: String?
    /// The authority's identifier.
    public let authority: String?
    /// The way it prefers.
    public let channel: Channel.Kind?
    /// The tag of the language.
    public let language: String?
    /// Whether a signature is a condition there.
    public let needsSignature: Bool?
  }

  /// Where the complaint goes, in the words of lists.
  public var destination: Destination { setting.destination }

  /// Whether no complaint can be made.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

extension Review {
  /// Checks what was read from a matter file.
  ///
  /// - Parameters:
  ///   - kind: the kind of document: what it does not read is not missed.
  ///   - date: the day of the document; nothing later is known.
  ///   - country: the country asked for, if another than that of residence.
  ///   - language: the language asked for, before that of the matter.
  public init(
    _ reading: MatterReader.Reading, of kind: String = DocumentKind.complaint, on date: CivilDate,
    country: String? = nil, language: String? = nil, casebook: Casebook
  ) throws(CasebookError) {
    let kind = try casebook.kind(kind)
    guard reading.isRecord else {
      // What else is missing from it says nothing.
      self.init(
        findings: reading.findings, checker: nil, setting: Setting(kind: kind, venue: nil), makesBrief: false)
      return
    }
    var finder = VenueFinder(
      reading.matter, of: kind, on: date, country: country, language: language, casebook: casebook)
    let venue = try finder.find()
    self.init(reading, in: Setting(kind: kind, venue: venue), findings: finder.findings, on: date, makesBrief: true)
  }

  /// Checks one more matter of a venue already found, without opening any file.
  ///
  /// The venue must be that of a matter with the same campaign, residence, authority and language.
  public init(_ matter: Matter, in venue: Venue) {
    let reading = MatterReader.Reading(matter: matter)
    let setting = Setting(kind: venue.kind, venue: venue)
    self.init(reading, in: setting, findings: [], on: venue.circumstances.date, makesBrief: true)
  }

  /// Checks one of many matters, in a venue that may have been found for another one.
  public init(_ reading: MatterReader.Reading, in found: VenueDirectory.Found, of directory: VenueDirectory) {
    self.init(reading, in: found.setting, findings: found.findings, on: directory.date, makesBrief: false)
  }

  private init(
    _ reading: MatterReader.Reading, in setting: Setting, findings against: [Finding], on date: CivilDate,
    makesBrief: Bool
  ) {
    let checker = Checker(reading.matter, in: setting.circumstances ?? Circumstances(unknownOn: date))
    var checked = against
    checked += checker.findings()
    if setting.kind.recipient == .controller { checked += checker.letterFindings() }
    let words = checker.wordFindings().filter { setting.kind.reads($0.field) }
    // What could not be read is not missing.
    let unread = Self.unread(reading.findings + words)
    let conclusions = Self.conclusions(from: unread).map(\.rawValue)
    var derived = words
    for finding in checked where setting.kind.concerns(finding) {
      let isUnread = unread.contains { $0 == finding.field || finding.field.hasPrefix($0 + ".") }
      if !isUnread, !conclusions.contains(finding.code) { derived.append(setting.worded(finding)) }
    }
    if let country = setting.venue?.country {
      derived += OrganisationWork.statusFindings(reading.matter, in: country)
    }
    // What was read is worded too: what a mandate lacks is said of it before anybody knows where the complaint goes.
    let read = setting.hasOwnLaw ? reading.findings.map(setting.inItsLaw) : reading.findings
    let all = Self.sorted(read + (reading.hasPlaces ? derived.map(reading.placed) : derived))
    self.init(findings: all, checker: checker, setting: setting, makesBrief: makesBrief)
  }

  /// The fields that stand in the file and could not be read, those under a misspelt name among them.
  private static func unread(_ findings: [Finding]) -> [String] {
    findings.flatMap { finding -> [String] in
      guard finding.advice?.code == RecordMessage.didYouMean.rawValue,
        case .term(let meant)? = finding.advice?.parameters.first
      else { return [finding.field] }
      let group = finding.field.lastIndex(of: ".").map { finding.field[...$0] } ?? ""
      return [finding.field, group + meant]
    }.filter { !$0.isEmpty }
  }

  /// What is said about one field because of others, and not said while those could not be read.
  private static func conclusions(from unread: [String]) -> [FindingCode] {
    let groups = Set(unread.map { $0.prefix { $0 != "." } })
    var codes: [FindingCode] = []
    if groups.contains("objection") || groups.contains("response") {
      codes += [.responseBeforeObjection, .evidenceDate, .evidenceBasis, .caseNothingOpen, .eventStale]
    }
    if groups.contains("account") || groups.contains("effects") {
      codes += [.objectionAccount, .standingNoPublicContent, .caseNothingOpen]
    }
    return codes
  }

  /// Checks a matter that came from elsewhere than a file.
  public init(
    _ matter: Matter, of kind: String = DocumentKind.complaint, on date: CivilDate, country: String? = nil,
    language: String? = nil, casebook: Casebook
  ) throws(CasebookError) {
    let reading = MatterReader.Reading(matter: matter)
    try self.init(reading, of: kind, on: date, country: country, language: language, casebook: casebook)
  }

  /// Everything mandatory, for somebody who has no matter yet.
  public static func whatIsNeeded(
    for kind: String = DocumentKind.complaint, on date: CivilDate, campaign: String, country: String?,
    casebook: Casebook
  ) throws(CasebookError) -> [Finding] {
    var matter = Matter()
    matter.campaign = campaign
    return try Review(matter, of: kind, on: date, country: country, casebook: casebook)
      .findings.filter { $0.severity == .error }
  }

  /// Whether the text of an exhibit that is said to be the policy is the European one.
  public static func policyFindings(_ text: String, field: String, circumstances: Circumstances) -> [Finding] {
    Checker.policyFindings(text, field: field, circumstances)
  }

  private static func sorted(_ findings: [Finding]) -> [Finding] {
    // Most are in order already, and each of them is much to copy.
    if isSorted(findings) { return findings }
    // A handful at most: comparing them is cheaper than hashing all their words.
    var seen: [Finding] = []
    for finding in findings where !seen.contains(finding) { seen.append(finding) }
    return seen.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if first.severity != second.severity { return first.severity > second.severity }
      return (first.line ?? 0, first.column ?? 0, a.offset) < (second.line ?? 0, second.column ?? 0, b.offset)
    }.map(\.element)
  }

  /// Whether findings are in their order and no two of them are the same.
  private static func isSorted(_ findings: [Finding]) -> Bool {
    findings.indices.allSatisfy { later in
      findings.indices[..<later].allSatisfy { earlier in
        let isBehind =
          findings[earlier].severity == findings[later].severity
          ? (findings[earlier].line ?? 0, findings[earlier].column ?? 0)
            <= (findings[later].line ?? 0, findings[later].column ?? 0)
          : findings[earlier].severity > findings[later].severity
        return isBehind && findings[earlier] != findings[later]
      }
    }
  }
}

extension Circumstances {
  /// Nothing is known of campaign and country: only what holds everywhere is checked.
  init(unknownOn date: CivilDate) {
    self.init(
      date: date, calendar: Calendar1182(states: []), processingStart: .earliest, policies: [],
      policiesKnownUntil: .earliest, platforms: [], accountFacts: AccountFact.allCases, ways: [], limits: [],
      country: nil, mustProveObjection: false, proofLaw: nil, needsSignature: false,
      signatureLaw: nil,
      controllerName: "", formerNames: [], mailDomains: [], otherControllers: [])
  }
}
