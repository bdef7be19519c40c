import Casebook
import Checking
import Document
import Evidence
import Fonts
import Matter
import Typesetting

/// A matter read and checked, with its evidence: everything a person must know before anything is written.
public struct Examination: Sendable {
  /// All findings, errors first.
  public private(set) var findings: [Finding]
  /// The brief; nil while an error stands.
  public let brief: Brief?
  /// What all documents of its kind share; nil while an error stands.
  public let preparation: Preparation?
  /// The exhibits, in the matter's order.
  public let exhibits: [Exhibit]
  /// What an informal translation is made of, if one is wished.
  public let translation: TranslationSource?

  /// Whether no complaint can be made.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// What is wanted beside the matter.
  public struct Wishes: Sendable {
    /// The kind of document.
    public var kind: String
    /// The day of the document.
    public var date: CivilDate
    /// The country asked for, if another than that of residence.
    public var country: String?
    /// The language asked for, before that of the matter.
    public var language: String?
    /// Whether words may be divided.
    public var hyphenates: Bool
    /// The language of an informal translation behind the document.
    public var translation: String?
    /// The logo of an organisation that lodges the complaint.
    public var logo: Image?

    /// Takes wishes.
    public init(
      kind: String = DocumentKind.complaint, date: CivilDate, country: String? = nil, language: String? = nil,
      hyphenates: Bool = true
    ) {
      self.kind = kind
      self.date = date
      self.country = country
      self.language = language
      self.hyphenates = hyphenates
    }
  }

  /// Reads and checks a matter file and opens its evidence.
  ///
  /// - Parameters:
  ///   - text: the YAML.
  ///   - name: what messages call the file.
  ///   - wishes: date, country, language.
  ///   - world: where everything else comes from.
  /// - Throws: `PreparationError` when the tool itself lacks something; what is wrong with the matter is a finding.
  public init(
    of text: String, name: String, wishes: Wishes, world: any World
  ) throws(PreparationError) {
    try self.init(MatterReader.read(text, name: name), wishes: wishes, world: world)
  }

  /// Checks a matter that was read already and opens its evidence.
  public init(
    _ reading: MatterReader.Reading, wishes: Wishes, world: any World
  ) throws(PreparationError) {
    let reading = try reading.withFolder(opened: world)
    let review: Review
    do throws(CasebookError) {
      review = try Review(
        reading, of: wishes.kind, on: wishes.date, country: wishes.country, language: wishes.language,
        casebook: Casebook(world: world))
    } catch {
      throw .casebook(error)
    }
    let folder = review.kind.hasAnnexes ? reading.folderFindings ?? [] : []
    guard let brief = review.brief else {
      let circumstances = review.venue?.circumstances
      let problems =
        review.kind.hasAnnexes ? try Self.evidenceFindings(reading.matter, circumstances, wishes.date, world) : []
      findings = Self.sorted(review.findings + (folder + problems).map(reading.placed))
      (self.brief, preparation, exhibits, translation) = (nil, nil, [], nil)
      return
    }
    let translated = try TranslationSource.review(reading, wishes: wishes, world: world)
    let quoted = Preparation.quotedLanguages(brief.matter).union(
      (translated?.brief?.language.tag).map { [LanguageTag(rawValue: $0)] } ?? [])
    let preparation = try Preparation(
      for: brief, quoted: quoted, hyphenates: wishes.hyphenates, logo: wishes.logo, world: world)
    let (exhibits, seen) = preparation.look(at: brief, world: world)
    let beside = folder + seen + preparation.citationFindings(of: brief, exhibits)
    let untranslated = translated.map { TranslationSource.obstacles($0, beside: review) } ?? []
    findings = Self.sorted(review.findings + beside.map(reading.placed) + untranslated)
    let isSound = !findings.contains { $0.severity == .error }
    self.brief = isSound ? brief : nil
    self.preparation = isSound ? preparation : nil
    self.exhibits = exhibits
    translation =
      isSound
      ? try translated?.brief.map { (brief) throws(PreparationError) in
        try TranslationSource(brief, hyphenates: wishes.hyphenates, world: world)
      } : nil
  }

  /// The same with findings that come from elsewhere than the matter, such as from what was filed; none is an error.
  public func adding(_ more: [Finding]) -> Examination {
    var examination = self
    examination.findings = Self.sorted(findings + more.filter { $0.severity < .error })
    return examination
  }

  /// What keeps a file from being an annex; `nil` if nothing does.
  ///
  /// - Throws: `PreparationError` when the tool itself lacks something.
  public static func problem(
    of item: EvidenceItem, on date: CivilDate, world: any World
  ) throws(PreparationError) -> EvidenceProblem? {
    try looked(at: [item], date, world).problems.first
  }

  /// What is wrong with the files, and what mails among them tell, even where the matter has errors: a person wants to hear all at
  /// once, and a mail may say what is missing.
  private static func evidenceFindings(
    _ matter: Matter, _ circumstances: Circumstances?, _ date: CivilDate, _ world: any World
  ) throws(PreparationError) -> [Finding] {
    // An entry without a file has a finding of its own; the others keep their numbers.
    let missing = Set(
      matter.evidence.indices.filter { matter.evidence[$0].file.isEmpty }.map { "evidence.\($0 + 1).file" })
    let (exhibits, problems) = try looked(at: matter.evidence, date, world)
    let mails = circumstances.map { MailComparison(matter, in: $0, mails: exhibits.mails).findings } ?? []
    return problems.map(\.finding).filter { !missing.contains($0.field) } + mails
  }

  private static func looked(
    at items: [EvidenceItem], _ date: CivilDate, _ world: any World
  ) throws(PreparationError) -> (exhibits: [Exhibit], problems: [EvidenceProblem]) {
    guard !items.isEmpty else { return ([], []) }
    let wording = try DataFiles(world: world).exhibitWording(tag: "en")
    let maker = ExhibitMaker(
      wording: wording, originals: .none, documentDate: date, dateText: { "\($0)" }, canShow: { _ in true },
      convert: world.convert)
    return maker.exhibits(from: items, read: world.evidence(of:limit:))
  }

  private static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { a, b in
      a.element.severity == b.element.severity ? a.offset < b.offset : a.element.severity > b.element.severity
    }.map(\.element)
  }
}

extension Preparation {
  /// The languages of a person's and the controller's words.
  public static func quotedLanguages(_ matter: Matter) -> Set<LanguageTag> {
    let tags =
      [matter.grounds.language, matter.effects.todayLanguage, matter.response.textLanguage]
      + matter.objections.map(\.reasonsLanguage) + matter.evidence.map(\.language)
    return Set(tags.compactMap { $0 }.map { LanguageTag(rawValue: $0) })
  }

  /// Opens the evidence of a matter and looks at what only shows then, and at its letters.
  ///
  /// - Returns: the exhibits, and what is to be said beside the findings of the review.
  public func look(at brief: Brief, world: any World) -> (exhibits: [Exhibit], findings: [Finding]) {
    let (exhibits, problems) = exhibits(for: brief, world: world)
    let characters = missingCharacters(in: brief.matter).filter { brief.kind.reads($0.field) }
    let limits = brief.channel.map { ChannelLimits(channel: $0, exhibits: exhibits).findings } ?? []
    let mails = MailComparison(brief.matter, in: brief.circumstances, mails: exhibits.mails).findings
    return (exhibits, characters + problems.map(\.finding) + exhibits.flatMap(\.findings) + mails + limits)
  }

  /// Opens the evidence of a matter, if documents of this kind have annexes.
  public func exhibits(for brief: Brief, world: any World) -> (exhibits: [Exhibit], problems: [EvidenceProblem]) {
    guard brief.kind.hasAnnexes else { return ([], []) }
    let policy = OriginalsPolicy(brief.channel?.originals ?? .none)
    let (dates, fonts) = (language.dates, fonts)
    var maker = ExhibitMaker(
      wording: exhibitWording, originals: policy, documentDate: brief.date, dateText: { dates.text($0) },
      canShow: { fonts.missingCharacters(in: String(Character($0))).isEmpty }, convert: world.convert)
    maker.keep = world.keep
    let whole = maker.exhibits(from: brief.matter.evidence, read: world.evidence(of:limit:))
    guard let channel = brief.channel, whole.problems.isEmpty,
      ChannelLimits(channel: channel, exhibits: whole.exhibits).isTooLarge
    else { return whole }
    // Only what the authority's limit demands: everybody else's pictures keep all their pixels.
    maker.reduction = PictureReduction(
      width: PictureRoom.width, height: PictureRoom.height, pixel: PictureRoom.pixel)
    return maker.exhibits(from: brief.matter.evidence, read: world.evidence(of:limit:))
  }

  /// Names of files and mails stay in the matter, and so do what is blacked out and where a passage is to be looked for.
  private static func isNeverPrinted(_ path: String) -> Bool {
    path.hasSuffix(".file") || path == "organisation.logo" || path.hasSuffix(".message") || path.contains(".redact.")
      || path.contains(".passage.")
  }

  /// The characters of the person's fields that no font can show, each with its field.
  func missingCharacters(in matter: Matter) -> [Finding] {
    let ofOrganisation = (matter.organisation?.organisation.texts ?? []).map { text in
      MatterText(path: "organisation.\(text.path)", kind: text.kind, text: text.text)
    }
    return (matter.texts + ofOrganisation).flatMap { text -> [Finding] in
      let missing = fonts.missingCharacters(in: text.text).filter { $0.scalar != "\n" && $0.scalar != "\t" }
      guard !missing.isEmpty, !Self.isNeverPrinted(text.path) else { return [] }
      return missing.map { Finding.missingGlyph($0.scalar, field: text.path, package: $0.package) }
    }
  }
}

extension [Exhibit] {
  /// What the mails among them say, by the numbers of their entries.
  fileprivate var mails: [Int: MailFacts] {
    Dictionary(compactMap { exhibit in exhibit.mail.map { (exhibit.number, $0) } }) { first, _ in first }
  }
}

extension OriginalsPolicy {
  init(_ originals: Channel.Originals) {
    self =
      switch originals {
      case .embed: .embed
      case .beside: .beside
      case .none: .none
      }
  }
}
