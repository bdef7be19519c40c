import Fonts
import Typesetting

/// Finds rivers among glyphs that stand in their places: three lines, one under the other, with a space in each that is more
/// than half as wide again as the font has it and that stands under the one above.
///
/// It knows nothing of how the lines were found.
public struct RiverReader {
  /// What a space may grow to, in parts of its natural width.
  private static let widest = 1.5
  /// Glyphs stand on thousandths of their size, and a space takes up what they left over.
  private static let tolerance = 0.01
  private static let length = 3

  private let fonts: FontLibrary

  /// Makes a reader.
  ///
  /// - Parameter fonts: those the glyphs are of.
  public init(_ fonts: FontLibrary) { self.fonts = fonts }

  /// How many rivers run through lines.
  ///
  /// - Parameter lines: from top to bottom the runs of each and their left edges, in points.
  public func rivers(in lines: [[(run: GlyphRun, x: Double)]]) -> Int {
    var rivers = 0
    // the wide spaces of the line above, and how many lines of wide spaces end with each
    var above: [(space: ClosedRange<Double>, length: Int)] = []
    for line in lines {
      above = wideSpaces(line).map { space in
        let length = 1 + (above.filter { reaches($0.space, space) }.map(\.length).max() ?? 0)
        if length == Self.length { rivers += 1 }
        return (space, length)
      }
    }
    return rivers
  }

  private func reaches(_ above: ClosedRange<Double>, _ below: ClosedRange<Double>) -> Bool {
    min(above.upperBound, below.upperBound) - max(above.lowerBound, below.lowerBound) > Self.tolerance
  }

  private func wideSpaces(_ line: [(run: GlyphRun, x: Double)]) -> [ClosedRange<Double>] {
    var spaces: [ClosedRange<Double>] = []
    var end = -Double.infinity
    for (run, left) in line {
      var x = left
      for glyph in run.glyphs {
        let width = Double(glyph.advance) * run.size / 1000
        if !isSpace(glyph, run) {
          end = max(end, x + width)
        } else if Double(glyph.advance) > (Self.widest + Self.tolerance) * Double(glyph.natural) {
          spaces.append(x...(x + width))
        }
        x += width
      }
    }
    // the space at which the line ends is seen by nobody
    return spaces.filter { $0.lowerBound < end }
  }

  private func isSpace(_ glyph: GlyphRun.Glyph, _ run: GlyphRun) -> Bool {
    [" ", "\u{A0}"].contains(fonts[run.face].text(of: glyph.id))
  }
}
