/// What a document states of an exhibit's original, for programs that compare the two later.
public struct ExhibitRecord: Hashable, Sendable {
  /// The name under which a PDF file holds these statements.
  public static let application = "complain"

  /// Where the original is.
  public enum Place: String, CaseIterable, Hashable, Sendable {
    /// Inside the document, under its name.
    case embedded = "Embedded"
    /// A file of its own beside the document, under its name.
    case beside = "Beside"
    /// With the complainant.
    case kept = "Kept"
    /// With the complainant, who has blacked out something: neither size nor hash is stated.
    case withheld = "Withheld"
  }

  /// The annex's number as it is printed, such as `3`.
  public var number: String
  /// The name of the original; nil where it is not delivered.
  public var name: String?
  /// Where the original is.
  public var place: Place
  /// The size of the original, in bytes; nil where it is withheld.
  public var size: Int?
  /// The SHA-256 of the original, 64 hexadecimal digits; nil where it is withheld.
  public var sha256: String?
  /// In which of several files the annex stands, from 1.
  public var part: Int

  /// Makes a record.
  public init(number: String, name: String?, place: Place, size: Int?, sha256: String?, part: Int = 1) {
    self.number = number
    self.name = name
    self.place = place
    self.size = size
    self.sha256 = sha256
    self.part = part
  }
}
