/// A piece of a page that is never divided: a line, a table row, a picture.
struct Slab {
  enum Content {
    case line(paragraph: Int, line: Int)
    /// A row, or a part of one that is taller than a page.
    case row(table: Int, row: Int, part: Int)
    case figure(Int)
    /// White.
    case blank
    /// A line to sign on, of this width.
    case rule(x: Double, width: Double)
  }
  var content: Content
  var height: Double
  /// The white above it, dropped at the top of a page.
  var before = 0.0
  /// Whether a page may end before it.
  var mayBreakBefore = true
  /// What a page end before it costs, in points of white that would be as bad.
  var breakCost = 0.0
  /// Whether a page must end before it.
  var startsPage = false
  /// What it may be scaled down to.
  var leastHeight: Double
  /// The footnotes whose marks are in it.
  var notes = 0..<0
  /// The height of the column heads a page repeats if it begins here.
  var repeatedHead = 0.0
  /// The annex it belongs to; -1 for none.
  var annex = -1

  init(_ content: Content, height: Double, before: Double = 0) {
    self.content = content
    self.height = height
    self.before = before
    leastHeight = height
  }
}

/// What goes on a page.
struct PagePlan: Equatable {
  /// Lines of a footnote.
  struct NotePart: Equatable {
    var note: Int
    var lines: Range<Int>
  }
  var slabs: Range<Int>
  var notes: [NotePart] = []
  /// The annex and the page's number in it, from 1; -1 for none.
  var annex = -1
  var annexPage = 0
  /// Where the text begins, in points from the upper edge.
  var top: Double
  /// Whether the space before the first slab stays: something of the page's own stands above it.
  var keepsFirstSpace = false
  /// The heights of slabs that had to be scaled down.
  var scaled: [Int: Double] = [:]
}
