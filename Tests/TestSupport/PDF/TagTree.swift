/// An element of a file's tag tree (ISO 32000-1 14.7.2).
public struct TagElement: Sendable {
  /// What an element holds.
  public enum Kid: Sendable {
    case element(TagElement)
    /// A marked content sequence, by the page's place (from 0) and its number there.
    case content(page: Int, mcid: Int)
    /// An annotation's object number.
    case annotation(Int)
    /// Something that leads nowhere; the words say what.
    case broken(String)
  }
  /// Its object's number.
  public var number: Int
  /// Its structure type, role map followed.
  public var role: String
  /// Its dictionary.
  public var dictionary: [String: PDFObject]
  /// What it holds, in reading order.
  public var kids: [Kid]
  /// Its attributes by owner and name, such as `["Table": ["Scope": …]]`.
  public var attributes: [String: [String: PDFObject]]

  /// The elements it holds.
  public var elements: [TagElement] {
    kids.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }
  /// It and all elements below, in reading order.
  public var subtree: [TagElement] { [self] + elements.flatMap(\.subtree) }
  /// The level of a heading.
  public var headingLevel: Int? {
    role.count == 2 && role.hasPrefix("H") ? role.last?.wholeNumberValue : nil
  }
  /// Its own language, nil if it is the parent's.
  public var language: String? { dictionary["Lang"]?.text }
  /// Its alternative description.
  public var alternative: String? { dictionary["Alt"]?.text }
}

/// A file opened for looking at what it says: pages, tag tree, text.
public struct TaggedPDFReader: Sendable {
  /// The file.
  public let file: PDFFile
  /// The pages in order.
  public let pages: [PDFPage]
  /// The element under `StructTreeRoot`; nil without a tag tree or with several roots.
  public let root: TagElement?

  /// Opens a file.
  public init(_ file: PDFFile) {
    self.file = file
    pages = file.pages()
    var places: [Int: Int] = [:]
    for (place, page) in pages.enumerated() { places[page.number] = place }
    let tree = file.dictionary(file.catalog["StructTreeRoot"]) ?? [:]
    var kids = file.array(tree["K"]) ?? []
    if kids.isEmpty, let only = tree["K"] { kids = [only] }
    let builder = Builder(file: file, pages: places, roles: file.dictionary(tree["RoleMap"]) ?? [:])
    if kids.count == 1, case .element(let element) = builder.kid(kids[0], page: nil, depth: 0) {
      root = element
    } else {
      root = nil
    }
  }

  /// All elements in reading order.
  public var elements: [TagElement] { root?.subtree ?? [] }

  /// The characters of an element and all below it, as its glyphs say them: soft hyphens and spaces included.
  public func rawText(_ element: TagElement) -> String {
    element.kids.map { kid in
      switch kid {
      case .element(let inner): rawText(inner)
      case .content(let page, let mcid): pages[page].sequence(mcid)?.text ?? ""
      case .annotation, .broken: ""
      }
    }.joined()
  }

  /// The characters of an element as its author wrote them: soft hyphens gone, words whole again.
  public func text(_ element: TagElement) -> String {
    rawText(element).filter { $0 != "\u{AD}" }
  }

  /// The text of the whole document in reading order, one block element a line.
  public func text() -> String {
    root.map { blocks($0).joined(separator: "\n") } ?? ""
  }

  private func blocks(_ element: TagElement) -> [String] {
    let isGroup = ["Document", "Part", "Sect", "Div", "Table", "THead", "TBody", "TR", "L", "LI", "BlockQuote"]
      .contains(element.role)
    if isGroup && !element.elements.isEmpty { return element.elements.flatMap(blocks) }
    // A body of several blocks is several lines, one of words alone is one.
    let inner = element.elements
    let holdsBlocks = inner.contains { ["P", "L", "Table", "BlockQuote", "Figure"].contains($0.role) }
    if holdsBlocks { return inner.flatMap(blocks) }
    return [text(element)]
  }

  private struct Builder {
    let file: PDFFile
    let pages: [Int: Int]
    let roles: [String: PDFObject]

    func kid(_ object: PDFObject, page: Int?, depth: Int) -> TagElement.Kid {
      guard depth < 64 else { return .broken("the tree is deeper than 64 levels, or runs in a circle") }
      if let mcid = file.resolve(object)?.integer {
        return page.map { .content(page: $0, mcid: mcid) } ?? .broken("content without a page")
      }
      guard let dictionary = file.dictionary(object) else { return .broken("a kid that is not there") }
      let ownPage = dictionary["Pg"]?.reference.flatMap { pages[$0] } ?? page
      switch dictionary["Type"]?.name {
      case "MCR":
        guard let mcid = dictionary["MCID"]?.integer, let ownPage else { return .broken("an MCR without a page") }
        return .content(page: ownPage, mcid: mcid)
      case "OBJR":
        guard let target = dictionary["Obj"]?.reference, file.dictionary(.reference(target)) != nil else {
          return .broken("an OBJR without an object")
        }
        return .annotation(target)
      default:
        guard let number = object.reference else { return .broken("an element that is no object of its own") }
        return .element(element(number, dictionary, page: ownPage, depth: depth))
      }
    }

    private func element(_ number: Int, _ dictionary: [String: PDFObject], page: Int?, depth: Int) -> TagElement {
      let name = dictionary["S"]?.name ?? ""
      var kids: [TagElement.Kid] = []
      if let many = file.array(dictionary["K"]) {
        kids = many.map { kid($0, page: page, depth: depth + 1) }
      } else if let one = dictionary["K"] {
        kids = [kid(one, page: page, depth: depth + 1)]
      }
      var attributes: [String: [String: PDFObject]] = [:]
      let lists = file.array(dictionary["A"]) ?? dictionary["A"].map { [$0] } ?? []
      for list in lists.compactMap({ file.dictionary($0) }) {
        attributes[list["O"]?.name ?? "", default: [:]].merge(list) { $1 }
      }
      return TagElement(
        number: number, role: roles[name]?.name ?? name, dictionary: dictionary, kids: kids, attributes: attributes)
    }
  }
}
