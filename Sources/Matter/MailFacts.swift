/// What a mail says of itself that a matter may say too.
///
/// Anybody can have written it; what a server signed is said apart.
public struct MailFacts: Hashable, Sendable {
  /// The day in `Date`, where the sender's clock stood.
  public var date: CivilDate?
  /// The addresses in `From`, in small letters.
  public var senders: [String] = []
  /// The addresses in `To` and `Cc`, in small letters.
  public var recipients: [String] = []
  /// The Message-ID, without brackets.
  public var identifier: String?
  /// The Message-IDs of what it answers, without brackets.
  public var references: [String] = []
  /// The case numbers in its subject.
  public var cases: [String] = []
  /// The domains whose signature was verified.
  public var signers: [String] = []

  /// A mail nothing is known of.
  public init() {}

  /// The domain of an address.
  public static func domain(of address: String) -> String {
    address.lastIndex(of: "@").map { String(address[address.index(after: $0)...]) } ?? ""
  }

  /// The case numbers in a subject: what follows a word for it or a `#`, and holds a digit.
  public static func cases(in subject: String) -> [String] {
    var found: [String] = []
    var isAnnounced = false
    for word in subject.split(whereSeparator: { $0.isWhitespace || "[](){}<>,;\"".contains($0) }) {
      // `Ticket#1234`, `Case:EB-1`: the word for it and the number without a blank between them.
      let parts = word.split(omittingEmptySubsequences: false) { "#:".contains($0) }
      for (place, part) in parts.enumerated() {
        let text = trimmed(part)
        let isMarked = isAnnounced || (place > 0 && word.contains("#"))
        if isMarked, text.count >= 4, text.contains(where: \.isNumber), text.allSatisfy(isOfNumber), !isYear(text) {
          if !found.contains(text) { found.append(text) }
          isAnnounced = false
        } else if !text.isEmpty {
          // "Case no. 123": a short word may stand between.
          isAnnounced = announcing.contains(text.lowercased()) || (isAnnounced && text.count <= 3)
        }
      }
    }
    return found
  }

  private static func trimmed(_ word: Substring) -> String {
    func isSign(_ character: Character) -> Bool { !character.isLetter && !character.isNumber }
    var word = word.drop(while: isSign)
    while let last = word.last, isSign(last) { word.removeLast() }
    return String(word)
  }

  private static func isYear(_ text: String) -> Bool { Int(text).map { (1_900...2_100).contains($0) } ?? false }

  private static func isOfNumber(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-_./".contains(character))
  }

  /// What case numbers are called in the languages of the Union; nothing of it is printed.
  private static let announcing: Set<String> = [
    "case", "ticket", "request", "reference", "ref", "report", "vorgang", "vorgangsnummer", "fall", "fallnummer",
    "aktenzeichen", "zeichen", "geschäftszeichen", "anfrage", "dossier", "référence", "réf", "demande", "caso",
    "pratica",
    "riferimento", "rif", "expediente", "referencia", "zaak", "zaaknummer", "kenmerk", "referentie", "sprawa", "sprawy",
    "zgłoszenie", "ärende", "ärendenummer", "sag", "sagsnummer", "sak", "tapaus", "processo", "případ", "ügyszám",
    "caz",
  ]
}
