import Matter

/// A reference in the words of a language.
public struct CitedText: Hashable, Sendable {
  /// What stands in the line: short for what has been cited before, or for what a footnote names in full.
  public var short: String
  /// What stands in the line once its source has been cited; without the act where its file says `again: omit`.
  public var again: String
  /// The full source with its date and identifier; `nil` for provisions, whose text is complete in the line.
  public var full: String?
  /// What is cited, without paragraph: the same for all mentions of one judgment.
  public var source: String
  /// Whether "by analogy" must stand beside it.
  public var needsAnalogy: Bool
}

extension Register {
  /// Prints a reference in a language's style; `nil` if the registers do not have its source.
  public func text(of citation: Citation, in language: Language) -> CitedText? {
    let style = language.citation
    switch citation {
    case .recital(let number):
      return CitedText(
        short: Pattern.fill(style.recital, ["n": String(number)]),
        again: Pattern.fill(style.recital, ["n": String(number)]), full: nil, source: "gdpr", needsAnalogy: false)
    case .provision(let provision):
      guard let act = act(citation) else { return nil }
      let bare = text(of: provision, act, language)
      let name = ["act": Pattern.withNoBreakSpaces(act.cited.nearest(to: language.tag))]
      let whole =
        if let before = style.actBefore {
          Pattern.fill(before, name) + bare
        } else {
          bare + Pattern.fill(provision.pins.isEmpty ? style.act : style.actAfterDetail, name)
        }
      return CitedText(
        short: whole, again: act.isOmittedAgain ? bare : whole, full: nil, source: provision.act,
        needsAnalogy: false)
    case .decision(let decision):
      guard let judgment = judgment(citation) else { return nil }
      let pin = pinpoint(decision, style)
      return CitedText(
        short: again(judgment, language) + pin, again: again(judgment, language) + pin,
        full: inFull(judgment, language) + pin, source: judgment.id,
        needsAnalogy: judgment.needsAnalogy(paragraph: decision.paragraph))
    }
  }

  /// A provision without its act.
  private func text(of provision: Citation.Provision, _ act: Act, _ language: Language) -> String {
    let style = language.citation
    var steps: [String]
    if let last = provision.last {
      let pattern = act.unit == .article ? style.articles : style.sections
      steps = [Pattern.fill(pattern, ["n": provision.number, "m": last])]
    } else {
      steps = [Pattern.fill(act.unit == .article ? style.article : style.section, ["n": provision.number])]
    }
    let isNational = act.id.first?.isLetter == true && act.id.contains("/")
    let isDefinitions = act.id == "gdpr" && provision.number == "4"
    for (depth, pin) in provision.pins.enumerated() {
      let one: String
      let several: String
      switch (depth, isDefinitions) {
      case (0, true): (one, several) = (style.item, style.item)
      case (0, false) where isNational && style.actParagraph != nil:
        (one, several) = (style.actParagraph ?? style.paragraph, style.actParagraphs ?? style.paragraphs)
      case (0, false) where provision.pins.count > 1:
        (one, several) = (style.paragraphBeforePoint ?? style.paragraph, style.paragraphs)
      case (0, false): (one, several) = (style.paragraph, style.paragraphs)
      case (_, true): (one, several) = (style.itemPoint, style.itemPoint)
      // Austrian acts count numbers (Ziffern) below paragraphs, not letters.
      case (_, false) where Int(pin) != nil: (one, several) = (style.item, style.item)
      case (_, false): (one, several) = (style.point, style.points)
      }
      // The Regulation's points are lettered as the language letters them.
      let letters = act.id == "gdpr" ? language.letters : []
      let bounds = pin.split(separator: "-").map { Self.point($0, letters) }
      steps.append(
        bounds.count == 2
          ? Pattern.fill(several, ["n": bounds[0], "m": bounds[1]])
          : Pattern.fill(one, ["n": bounds.first ?? pin]))
    }
    return style.isInnermostFirst ? steps.reversed().joined(separator: " ") : steps.joined()
  }

  /// A point's letter in the alphabet of a language, such as `στ` for `f`; anything else as it is.
  private static func point(_ pin: Substring, _ letters: [String]) -> String {
    guard let letter = pin.utf8.first, pin.utf8.count == 1 else { return String(pin) }
    let index = Int(letter) - Int(UInt8(ascii: "a"))
    return letters.indices.contains(index) ? letters[index] : String(pin)
  }

  private func pinpoint(_ decision: Citation.Decision, _ style: CitationStyle) -> String {
    guard let paragraph = decision.paragraph else { return "" }
    guard let last = decision.last else { return Pattern.fill(style.pinpoint, ["n": paragraph]) }
    return Pattern.fill(style.pinpoints, ["n": paragraph, "m": last])
  }

  private func court(_ judgment: Judgment, _ language: Language) -> String {
    language.citation.courts[judgment.court] ?? judgment.courtNames.nearest(to: language.tag)
  }

  private func numbers(_ judgment: Judgment, _ language: Language) -> String {
    // A number stays on its line.
    let numbers = judgment.numbers.map { $0.replacing(" ", with: "\u{00A0}") }
    guard let last = numbers.last, numbers.count > 1 else { return numbers.first ?? "" }
    return numbers.dropLast().joined(separator: ", ") + language.typography.and + last
  }

  private func values(_ judgment: Judgment, _ language: Language) -> [String: String] {
    [
      "court": court(judgment, language), "kind": language.citation.kinds[judgment.kind] ?? "",
      "date": judgment.date.map { language.dates.text($0) } ?? "",
      "name": Pattern.withNoBreakSpaces(judgment.names.text(in: language.tag) ?? ""),
      "number": numbers(judgment, language),
    ]
  }

  private func isBoardDocument(_ judgment: Judgment) -> Bool {
    judgment.kind == .opinion || judgment.kind == .guidelines
  }

  private func inFull(_ judgment: Judgment, _ language: Language) -> String {
    let style = language.citation
    let values = values(judgment, language)
    let name = values["name"] ?? ""
    let version = judgment.version.text(in: language.tag) ?? ""
    let ecli = judgment.ecli ?? ""
    let parts =
      if isBoardDocument(judgment) {
        [Pattern.fill(style.guideline, values), name, version]
      } else if judgment.date == nil {
        [Pattern.fill(style.decision, values), name, ecli, version]
      } else {
        [Pattern.fill(style.judgment, values), name, values["number"] ?? "", ecli, version]
      }
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private func again(_ judgment: Judgment, _ language: Language) -> String {
    let style = language.citation
    let values = values(judgment, language)
    if isBoardDocument(judgment) { return Pattern.fill(style.guidelineAgain, values) }
    if judgment.date == nil { return Pattern.fill(style.decision, values) }
    let isNamed = !(values["name"] ?? "").isEmpty
    return Pattern.fill(isNamed ? style.judgmentAgain : style.judgmentAgainUnnamed, values)
  }
}
