import Typesetting

/// One reason why a document would not conform to PDF/A-3a (ISO 19005-3) or PDF/UA-1 (ISO 14289-1).
///
/// Says what is wrong and where in the layout, never what the document says there.
public struct ConformanceProblem: Error, Hashable, Sendable {
  /// What is wrong.
  public var rule: ConformanceRule
  /// Where.
  public var location: Location

  /// A place in the layout the caller handed over.
  public enum Location: Hashable, Sendable {
    /// The document as a whole.
    case document
    /// An element of the tag tree: its place in `Layout.elements` and the roles down to it.
    case element(Int, path: String)
    /// A page, from 0.
    case page(Int)
    /// A marked content sequence of a page.
    case content(page: Int, sequence: Int)
    /// A link of a page.
    case link(page: Int, link: Int)
    /// A bookmark, counted through in reading order from 0.
    case bookmark(Int)
    /// An image, by its place in `Layout.images`.
    case image(Int)
    /// An attachment, by its place in the list.
    case attachment(Int)
    /// A glyph of a face.
    case glyph(UInt16, face: String)
  }

  /// Makes a problem.
  public init(_ rule: ConformanceRule, at location: Location) {
    self.rule = rule
    self.location = location
  }
}

extension ConformanceProblem: CustomStringConvertible {
  /// What is wrong, the clause that says so, and where.
  public var description: String { "\(rule.message) (\(rule.clause)) at \(location)" }
}

extension ConformanceProblem.Location: CustomStringConvertible {
  /// The place in words.
  public var description: String {
    switch self {
    case .document: "the document"
    case .element(let index, let path): "\(path) (element \(index))"
    case .page(let page): "page \(page + 1)"
    case .content(let page, let sequence): "page \(page + 1), content \(sequence)"
    case .link(let page, let link): "page \(page + 1), link \(link)"
    case .bookmark(let place): "bookmark \(place)"
    case .image(let place): "image \(place)"
    case .attachment(let place): "attachment \(place)"
    case .glyph(let glyph, let face): "glyph \(glyph) of \(face)"
    }
  }
}
