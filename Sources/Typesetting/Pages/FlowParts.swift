import Document

/// A set paragraph at its place in a document.
struct FlowParagraph {
  /// What stands before the first line: a number or a label.
  struct Hanging {
    var run: GlyphRun
    var x: Double
    /// The element that holds it; -1 for the paragraph's own.
    var element = -1
    /// The note it leads back from; -1 for none.
    var note = -1
  }
  var set: SetParagraph
  /// The element its own text belongs to.
  var element: Int
  /// Its left edge, in points from the sheet's.
  var x: Double
  var hanging: Hanging?
  /// Where the elements of its nodes are kept.
  var firstNode = 0
  /// The number of its first footnote among the document's.
  var firstNote = 0
}

/// A footnote.
struct FlowNote {
  var paragraph: Int
  /// The slab its mark is in.
  var slab: Int
  /// What the document prints as its number.
  var number: Int
  /// What it says.
  var content: [Inline]
  /// The number of the paragraph its mark is in, if that has one.
  var inParagraph: Int?
}

/// A picture at its place in a document.
struct FlowFigure {
  var image: Int
  var element: Int
  var x: Double
  var width: Double
  var height: Double
}

/// A table at its place in a document.
struct FlowTable {
  /// A line of text in a row, from the row's upper edge.
  struct Line {
    var paragraph: Int
    var line: Int
    var top: Double
    var height: Double
  }
  struct Row {
    /// The lines cell by cell.
    var lines: [Line]
    var height: Double
    /// Where the parts of a row begin that is taller than a page; the first is 0.
    var parts: [Double] = [0]
  }
  var x: Double
  var width: Double
  var head: Row?
  var rows: [Row]
}
