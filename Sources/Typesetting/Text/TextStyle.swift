import Fonts

/// How a kind of text looks: the face, its size, the distance of baselines, the shape of its lines.
struct TextStyle: Hashable, Sendable {
  /// Where lines end.
  enum Alignment: UInt8, Hashable, Sendable {
    case justified
    case ragged
    case right
  }
  /// A small number of its own, for keys.
  var id: UInt8
  var family: FontFamily
  var isBold = false
  var isItalic = false
  /// The size in half points, a whole number, so that all widths are.
  var halfPoints: Int
  /// The distance of baselines, in points.
  var leading: Double
  var alignment: Alignment = .ragged
  /// Whether words may be divided.
  var hyphenates = false
  /// The space above a paragraph that follows another, in points.
  var spaceBefore: Double = 0

  /// The size, in points.
  var size: Double { Double(halfPoints) / 2 }

  /// How far under the upper edge of its line the baseline is, in points: the letters stand in the middle.
  var baseline: Double { (leading + 0.62 * size) / 2 }
}

extension TextStyle {
  static let body = TextStyle(
    id: 0, family: .serif, halfPoints: 22, leading: 14.5, alignment: .justified, hyphenates: true, spaceBefore: 5)
  static let ragged = TextStyle(id: 1, family: .serif, halfPoints: 22, leading: 14.5, spaceBefore: 6)
  static let right = TextStyle(
    id: 2, family: .sans, halfPoints: 21, leading: 13.5, alignment: .right, spaceBefore: 6)
  static let remark = TextStyle(id: 3, family: .sans, halfPoints: 19, leading: 12, spaceBefore: 5)
  static let verbatim = TextStyle(id: 4, family: .sans, halfPoints: 20, leading: 13, spaceBefore: 3)
  static let quotation = TextStyle(
    id: 5, family: .serif, halfPoints: 21, leading: 14, alignment: .justified, hyphenates: true, spaceBefore: 6)
  static let title = TextStyle(
    id: 6, family: .serif, isBold: true, halfPoints: 36, leading: 22, spaceBefore: 22)
  static let subtitle = TextStyle(id: 7, family: .serif, isItalic: true, halfPoints: 24, leading: 16, spaceBefore: 4)
  static let heading = TextStyle(
    id: 8, family: .serif, isBold: true, halfPoints: 27, leading: 17.5, spaceBefore: 18)
  static let subheading = TextStyle(
    id: 9, family: .serif, isBold: true, halfPoints: 22, leading: 14.5, spaceBefore: 11)
  static let note = TextStyle(
    id: 10, family: .serif, halfPoints: 18, leading: 11.5, alignment: .justified, hyphenates: true, spaceBefore: 1.5)
  static let cell = TextStyle(id: 11, family: .sans, halfPoints: 19, leading: 12.5)
  static let cellHead = TextStyle(id: 12, family: .sans, isBold: true, halfPoints: 19, leading: 12.5)
  static let captionCell = TextStyle(id: 13, family: .sans, halfPoints: 20, leading: 13)
  static let captionHead = TextStyle(id: 14, family: .sans, isBold: true, halfPoints: 20, leading: 13)
  static let fineCell = TextStyle(id: 15, family: .sans, halfPoints: 18, leading: 11.5)
  static let fineHead = TextStyle(id: 16, family: .sans, isBold: true, halfPoints: 18, leading: 11.5)
  static let address = TextStyle(id: 17, family: .sans, halfPoints: 21, leading: 13.5)
  static let sender = TextStyle(id: 18, family: .sans, halfPoints: 19, leading: 12.5)
  static let furniture = TextStyle(id: 19, family: .sans, halfPoints: 18, leading: 11.5)
  static let stamp = TextStyle(id: 20, family: .sans, halfPoints: 18, leading: 11.5)
  static let number = TextStyle(id: 21, family: .serif, halfPoints: 22, leading: 14.5)
  static let noteNumber = TextStyle(id: 22, family: .serif, halfPoints: 18, leading: 11.5)
}
