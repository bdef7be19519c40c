import Document
import Haru

/// What a document says of itself, in its information dictionary and, in the same words, in its XMP packet.
public struct PDFMetadata: Hashable, Sendable {
  /// The title; names no person.
  public var title: String
  /// The program, such as `complain 1.0`.
  public var producer: String
  /// The day the document bears; the clock is not asked.
  public var date: PDFDate
  /// What programs are told of the exhibits.
  public var exhibits: [ExhibitRecord] = []
  /// Which of several files this is, from 1.
  public var part = 1

  /// Makes metadata.
  public init(title: String, producer: String, date: PDFDate) {
    self.title = title
    self.producer = producer
    self.date = date
  }
}

/// A day in the proleptic Gregorian calendar, written as its midnight in UTC.
public struct PDFDate: Hashable, Sendable {
  /// The year, 0 to 9999.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day, 1 to 31.
  public var day: Int

  /// Makes a day.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  var isPlausible: Bool { (0...9999).contains(year) && (1...12).contains(month) && (1...31).contains(day) }

  /// Writes `(D:20260301000000Z)` (ISO 32000-1 7.9.4).
  func write(to out: inout PDFBuffer) {
    out.raw("(D:")
    digits(of: year, 4, to: &out)
    digits(of: month, 2, to: &out)
    digits(of: day, 2, to: &out)
    out.raw("000000Z)")
  }

  /// Writes `2026-03-01T00:00:00Z`, as XMP has it (ISO 8601).
  func writeXMP(to out: inout PDFBuffer) {
    digits(of: year, 4, to: &out)
    out.raw("-")
    digits(of: month, 2, to: &out)
    out.raw("-")
    digits(of: day, 2, to: &out)
    out.raw("T00:00:00Z")
  }

  private func digits(of value: Int, _ count: Int, to out: inout PDFBuffer) {
    var power = 1
    for _ in 1..<count { power *= 10 }
    while power > 0 {
      out.byte(0x30 &+ UInt8(truncatingIfNeeded: value / power % 10))
      power /= 10
    }
  }
}
