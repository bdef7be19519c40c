import Casebook
import Checking
import Document
import Matter
import Templates

/// Computes what every name of `templates/variables.yaml` stands for in one matter.
///
/// Every flag is set, true or false; a text is set only where its source says something. So a template that prints a
/// text outside its flag is an error at the first matter that lacks it, and not an empty place in a signed paper.
final class Values {
  let brief: Brief
  /// The names under which exhibits are cited.
  let roles: Set<String>
  /// What becomes of the originals.
  let originals: Channel.Originals
  /// Patterns and names of States in the language of the document.
  let wording: DocumentWording

  /// How many names a document's values have, about.
  static let expected = 512

  var scope: ValueScope

  var matter: Matter { brief.matter }
  var dates: DateFormats { brief.language.dates }

  init(
    _ brief: Brief, roles: Set<String>, originals: Channel.Originals, preparation: Preparation
  ) {
    self.brief = brief
    self.roles = roles
    self.originals = originals
    wording = preparation.wording
    scope = preparation.citable
    parties()
    organisation()
    accounts()
    notices()
    objections()
    requests()
    response()
    today()
    grounds()
    annexes()
    procedure()
    policyFacts()
  }

  // MARK: setting

  func flag(_ name: String, _ isTrue: Bool) { scope.set(name, flag: isTrue) }

  func datum(_ name: String, _ text: String?) { scope.set(name, text: Self.said(text), .datum) }

  func phrase(_ name: String, _ text: String?) { scope.set(name, text: text) }

  func words(_ name: String, _ text: String?, language: String?) {
    guard let text = Self.said(text) else { return }
    scope.set(name, .text(InsertedText(text, .words, language: language.map { .init(rawValue: $0) })))
  }

  /// A text and the flag `has_…` beside it.
  func optional(_ group: String, _ name: String, _ text: String?) {
    flag("\(group).has_\(name)", Self.said(text) != nil)
    datum("\(group).\(name)", text)
  }

  /// A list whose items know whether a comma or an "and" follows.
  func list<Item>(_ name: String, _ items: [Item], _ fill: (Item, inout ValueScope) -> Void) {
    let scopes = items.enumerated().map { index, item in
      var scope = ValueScope(expecting: 32)
      fill(item, &scope)
      let following = items.count - 1 - index
      scope.set("comma", flag: following > 1)
      scope.set("and", flag: following == 1)
      scope.set("last", flag: following == 0)
      return scope
    }
    scope.set(name, .list(scopes))
  }

  func countryName(_ code: String) -> String { wording.states[code] ?? code }

  /// Since a day, month or year, as exactly as it is known.
  func since(_ range: DateRange) -> String {
    switch range.precision {
    case .day: dates.since(range.earliest)
    case .month: wording.text(.sinceMonth, ["month": dates.text(month: range.earliest)])
    case .year: wording.text(.sinceYear, ["year": String(range.earliest.year)])
    case .range: dates.since(range.latest)
    }
  }

  static func said(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    return text
  }
}

extension ValueScope {
  /// One flag for each case of a kind, true for the one that is meant.
  mutating func set<Kind: CaseIterable & Equatable>(_ kind: Kind?, _ name: (Kind) -> String) {
    for candidate in Kind.allCases { set(name(candidate), flag: candidate == kind) }
  }

  /// A person's running words with their language.
  mutating func set(_ name: String, words: String?, language: String?) {
    guard let words, !words.isEmpty else { return }
    set(name, .text(InsertedText(words, .words, language: language.map { .init(rawValue: $0) })))
  }
}
