import Digests
import Matter

/// A calendar file (RFC 5545) of whole days, such as the day on which an answer is due.
///
/// It knows no clock: the same days give the same bytes, and a day keeps its UID, so that a calendar into which the
/// file is read twice shows it once.
public struct CalendarFile: Hashable, Sendable {
  /// An all-day event.
  public struct Day: Hashable, Sendable {
    /// What kind of day this is, a lasting word such as `answer_due`; part of the UID, never printed.
    public var kind: String
    /// The day.
    public var date: CivilDate
    /// The line a calendar shows.
    public var title: String
    /// What to do on that day, in paragraphs divided by line feeds; empty for none.
    public var details: String

    /// Takes a day with its words.
    public init(kind: String, date: CivilDate, title: String, details: String = "") {
      self.kind = kind
      self.date = date
      self.title = title
      self.details = details
    }
  }

  /// The days, in the order they are written.
  public var days: [Day]
  /// What the days belong to, such as a hash of the matter's document: part of every UID, never printed.
  public var key: String
  /// The day the file stands for (DTSTAMP), such as the day of filing.
  public var stamp: CivilDate
  /// The language of titles and details, as a BCP 47 tag.
  public var language: String

  /// Takes days, what they belong to, the day they were computed for, and the language of their words.
  public init(days: [Day], key: String, stamp: CivilDate, language: String) {
    self.days = days
    self.key = key
    self.stamp = stamp
    self.language = language
  }

  /// The file: UTF-8, lines of at most 75 octets that end in CR LF.
  public var bytes: [UInt8] {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//complain//complain//EN", "METHOD:PUBLISH"]
    for day in days {
      lines += [
        "BEGIN:VEVENT",
        "UID:\(uid(of: day))",
        "DTSTAMP:\(Self.basic(stamp))T000000Z",
        "DTSTART;VALUE=DATE:\(Self.basic(day.date))",
        // The end of a whole day is the day after, which is not part of it (section 3.6.1).
        "DTEND;VALUE=DATE:\(Self.basic(day.date.adding(days: 1)))",
        "SUMMARY;LANGUAGE=\(language):\(Self.escaped(day.title))",
      ]
      if !day.details.isEmpty { lines.append("DESCRIPTION;LANGUAGE=\(language):\(Self.escaped(day.details))") }
      lines += ["CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT"]
    }
    lines.append("END:VCALENDAR")
    return lines.flatMap(Self.folded)
  }

  /// A UUID of version 8 (RFC 9562): a hash of the kind, the date and the key.
  private func uid(of day: Day) -> String {
    let digest = SHA256Digest(of: Array("\(day.kind)\u{0}\(day.date)\u{0}\(key)".utf8)).hexadecimal
    var digits = Array(digest.prefix(32))
    digits[12] = "8"
    digits[16] = "8"
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }

  private static func basic(_ date: CivilDate) -> String { date.description.filter { $0 != "-" } }

  /// TEXT values (section 3.3.11); control characters are not allowed in them.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.unicodeScalars.append("\\")
        result.unicodeScalars.append(scalar)
      case "\n": result += "\\n"
      case "\u{0}"..."\u{1F}", "\u{7F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Folds a line (section 3.1) without cutting a character in two.
  private static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var length = 0
    for scalar in line.unicodeScalars {
      let encoded = UTF8.encode(scalar).map(Array.init) ?? []
      if length + encoded.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        length = 1
      }
      bytes += encoded
      length += encoded.count
    }
    return bytes + [0x0D, 0x0A]
  }
}
