import Matter
import Messages
import Records

/// The door to campaigns, countries, authorities, languages and registers.
///
/// It opens only the file that is asked for, and keeps nothing: whoever asks twice keeps the answer. Where the files
/// are is the caller's business.
public struct Casebook: Sendable {
  /// Gives the text of a file by its path, such as `locales/countries/DE.yaml`; `nil` if there is none.
  public typealias Read = @Sendable (_ path: String) throws -> String?
  /// Gives the names in a folder by its path, such as `locales/countries`, in any order; empty if there is none.
  public typealias List = @Sendable (_ path: String) throws -> [String]

  private let readFile: Read
  private let listFolder: List

  /// Takes the two ways of reaching files.
  public init(read: @escaping Read, list: @escaping List) {
    readFile = read
    listFolder = list
  }

  /// A campaign by its identifier.
  public func campaign(_ id: String) throws(CasebookError) -> Campaign {
    let path = "templates/\(id)/campaign.yaml"
    guard isName(id), let text = try text(path) else { throw .unknown("campaign", id, known: try campaigns()) }
    return try read(path, text, id: id, \.id, Campaign.read)
  }

  /// A country by its code, its other code, or its name in one of the languages.
  public func country(_ code: String) throws(CasebookError) -> Country {
    let canonical = CountryCode(code)?.code ?? code
    if isName(canonical), let text = try text("locales/countries/\(canonical).yaml") {
      return try read("locales/countries/\(canonical).yaml", text, id: canonical, \.code, Country.read)
    }
    // Nobody types a name in a hurry twice: only now every country is opened.
    var all: [Country] = []
    for code in try countries() where code != canonical { all.append(try self.country(code)) }
    let names = all.flatMap { country in
      country.names.tags.compactMap { country.names.text(in: $0) }.map { (name: $0, country: country) }
    }
    if let match = names.first(where: { $0.name.lowercased() == code.lowercased() }) { return match.country }
    let hint = closest(to: code, in: names.map(\.name)).flatMap { name in
      names.first { $0.name == name }?.country.code
    }
    // One letter makes another country's code of a code: from two letters nothing is guessed.
    guard code.count > 2 else {
      throw .unknown(kind: "country", hint: Message(CasebookMessage.known, .list(all.map { .term($0.code) })))
    }
    throw .unknown("country", code, known: all.map(\.code), meant: hint)
  }

  /// A country by its code; `nil` if there are no data for it.
  public func countryIfKnown(_ code: String) throws(CasebookError) -> Country? {
    try countries().contains(code) ? country(code) : nil
  }

  /// An authority by its identifier, such as `de-sn`.
  public func authority(_ id: String) throws(CasebookError) -> Authority {
    let country = String(id.prefix { $0 != "-" }).uppercased()
    let path = "locales/countries/\(country)/authorities/\(id).yaml"
    guard isName(id), let text = try text(path) else { throw .unknown("authority", id, known: try authorities()) }
    return try read(path, text, id: id, \.id, Authority.read)
  }

  /// A language by its tag; what it does not say itself comes from the language it falls back to.
  public func language(_ tag: String) throws(CasebookError) -> Language {
    let path = "locales/languages/\(tag).yaml"
    guard isName(tag), let text = try text(path) else { throw .unknown("language", tag, known: try languages()) }
    var base: Language?
    if let hyphen = tag.lastIndex(of: "-") { base = try language(String(tag[..<hyphen])) }
    return try read(path, text, id: tag, \.tag) { Language.read($0, base: base) }
  }

  /// The words of a language for what is said to a person, without its dates; nil if it has none.
  func translationFile(of subject: Translations.Subject, into tag: String) throws(CasebookError) -> TranslationFile? {
    let path = "locales/\(subject.rawValue)/\(tag).yaml"
    guard isName(tag), let text = try text(path) else { return nil }
    return try read(path, text, id: tag, \.language, TranslationFile.read)
  }

  /// How people call their evidence, in every language there is.
  public func evidenceWords() throws(CasebookError) -> EvidenceWords {
    var words = EvidenceWords()
    for tag in try records(in: "locales/evidence") {
      let path = "locales/evidence/\(tag).yaml"
      guard let text = try text(path) else { throw .unreadable(path) }
      words = try read(path, text, id: tag, \.language) { [words] in EvidenceWords.read($0, adding: words) }.words
    }
    return words
  }

  /// An act with its citable provisions, such as `gdpr`, `DE/BDSG` or `1182/71`.
  public func act(_ id: String) throws(CasebookError) -> Act {
    let path = "locales/provisions/\(slug(id)).yaml"
    guard isName(slug(id)), let text = try text(path) else { throw .unknown("act", id, known: try acts()) }
    return try read(path, text, id: id, \.id, Act.read)
  }

  /// Headings and meanings of an act's provisions; `nil` where the act's own file holds them.
  public func notes(onAct id: String) throws(CasebookError) -> ActNotes? {
    let path = "locales/provisions/notes/\(slug(id)).yaml"
    guard isName(slug(id)), let text = try text(path) else { return nil }
    return try read(path, text, id: id, \.id, ActNotes.read)
  }

  /// A judgment, decision or guideline by its entry, such as `C-252-21` or `edpb-28-2024`.
  public func judgment(_ entry: String) throws(CasebookError) -> Judgment {
    let path = "locales/judgments/\(entry).yaml"
    guard isName(entry), let text = try text(path) else {
      throw .unknown("judgment", entry, known: try judgments())
    }
    return try read(path, text, id: entry, \.id, Judgment.read)
  }

  /// The table of postcodes of a country that needs one.
  public func postcodes(of country: Country) throws(CasebookError) -> PostcodeTable? {
    guard country.choice == .postcode else { return nil }
    let path = "locales/countries/\(country.code)/postcodes.txt"
    guard let text = try text(path) else { throw .unreadable(path) }
    return PostcodeTable(text: text, country: country.code)
  }
}

extension Casebook {
  /// The identifiers of all campaigns, in order.
  public func campaigns() throws(CasebookError) -> [String] {
    let names = try names(in: "templates")
    var found: [String] = []
    for name in names where isName(name) && name != "shared" {
      if try text("templates/\(name)/campaign.yaml") != nil { found.append(name) }
    }
    return found
  }

  /// The campaign of whoever names none: the only one there is, or the one that says so; `nil` if several might be.
  public func defaultCampaign() throws(CasebookError) -> String? {
    let all = try campaigns()
    if all.count == 1 { return all[0] }
    var marked: [String] = []
    for id in all where try campaign(id).isDefault { marked.append(id) }
    return marked.count == 1 ? marked[0] : nil
  }

  /// The codes of all countries, in order.
  public func countries() throws(CasebookError) -> [String] { try records(in: "locales/countries") }

  /// The tags of all languages, in order.
  public func languages() throws(CasebookError) -> [String] { try records(in: "locales/languages") }

  /// The entries of all judgments, decisions and guidelines, in order.
  public func judgments() throws(CasebookError) -> [String] { try records(in: "locales/judgments") }

  /// The identifiers of all acts, in order.
  public func acts() throws(CasebookError) -> [String] {
    try records(in: "locales/provisions").map { slug in
      // `DE-BDSG` is a country's act, `1182-71` a regulation's number: both have a stroke in their identifier.
      slug.replacing("-", with: "/", maxReplacements: 1)
    }
  }

  /// The identifiers of all authorities, or of one country's, in order.
  public func authorities(in country: String? = nil) throws(CasebookError) -> [String] {
    var ids: [String] = []
    let countries = if let country { [country] } else { try countries() }
    for code in countries {
      ids += try records(in: "locales/countries/\(code)/authorities")
    }
    return ids
  }

  /// The authorities that can be competent for a postcode: one, several to choose from, or all of them.
  public func authorities(of country: Country, forPostcode postcode: String) throws(CasebookError) -> AuthorityAnswer {
    guard let table = try postcodes(of: country) else {
      return country.authorities.count == 1 ? .one(country.authorities[0]) : .several(country.authorities)
    }
    func ids(_ codes: [String]) -> [String] { codes.compactMap { country.part($0)?.authority } }
    switch table.parts(of: postcode) {
    case .one(let code): return ids([code]).first.map { .one($0) } ?? .unknown
    case .several(let codes): return .several(ids(codes))
    case .customer(let codes): return .customer(ids(codes))
    case .unknown: return .unknown
    }
  }

  /// The languages in which the text of a complaint in a country is whole: what the country's law adds is written in
  /// them.
  ///
  /// - Returns: primary languages, in order; every language where the country's law adds nothing.
  public func languagesOfText(in country: String) throws(CasebookError) -> [String] {
    let written = try names(in: "templates/national/\(country)").compactMap { name -> String? in
      let parts = name.split(separator: ".")
      return parts.count == 3 && parts[2] == "md" ? String(parts[1]) : nil
    }
    return written.isEmpty ? try languages().filter { !$0.contains("-") } : Set(written).sorted()
  }

  /// The languages in which a campaign has a kind of document.
  ///
  /// - Returns: language tags, in order; none if it has no such document.
  public func languages(of kind: String, in campaign: String) throws(CasebookError) -> [String] {
    try names(in: "templates/\(campaign)").compactMap { name in
      let parts = name.split(separator: ".")
      return parts.count == 3 && parts[0] == kind && parts[2] == "md" ? String(parts[1]) : nil
    }
  }

  /// How many digits a postcode has, by country, where it is all digits and may begin with 0.
  public func postcodeDigits() throws(CasebookError) -> [String: Int] {
    var digits: [String: Int] = [:]
    for code in try countries() {
      let country = try country(code)
      if country.hasPostcodesFromZero, country.postcodePattern.allSatisfy({ $0 == "9" }) {
        digits[code] = country.postcodePattern.count
      }
    }
    return digits
  }

  private func records(in folder: String) throws(CasebookError) -> [String] {
    try names(in: folder).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }.sorted()
  }

  private func names(in folder: String) throws(CasebookError) -> [String] {
    do {
      return try listFolder(folder).sorted()
    } catch {
      throw .unreadable(folder)
    }
  }

  func text(_ path: String) throws(CasebookError) -> String? {
    do {
      return try readFile(path)
    } catch {
      throw .unreadable(path)
    }
  }

  /// Whether a name can be a file's: no path may be smuggled in by a matter.
  private func isName(_ name: String) -> Bool {
    !name.isEmpty && name.count <= 60 && !name.hasPrefix("-")
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  private func slug(_ id: String) -> String { id.split(separator: "/").joined(separator: "-") }

  private func read<Value>(
    _ path: String, _ text: String, id: String, _ key: KeyPath<Value, String>, _ body: (RecordReader) -> Value
  ) throws(CasebookError) -> Value {
    let record: Value
    do {
      record = try SourceFile(name: path, text: text).read(body)
    } catch {
      throw .broken(error)
    }
    guard record[keyPath: key] == id else {
      let problem = RecordProblem(
        file: path, line: 0, column: 0, path: "", message: "the identifier in the file is not the file's name")
      throw .broken(RecordProblems([problem]))
    }
    return record
  }
}

/// Which authority a postcode leads to.
public enum AuthorityAnswer: Hashable, Sendable {
  /// One authority.
  case one(String)
  /// Several, because the postcode or the country does not decide: the person must be asked.
  case several([String])
  /// Where the customer sits whose own postcode this is: a hint, and the person must be asked.
  case customer([String])
  /// The postcode is not known.
  case unknown
}
