import Records

extension Language {
  /// Reads a language's file; what it leaves out comes from the language it falls back to.
  static func read(_ reader: RecordReader, base: Language?) -> Language {
    let sources = Sources(reader)
    let terms: [Term: String] = words(reader, "terms", base: base?.terms)
    let labels: [Label: String] = words(reader, "labels", base: base?.labels)
    let letters = reader.optionalString("letters")?.split(separator: " ").map(String.init) ?? base?.letters ?? []
    if letters.count < 26 { reader.report("letters", "needs 26 letters with spaces between them") }
    return Language(
      tag: reader.string("tag"), name: reader.string("name"), fallback: reader.optionalString("fallback"),
      status: reader.oneOf("status", Status.self), terms: terms, labels: labels,
      parties: part(reader, "parties", base: base?.parties) { group, _ in
        Parties(
          complainant: cases(group, "complainant"), respondent: cases(group, "respondent"))
      },
      letter: part(reader, "letter", base: base?.letter) { group, base in
        Letter(
          salutation: Pattern.fill(group.text("salutation", base: base?.salutation), [:]),
          closing: Pattern.fill(group.text("closing", base: base?.closing), [:]))
      },
      dates: part(reader, "dates", base: base?.dates, DateFormats.read),
      citation: part(reader, "citation", base: base?.citation, CitationStyle.read),
      typography: part(reader, "typography", base: base?.typography, Typography.read),
      letters: letters,
      nameOrder: reader.has("name_order") ? reader.oneOf("name_order", NameOrder.self) : base?.nameOrder ?? .givenFirst,
      provenance: sources.provenance(reader))
  }

  /// A group that may be left out where there is a language to fall back to.
  private static func part<Value>(
    _ reader: RecordReader, _ key: String, base: Value?, _ read: (RecordReader, Value?) -> Value
  ) -> Value {
    if let base { return reader.optionalMapping(key) { read($0, base) } ?? base }
    return reader.mapping(key) { read($0, nil) }
  }

  /// A table with one text for every case of an enumeration.
  private static func words<Word: RawRepresentable<String> & CaseIterable & Hashable>(
    _ reader: RecordReader, _ key: String, base: [Word: String]?
  ) -> [Word: String] {
    func read(_ group: RecordReader) -> [Word: String] {
      Dictionary(
        Word.allCases.map { ($0, Pattern.withNoBreakSpaces(group.text($0.rawValue, base: base?[$0]))) },
        uniquingKeysWith: { first, _ in first })
    }
    return part(reader, key, base: base) { group, _ in read(group) }
  }

  private static func cases(_ reader: RecordReader, _ key: String) -> [String: String] {
    let forms = Dictionary(reader.table(key).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    if forms["nominative"] == nil { reader.report(key, "needs a nominative") }
    return forms
  }
}

extension Language.Typography {
  fileprivate static func read(_ reader: RecordReader, _ base: Self?) -> Self {
    func text(_ key: String, _ base: String?) -> String {
      Pattern.fill(reader.text(key, base: base), [:])
    }
    return Self(
      open: text("open", base?.open), close: text("close", base?.close), innerOpen: text("inner_open", base?.innerOpen),
      innerClose: text("inner_close", base?.innerClose),
      narrowSpaceBefore: reader.optionalString("narrow_space_before") ?? base?.narrowSpaceBefore ?? "",
      spaceBefore: reader.optionalString("space_before") ?? base?.spaceBefore ?? "", and: text("and", base?.and))
  }
}

extension DateFormats {
  fileprivate static func read(_ reader: RecordReader, _ base: DateFormats?) -> DateFormats {
    let months = reader.has("months") ? reader.strings("months") : base?.months ?? []
    if months.count != 12 { reader.report("months", "needs twelve months") }
    return DateFormats(
      months: months, long: reader.pattern("long", ["day", "month", "year"], base: base?.long),
      firstDay: reader.optionalString("first_day") ?? base?.firstDay,
      on: reader.pattern("adverbial", ["date"], base: base?.on),
      month: reader.pattern("month", ["month", "year"], base: base?.month),
      inMonth: reader.pattern("in_month", ["month", "year"], base: base?.inMonth),
      inYear: reader.pattern("in_year", ["year"], base: base?.inYear),
      between: reader.pattern("between", ["from", "to"], base: base?.between),
      since: reader.pattern("since", ["date"], base: base?.since),
      until: reader.pattern("until", ["date"], base: base?.until))
  }
}

extension CitationStyle {
  fileprivate static func read(_ reader: RecordReader, _ base: CitationStyle?) -> CitationStyle {
    let one: Set<String> = ["n"]
    let range: Set<String> = ["n", "m"]
    func optional(_ key: String, _ names: Set<String>, _ base: String?) -> String? {
      reader.has(key) ? reader.pattern(key, names, base: nil) : base
    }
    let courts = reader.table("courts").map { ($0.key, $0.value) }
    let kinds = part(reader, base?.kinds)
    return CitationStyle(
      article: reader.pattern("article", one, base: base?.article),
      articles: reader.pattern("articles", range, base: base?.articles),
      section: reader.pattern("section", one, base: base?.section),
      sections: reader.pattern("sections", range, base: base?.sections),
      paragraph: reader.pattern("paragraph", one, base: base?.paragraph),
      paragraphs: reader.pattern("paragraphs", range, base: base?.paragraphs),
      paragraphBeforePoint: optional("paragraph_before_point", one, base?.paragraphBeforePoint),
      actParagraph: optional("act_paragraph", one, base?.actParagraph),
      actParagraphs: optional("act_paragraphs", range, base?.actParagraphs),
      point: reader.pattern("point", one, base: base?.point),
      points: reader.pattern("points", range, base: base?.points),
      item: reader.pattern("item", one, base: base?.item),
      itemPoint: reader.pattern("item_point", one, base: base?.itemPoint),
      isInnermostFirst: reader.optionalFlag("innermost_first") ?? base?.isInnermostFirst ?? false,
      act: reader.pattern("act", ["act"], base: base?.act),
      actAfterDetail: reader.pattern("act_after_detail", ["act"], base: base?.actAfterDetail),
      actBefore: optional("act_before", ["act"], base?.actBefore),
      recital: reader.pattern("recital", one, base: base?.recital),
      pinpoint: reader.pattern("pinpoint", one, base: base?.pinpoint),
      pinpoints: reader.pattern("pinpoints", range, base: base?.pinpoints),
      judgment: reader.pattern("judgment", ["court", "kind", "date"], base: base?.judgment),
      judgmentAgain: reader.pattern(
        "judgment_again", ["number"], optional: ["court", "name"], base: base?.judgmentAgain),
      judgmentAgainUnnamed: reader.pattern(
        "judgment_again_unnamed", ["number"], optional: ["court", "kind"], base: base?.judgmentAgainUnnamed),
      guideline: reader.pattern("guideline", ["court", "kind", "number", "date"], base: base?.guideline),
      guidelineAgain: reader.pattern("guideline_again", ["court", "kind", "number"], base: base?.guidelineAgain),
      decision: reader.pattern("decision", ["court", "kind", "number"], base: base?.decision),
      courts: (base?.courts ?? [:]).merging(courts) { _, own in own }, kinds: kinds,
      byAnalogy: reader.text("by_analogy", base: base?.byAnalogy))
  }

  private static func part(_ reader: RecordReader, _ base: [Judgment.Kind: String]?) -> [Judgment.Kind: String] {
    func read(_ group: RecordReader) -> [Judgment.Kind: String] {
      Dictionary(
        Judgment.Kind.allCases.map { ($0, group.text($0.rawValue, base: base?[$0])) },
        uniquingKeysWith: { first, _ in first })
    }
    if let base { return reader.optionalMapping("kinds", read) ?? base }
    return reader.mapping("kinds", read)
  }
}

extension RecordReader {
  /// A text that must be there unless the language to fall back to has it.
  func text(_ key: String, base: String?) -> String {
    if let base { return optionalString(key) ?? base }
    return string(key)
  }

  /// A pattern that must hold certain names and may hold others.
  func pattern(_ key: String, _ needed: Set<String>, optional: Set<String> = [], base: String?) -> String {
    let text = text(key, base: base)
    guard !text.isEmpty else { return text }
    guard let names = Pattern.names(in: text) else {
      report(key, "has a brace that is not closed")
      return text
    }
    let missing = needed.subtracting(names).sorted().map { "{\($0)}" }
    if !missing.isEmpty { report(key, "needs " + missing.joined(separator: ", ")) }
    let allowed = needed.union(optional)
    let unknown = names.filter { !allowed.contains($0) }.map { "{\($0)}" }
    if !unknown.isEmpty {
      let known = allowed.sorted().map { "{\($0)}" }.joined(separator: ", ")
      report(key, "does not know " + unknown.joined(separator: ", "), hint: "known here: \(known)")
    }
    return text
  }
}
