/// How a language cites provisions, judgments and guidelines; every field is a pattern.
public struct CitationStyle: Hashable, Sendable {
  /// One article: `{n}`; several: `{n}` to `{m}`.
  public var article: String, articles: String
  /// One section; several.
  public var section: String, sections: String
  /// What follows the article: one paragraph; several.
  public var paragraph: String, paragraphs: String
  /// A paragraph that a point follows, where that changes its form.
  public var paragraphBeforePoint: String?
  /// What follows the article of an act other than a regulation of the Union, where it is called otherwise.
  public var actParagraph: String?, actParagraphs: String?
  /// What follows the paragraph: one point; several.
  public var point: String, points: String
  /// One number of a list of definitions (Article 4 GDPR), which follows the article directly.
  public var item: String
  /// A point that follows such a number.
  public var itemPoint: String
  /// Whether points stand before their paragraph, and that before its article.
  public var isInnermostFirst: Bool
  /// What joins the act to an article without paragraph: `{act}`.
  public var act: String
  /// What joins the act to an article with a paragraph.
  public var actAfterDetail: String
  /// What joins the act to what follows it, where a language puts it first: `{act}`.
  public var actBefore: String?
  /// A recital of the GDPR.
  public var recital: String
  /// One paragraph of a judgment or guideline; several: `{n}` to `{m}`.
  public var pinpoint: String, pinpoints: String
  /// The opening of a judgment in full: `{court}`, `{kind}`, `{date}`; name, numbers and ECLI follow.
  public var judgment: String
  /// A judgment that has been cited before: `{court}`, `{name}`, `{number}`.
  public var judgmentAgain: String
  /// The same for one without a usual name.
  public var judgmentAgainUnnamed: String
  /// The opening of a guideline in full: `{court}`, `{kind}`, `{number}`, `{date}`; title and version follow.
  public var guideline: String
  /// A guideline that has been cited before: `{court}`, `{kind}`, `{number}`.
  public var guidelineAgain: String
  /// A decision whose day is not known: `{court}`, `{kind}`, `{number}`.
  public var decision: String
  /// The names of courts and boards by key.
  public var courts: [String: String]
  /// The names of kinds.
  public var kinds: [Judgment.Kind: String]
  /// "By analogy", as it stands in brackets.
  public var byAnalogy: String
}
