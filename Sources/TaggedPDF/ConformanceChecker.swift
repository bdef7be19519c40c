import Document
import Typesetting

/// Finds everything in a layout that would keep the document from conforming; what it lets pass can be written.
struct ConformanceChecker {
  let layout: Layout
  var problems: [ConformanceProblem] = []
  /// For every page, where its content sequences and links begin in the two lists of claims.
  private var contentStart: [Int] = []
  private var linkStart: [Int] = []
  /// The element that owns each content sequence; -1 for artifacts.
  private var contentOwners: [Int] = []
  private var contentClaims: [UInt8]
  private var linkClaims: [UInt8]
  private var elementClaims: [UInt8]

  init(_ layout: Layout) {
    self.layout = layout
    var contents = 0
    var links = 0
    for page in layout.pages {
      contentStart.append(contents)
      linkStart.append(links)
      contents += page.contents.count
      links += page.links.count
      for content in page.contents {
        if case .element(let owner) = content.owner { contentOwners.append(owner) } else { contentOwners.append(-1) }
      }
    }
    contentStart.append(contents)
    contentClaims = Array(repeating: 0, count: contents)
    linkClaims = Array(repeating: 0, count: links)
    elementClaims = Array(repeating: 0, count: layout.elements.count)
  }

  /// Checks everything.
  mutating func check(_ metadata: PDFMetadata, _ attachments: [Attachment]) {
    checkDocument(metadata)
    claim()
    checkClaims()
    if problems.isEmpty { checkHeadings() }
    for index in layout.elements.indices { checkElement(index) }
    checkIdentifiers()
    checkLinks()
    checkBookmarks()
    checkImages()
    checkAttachments(attachments)
  }

  mutating func report(_ rule: ConformanceRule, at location: ConformanceProblem.Location) {
    problems.append(ConformanceProblem(rule, at: location))
  }

  mutating func report(_ rule: ConformanceRule, element: Int) {
    report(rule, at: .element(element, path: path(to: element)))
  }

  private mutating func checkDocument(_ metadata: PDFMetadata) {
    if metadata.title.allSatisfy(\.isWhitespace) { report(.title, at: .document) }
    if !metadata.date.isPlausible { report(.date, at: .document) }
    if !layout.language.isWellFormed { report(.language, at: .document) }
    if layout.pages.isEmpty { report(.noPages, at: .document) }
    for (index, page) in layout.pages.enumerated() {
      // NaN is neither
      if !(page.width >= 3 && page.width <= 14_400 && page.height >= 3 && page.height <= 14_400) {
        report(.pageSize, at: .page(index))
      }
    }
  }

  /// Marks what every element says it holds.
  private mutating func claim() {
    for index in layout.elements.indices {
      for kid in layout.elements[index].kids {
        switch kid {
        case .element(let kid):
          guard layout.elements.indices.contains(kid), kid > index, layout.elements[kid].parent == index else {
            report(.tree, element: index)
            continue
          }
          elementClaims[kid] &+= 1
        case .content(let page, let sequence):
          guard layout.pages.indices.contains(page), sequence >= 0,
            sequence < contentStart[page + 1] - contentStart[page],
            contentOwners[contentStart[page] + sequence] == index
          else {
            report(.content, element: index)
            continue
          }
          contentClaims[contentStart[page] + sequence] &+= 1
        case .annotation(let page, let link):
          guard layout.pages.indices.contains(page), layout.pages[page].links.indices.contains(link),
            layout.pages[page].links[link].element == index
          else {
            report(.linkElement, element: index)
            continue
          }
          linkClaims[linkStart[page] + link] &+= 1
        }
      }
    }
  }

  private mutating func checkClaims() {
    if layout.elements.first.map({ $0.parent != nil || $0.role != .document }) ?? true { report(.tree, at: .document) }
    for index in elementClaims.indices.dropFirst() where elementClaims[index] != 1 { report(.tree, element: index) }
    for (page, start) in contentStart.dropLast().enumerated() {
      for place in start..<contentStart[page + 1] where contentOwners[place] >= 0 && contentClaims[place] != 1 {
        report(.content, at: .content(page: page, sequence: place - start))
      }
      for link in layout.pages[page].links.indices where linkClaims[linkStart[page] + link] != 1 {
        report(.linkElement, at: .link(page: page, link: link))
      }
    }
  }

  private mutating func checkIdentifiers() {
    var seen: Set<String> = []
    for index in layout.elements.indices {
      guard let identifier = layout.elements[index].identifier else { continue }
      if !seen.insert(identifier).inserted { report(.identifierTwice, element: index) }
    }
  }

  private mutating func checkLinks() {
    for (index, page) in layout.pages.enumerated() {
      for (place, link) in page.links.enumerated() {
        let location = ConformanceProblem.Location.link(page: index, link: place)
        if link.description.allSatisfy(\.isWhitespace) { report(.linkDescription, at: location) }
        if !link.areas.contains(where: { $0.width > 0 && $0.height > 0 }) { report(.linkArea, at: location) }
        switch link.destination {
        case .place(let page, _): if !layout.pages.indices.contains(page) { report(.linkDestination, at: location) }
        case .uri(let uri):
          let isASCII = uri.utf8.allSatisfy { (0x21...0x7E).contains($0) }
          if uri.isEmpty || !isASCII { report(.linkDestination, at: location) }
        }
        if layout.elements.indices.contains(link.element), layout.elements[link.element].role != .link {
          report(.linkElement, at: location)
        }
      }
    }
  }

  /// The roles from the root to an element, with its place among its parent's kids of that role.
  func path(to index: Int) -> String {
    guard layout.elements.indices.contains(index) else { return "?" }
    let element = layout.elements[index]
    guard let parent = element.parent, parent < index, parent >= 0 else { return element.role.rawValue }
    let alike = layout.elements[parent].kids.filter { kid in
      guard case .element(let other) = kid, layout.elements.indices.contains(other) else { return false }
      return layout.elements[other].role == element.role && other <= index
    }
    return "\(path(to: parent))/\(element.role.rawValue)[\(max(1, alike.count))]"
  }
}

extension LanguageTag {
  /// Whether the tag has the form of BCP 47: letters and digits in parts of at most eight, the first of letters.
  var isWellFormed: Bool {
    let parts = rawValue.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, (2...8).contains(first.count) else { return false }
    let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte & 0xDF) }
    return first.allSatisfy(isLetter)
      && parts.allSatisfy { part in
        (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
      }
  }
}
