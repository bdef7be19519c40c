/// The sheet and where things stand on it, in points from its upper left corner.
enum PageGeometry {
  /// Points of a millimetre.
  static func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }

  /// A4 (ISO 216).
  static let width = points(210)
  static let height = points(297)
  static let left = points(25)
  static let right = width - points(20)
  /// From margin to margin.
  static let measure = right - left
  /// The column the numbers of headings and paragraphs stand in.
  static let numberColumn = points(10.5)

  /// Where text begins on every page but a letter's first.
  static let top = points(24)
  /// Where text and footnotes end.
  static let bottom = height - points(20.5)
  /// The running head's baseline.
  static let headBaseline = points(15)
  /// The foot's baseline.
  static let footBaseline = height - points(12.5)
  /// Where the stamp of annex pages begins.
  static let stampTop = points(19.5)
  /// The room between a stamp's last line and what stands beneath it.
  static let stampAfter = 26.0
  /// Where a letter's first line stands.
  static let senderTop = points(15)
  /// Where a logo begins, and the most room it takes: above every country's address window.
  static let logoTop = points(13)
  static let logoWidth = points(60)
  static let logoHeight = points(22)
  /// The column for senders whose lines would run into the address window.
  static let sideColumn = points(130)
  /// Where fold and punch marks begin, and how long they are: as far out as printers reach.
  static let markLeft = points(5)
  static let foldMark = points(4)
  static let punchMark = points(6)

  /// Between text and the rule above footnotes, and between the rule and the first of them.
  static let noteRuleBefore = 10.0
  static let noteRuleAfter = 4.0
  static let noteRuleWidth = points(40)
  /// Where a note's text stands beside its number.
  static let noteIndent = 14.0

  static let cellPadding = 3.2
  static let columnGap = 9.0
}
