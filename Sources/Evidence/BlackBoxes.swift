import Document
import Matter

/// The rectangles to be blacked out in the pictures of one file.
struct BlackBoxes {
  private let areas: [Redaction.Area]

  /// - Parameter areas: as the person gave them.
  init(_ areas: [Redaction.Area] = []) { self.areas = areas }

  var isEmpty: Bool { areas.isEmpty }

  /// Throws where an area lies on no page, or outside its picture.
  func check(pages: Int) throws(FormatFault) {
    func names(_ isWrong: (Redaction.Area) -> Bool) -> [String] {
      areas.indices.filter { isWrong(areas[$0]) }.map { "areas.\($0 + 1)" }
    }
    let astray = names { $0.page.map { $0 > pages } ?? (pages > 1) }
    guard astray.isEmpty else { throw .redaction(.page(astray, pages: pages)) }
    let outside = names { $0.rectangle == nil }
    guard outside.isEmpty else { throw .redaction(.outside(outside)) }
  }

  /// The rectangles of a page, from 1.
  func on(page: Int) -> [Redaction.Area.Rectangle] {
    areas.filter { ($0.page ?? 1) == page }.compactMap(\.rectangle)
  }
}

extension Redaction.Area {
  /// An area that has a size and lies within the picture, as shares of 1.
  struct Rectangle: Hashable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    /// The pixels it covers wholly or in part, of a picture as it is stored.
    ///
    /// - Parameters:
    ///   - grid: the pixels that were encoded together, which each tell something of the others.
    func pixels(
      width: Int, height: Int, orientation: Image.Orientation, grid: (across: Int, down: Int)
    ) -> (columns: Range<Int>, rows: Range<Int>) {
      let (first, last) = (orientation.stored(left, top), orientation.stored(right, bottom))
      return (
        Self.range(first.x, last.x, of: width, grid: grid.across),
        Self.range(first.y, last.y, of: height, grid: grid.down)
      )
    }

    private static func range(_ one: Double, _ other: Double, of size: Int, grid: Int) -> Range<Int> {
      let first = Int((min(one, other) * Double(size)).rounded(.down)) / grid * grid
      let last = (Int((max(one, other) * Double(size)).rounded(.up)) + grid - 1) / grid * grid
      return max(0, first)..<min(size, max(first + 1, last))
    }
  }

  /// The rectangle; nil where it has no size or reaches beyond the picture.
  var rectangle: Rectangle? {
    guard let left, let top, let width, let height, width > 0, height > 0 else { return nil }
    // Thousandths that were rounded when they were written.
    guard left + width <= 100.001, top + height <= 100.001 else { return nil }
    return Rectangle(
      left: left / 100, top: top / 100, right: min(1, (left + width) / 100), bottom: min(1, (top + height) / 100))
  }
}

extension Image.Orientation {
  /// Where a place of the picture as it is seen lies in the stored one; shares of width and height.
  fileprivate func stored(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    switch self {
    case .upright: (x, y)
    case .mirrored: (1 - x, y)
    case .turnedHalf: (1 - x, 1 - y)
    case .flipped: (x, 1 - y)
    case .transposed: (y, x)
    case .turnedRight: (y, 1 - x)
    case .transversed: (1 - y, 1 - x)
    case .turnedLeft: (1 - y, x)
    }
  }
}
