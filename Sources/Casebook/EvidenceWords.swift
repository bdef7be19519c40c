import Matter
import Records

/// How people call their evidence, in all languages at once: `locales/evidence`.
public struct EvidenceWords: Hashable, Sendable {
  /// What a table of evidence says of a file, each in a column of its own.
  public enum Column: String, CaseIterable, Hashable, Sendable {
    case file, message, role, date, entity, effective, caption, alt, transcript, language
  }

  private var roles: [String: EvidenceItem.Role] = [:]
  private var columns: [String: Column] = [:]
  /// The most words a role has, such as `power of attorney`.
  private var mostWords = 2

  /// The words of the schema, and none of a language.
  public init() {
    for role in EvidenceItem.Role.allCases { roles[Self.folded(role.rawValue)] = role }
    for column in Column.allCases { columns[column.rawValue] = column }
  }

  /// The role that a word names, such as `Widerspruch`, `access_reply` or `accusé de réception`.
  public func role(named word: String) -> EvidenceItem.Role? { roles[Self.folded(word)] }

  /// The role that a file's name begins with, after a number: `2-Antwort vom Juni.eml`.
  public func role(ofFile name: String) -> EvidenceItem.Role? {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    let words = String(stem).composed.split { !$0.isLetter }
    let longest = min(words.count, mostWords)
    // The longest wins: an access reply is no proof of mere access.
    return (0..<longest).reversed().lazy.compactMap { roles[Self.folded(words[...$0].joined())] }.first
  }

  /// Whether a file of this name is no piece of evidence: what systems and office programs leave in folders by themselves, and the key
  /// records that signatures of mails are verified with.
  public static func isNoEvidence(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasPrefix("~$") || ["thumbs.db", "desktop.ini"].contains(name.lowercased())
      || name.contains("._domainkey.")
  }

  /// The column that a name in the first row means.
  public func column(named name: String) -> Column? { columns[Self.folded(name)] }

  private mutating func add(_ reader: RecordReader) {
    for (key, words) in reader.texts("roles", as: EvidenceItem.Role.self) {
      for word in words {
        roles[Self.folded(word)] = key
        mostWords = max(mostWords, word.split { !$0.isLetter }.count)
      }
    }
    for (key, words) in reader.texts("columns", as: Column.self) {
      for word in words { columns[Self.folded(word)] = key }
    }
  }

  /// A word by its letters alone, small and put together; a sigma at the end of a Greek word is one like the others.
  private static func folded(_ word: some StringProtocol) -> String {
    String(word).composed.lowercased().replacing("ς", with: "σ").filter(\.isLetter)
  }

  static func read(_ reader: RecordReader, adding words: EvidenceWords) -> (language: String, words: EvidenceWords) {
    var words = words
    let language = reader.string("language")
    _ = reader.oneOf("status", Language.Status.self)
    words.add(reader)
    return (language, words)
  }
}

extension RecordReader {
  /// Lists of words by words of the schema.
  fileprivate func texts<Key: RawRepresentable<String> & CaseIterable>(
    _ key: String, as _: Key.Type
  ) -> [(key: Key, words: [String])] {
    mapping(key) { reader in Key.allCases.map { (key: $0, words: reader.strings($0.rawValue)) } }
  }
}
