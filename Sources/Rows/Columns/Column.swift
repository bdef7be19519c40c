import Casebook
import Matter

/// What a column of a table holds, by the name it has here.
///
/// The names are the paths of the matter's fields, lists counted from 1: `objection.2.date`. A few stand only in tables.
public struct Column: Hashable, Sendable, CustomStringConvertible {
  /// The name, such as `objection.2.date`.
  public let name: String
  /// What its cells must be.
  public let kind: Kind
  /// The group it stands in, such as `objection`; empty at the top.
  let group: String
  /// Which entry of a list it belongs to, from 1; `nil` outside lists.
  let entry: Int?
  /// Its key in the group.
  let key: String
  /// Whether the column says something to the batch, and is no field of the matter.
  public let isOfTable: Bool

  /// What cells of a column must be.
  public enum Kind: String, Hashable, Sendable {
    /// One line of text, or several.
    case line, block
    /// One day; or a day, a month, a year or a range.
    case day, range
    /// One word of a closed list, or several with strokes between them.
    case word, words
    /// Numbers with strokes between them.
    case numbers
    /// Yes or no; or yes, no or unknown.
    case flag, yesNoUnknown
    /// A country's code, a postcode, a language's tag, a time of day.
    case country, postcode, language, time
    /// The row's reference.
    case reference
    /// The name of an account, or the link to a profile.
    case handle
    /// A file or folder.
    case path
  }

  /// The most entries of one list: more than anybody needs, and a bound on what a header can ask for.
  static let mostEntries = 50

  /// Knows a column by its name; `nil` if there is none of that name.
  public init?(_ name: String) {
    let full = Self.shortNames[name] ?? name
    let parts = full.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 3, let entry = Int(parts[1]), String(entry) == parts[1], (1...Self.mostEntries).contains(entry),
      let kind = Self.lists[parts[0]]?[parts[2]]
    {
      self.init(name: full, kind: kind, group: parts[0], entry: entry, key: parts[2])
    } else if let kind = Self.single[full] {
      self.init(
        name: full, kind: kind, group: parts.count == 2 ? parts[0] : "", entry: nil, key: parts.last ?? full)
    } else {
      return nil
    }
  }

  private init(name: String, kind: Kind, group: String, entry: Int?, key: String) {
    self.name = name
    self.kind = kind
    self.group = group
    self.entry = entry
    self.key = key
    isOfTable = Self.ofTable.contains(name)
  }

  /// The name.
  public var description: String { name }

  /// The name of the column without the number of its entry, such as `objection.date`.
  public var family: String { entry == nil ? name : "\(group).\(key)" }

  /// Every column there is, lists with their first entry, in the order of the matter.
  public static let all: [Column] = order.compactMap { Column($0) }

  /// The columns without which no row can become a complaint.
  public static let mandatory: [String] = [
    "reference", "person.given_name", "person.family_name", "person.street", "person.postal_code", "person.city",
    "person.country", "account.1.platform", "account.1.handle", "account.1.public_content", "account.1.ai_chats",
    "objection.1.date", "objection.1.date_basis", "objection.1.channel", "objection.1.reasons_known", "response.kind",
    "grounds.text", "effects.today", "declarations.truth_confirmed_on", "declarations.forward_to_controller",
  ]

  /// Those of a campaign, which may not ask everything of an account.
  ///
  /// - Parameter facts: what it asks.
  public static func mandatory(asking facts: [AccountFact]) -> [String] {
    let unasked = AccountFact.allCases.filter { !facts.contains($0) }.map { "account.1.\($0.rawValue)" }
    return mandatory.filter { !unasked.contains($0) }
  }

  /// The columns that say something to the batch, and are no fields of the matter.
  private static let ofTable: Set<String> = [
    "member_language", "role", "evidence.folder", "mandate.file", "mandate.date", "mandate.signature",
    "mandate.names",
  ]

  /// Names that are shorter in tables.
  static let shortNames: [String: String] = [
    "truth_confirmed_on": "declarations.truth_confirmed_on",
    "forward_to_controller": "declarations.forward_to_controller",
    "grounds_confidential": "declarations.grounds_confidential",
    "mail_unencrypted": "declarations.mail_unencrypted",
    "effects.children": "effects.minors",
    "prior.authority": "prior.1.authority", "prior.date": "prior.1.date", "prior.reference": "prior.1.reference",
    "court": "prior.court",
  ]

  private static let single: [String: Kind] = [
    "reference": .reference, "language": .language, "member_language": .language, "authority": .word, "basis": .word,
    "role": .word, "age": .word, "access_lost": .word,
    "person.given_name": .line, "person.family_name": .line, "person.street": .line, "person.extra_line": .line,
    "person.postal_code": .postcode, "person.city": .line, "person.country": .country, "person.date_of_birth": .day,
    "person.email": .line, "person.phone": .line,
    "response.kind": .word, "response.date": .range, "response.text": .block, "response.text_language": .language,
    "response.limits": .words, "response.reasons_given": .yesNoUnknown, "response.remedies_named": .yesNoUnknown,
    "response.checked_until": .day, "response.answered_on": .day,
    "grounds.text": .block, "grounds.language": .language,
    "effects.today": .block, "effects.today_language": .language, "effects.content": .words, "effects.special": .words,
    "effects.minors": .word,
    "evidence.folder": .path,
    "prior.complaints": .word, "prior.court": .yesNoUnknown, "prior.court_reference": .line,
    "prior.collective_action": .yesNoUnknown,
    "representative.name": .line, "representative.capacity": .line,
    "declarations.truth_confirmed_on": .day, "declarations.forward_to_controller": .flag,
    "declarations.grounds_confidential": .flag, "declarations.mail_unencrypted": .flag,
    "signature.kind": .word, "signature.place": .line, "signature.date": .day,
    "mandate.file": .path, "mandate.date": .day, "mandate.signature": .word,
    "mandate.names": .words,
  ]

  private static let lists: [String: [String: Kind]] = [
    "account": [
      "platform": .word, "handle": .handle, "email": .line, "accounts_centre": .word, "public_content": .yesNoUnknown,
      "public_content_since": .range, "ai_chats": .yesNoUnknown, "ai_chats_since": .range,
    ],
    "objection": [
      "date": .range, "date_basis": .word, "time": .time, "channel": .word, "url": .line, "accounts": .numbers,
      "reasons_known": .word, "reasons": .block, "reasons_language": .language, "code_entered": .yesNoUnknown,
      "acknowledged_on": .day, "also_requested": .words,
    ],
    "notice": ["date": .range, "kind": .word],
    "reminder": ["date": .range, "channel": .word],
    "hardship": ["step": .word, "description": .block],
    "evidence": [
      "file": .path, "message": .line, "role": .word, "date": .range, "entity": .line, "effective": .day,
      "caption": .line, "alt": .block, "transcript": .block, "language": .language,
    ],
    "prior": ["authority": .line, "date": .range, "reference": .line],
  ]

  private static let order: [String] = [
    "reference", "language", "member_language", "authority", "basis", "role", "person.given_name",
    "person.family_name", "person.street", "person.extra_line", "person.postal_code", "person.city", "person.country",
    "person.date_of_birth", "person.email", "person.phone", "account.1.platform", "account.1.handle",
    "account.1.email", "account.1.accounts_centre", "account.1.public_content", "account.1.public_content_since",
    "account.1.ai_chats", "account.1.ai_chats_since", "objection.1.date", "objection.1.date_basis",
    "objection.1.time", "objection.1.channel", "objection.1.url", "objection.1.accounts",
    "objection.1.reasons_known", "objection.1.reasons", "objection.1.reasons_language", "objection.1.code_entered",
    "objection.1.acknowledged_on", "objection.1.also_requested", "response.kind", "response.date", "response.text",
    "response.text_language", "response.limits", "response.reasons_given", "response.remedies_named",
    "response.checked_until", "response.answered_on", "notice.1.date", "notice.1.kind", "reminder.1.date",
    "reminder.1.channel", "hardship.1.step", "hardship.1.description", "grounds.text", "grounds.language",
    "effects.today", "effects.today_language", "effects.content", "effects.special", "effects.minors", "access_lost",
    "evidence.folder", "evidence.1.file", "evidence.1.message", "evidence.1.role", "evidence.1.date",
    "evidence.1.entity", "evidence.1.effective", "evidence.1.caption", "evidence.1.alt", "evidence.1.transcript",
    "evidence.1.language", "prior.complaints", "prior.1.authority",
    "prior.1.date", "prior.1.reference", "prior.court", "prior.court_reference", "prior.collective_action", "age",
    "representative.name", "representative.capacity", "declarations.truth_confirmed_on",
    "declarations.forward_to_controller", "declarations.grounds_confidential", "declarations.mail_unencrypted",
    "signature.kind", "signature.place", "signature.date", "mandate.file", "mandate.date", "mandate.signature",
    "mandate.names",
  ]
}
