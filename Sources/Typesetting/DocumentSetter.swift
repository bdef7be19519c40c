import Document
import Fonts

/// Sets one document: the blocks become slabs and tags, the slabs pages, the pages content.
struct DocumentSetter {
  let document: Document
  let setter: ParagraphSetter
  let resources: TypesettingResources
  let pageNumber: PageNumberTemplate
  let annexPageNumber: PageNumberTemplate

  var elements: [StructureElement] = []
  var paragraphs: [FlowParagraph] = []
  var tables: [FlowTable] = []
  var figures: [FlowFigure] = []
  var notes: [FlowNote] = []
  var slabs: [Slab] = []
  /// Lines at fixed places of the first page: the paragraph and its upper edge.
  var fixed: [(paragraph: Int, top: Double)] = []
  /// A picture at a fixed place of the first page, before these lines, and its upper edge.
  var fixedFigure: (figure: Int, top: Double)?
  /// Where the flow begins on the first page.
  var firstTop = PageGeometry.top
  var images: [Image] = []
  var imageNumbers: [String: Int] = [:]
  /// The slab at which each identifier is.
  var places: [String: Int] = [:]
  var headings: [(title: String, role: StructureRole, slab: Int)] = []
  var stamps: [SetParagraph] = []
  var problems: [TypesettingProblem] = []
  var usage = DocumentGlyphs()
  var pageReferences: [PageReference] = []

  /// The language of what is being set where nothing says another: the document's, or that of its translation.
  var language: LanguageTag
  /// The annex being set; -1 outside.
  var annex = -1
  /// Whether the next slab must stay with what is before it.
  var staysWithPrevious = false
  /// How many more lines must stay with the heading before them.
  var linesToKeep = 0
  /// The white before the next block where it is not the block's own choice.
  var nextBefore: Double?
  /// The least white before the next block.
  var leastBefore = 0.0
  /// What a page end before the next slab costs.
  var addCost = 0.0
  /// Whether the next slab begins a page.
  var startsPage = false
  /// The number of the paragraph being set.
  var paragraphNumber: Int?
  /// The way to the text being set, for problems.
  var path: [String] = []

  // what emission fills
  var pages: [Page] = []
  /// The page being filled.
  var sheet = Page(width: 0, height: 0)
  /// How many pages there will be.
  var pageCount = 0
  /// For each node of each paragraph its element, or -1 before it is met.
  var nodeElements: [Int32] = []
  /// For each of these the annotation it has on the page it was last met on.
  var nodeLinks: [(page: Int32, link: Int32)] = []
  var pending: [PendingDestination] = []
  var slabPages: [(page: Int, top: Double)] = []
  var notePages: [(page: Int, top: Double)] = []
  /// The table a row was drawn of last, and the page.
  var lastTable = (number: -1, page: -1)

  init(_ document: Document, setter: ParagraphSetter, resources: TypesettingResources) {
    self.document = document
    language = document.language
    self.setter = setter
    self.resources = resources
    pageNumber = PageNumberTemplate(document.furniture.pageNumber)
    annexPageNumber = PageNumberTemplate(document.furniture.annexPageNumber)
  }

  /// Sets the document.
  mutating func run() -> TypesetDocument {
    elements.reserveCapacity(320)
    slabs.reserveCapacity(512)
    elements.append(StructureElement(.document, parent: nil))
    if let letterhead = document.letterhead { addLetterhead(letterhead) }
    addFront(
      document.caption, document.title, document.subtitle, document.opening, .heading1, under: 0)
    add(document.sections, .heading2, .heading3, under: 0)
    for (index, annex) in document.annexes.enumerated() { add(annex, number: index) }
    if let translation = document.translation { add(translation) }
    let plans = breakPages()
    setPageNumbers(plans)
    emit(plans)
    resolveDestinations()
    return TypesetDocument(
      layout: Layout(
        pages: pages, elements: elements, outline: outline(), images: images,
        glyphs: usage.usage(from: resources.fonts), language: document.language),
      problems: problems)
  }

  mutating func addElement(
    _ role: StructureRole, under parent: Int, language: LanguageTag? = nil
  ) -> Int {
    let element = StructureElement(role, parent: parent, language: language)
    elements.append(consume element)
    elements[parent].kids.append(.element(elements.count - 1))
    return elements.count - 1
  }

  mutating func addPlace(_ identifier: String, slab: Int) {
    if places.updateValue(slab, forKey: identifier) != nil {
      problems.append(TypesettingProblem(.duplicatePlace(identifier), place: place))
    }
  }

  /// Where the text being set is, in words.
  var place: String { path.joined(separator: ", ") }

  private mutating func addFront(
    _ caption: Table?, _ title: [Inline], _ subtitle: [Inline]?, _ opening: [Block], _ role: StructureRole,
    under element: Int
  ) {
    let frame = Frame(x: PageGeometry.left, width: PageGeometry.measure, element: element)
    if let caption {
      path = ["caption"]
      add(caption, frame: frame)
      leastBefore = 20
    }
    path = ["title"]
    let heading = addElement(role, under: element)
    let first = slabs.count
    addText(title, .title, frame, element: heading)
    headings.append((title.plainText, role, first))
    staysWithPrevious = true
    if let subtitle {
      path = ["subtitle"]
      addText(subtitle, .subtitle, frame, element: addElement(.paragraph, under: element))
      staysWithPrevious = true
    }
    nextBefore = 12
    path = ["opening"]
    add(opening, frame)
    nextBefore = nil
    staysWithPrevious = false
  }

  private mutating func add(_ sections: [Section], _ role: StructureRole, _ inner: StructureRole, under parent: Int) {
    let isNumbered = sections.contains { section in
      section.heading.number != nil || section.blocks.contains(where: \.isNumberedParagraph)
    }
    let indent = isNumbered ? PageGeometry.numberColumn : 0
    for section in sections {
      let element = addElement(.section, under: parent)
      let frame = Frame(
        x: PageGeometry.left + indent, width: PageGeometry.measure - indent, element: element, indent: indent)
      path = ["section \(section.heading.identifier)"]
      add(section.heading, .heading, role, frame)
      add(section.blocks, frame)
      for subsection in section.subsections {
        path = ["section \(subsection.heading.identifier)"]
        var deeper = frame
        deeper.element = addElement(.section, under: element)
        add(subsection.heading, .subheading, inner, deeper)
        add(subsection.blocks, deeper)
      }
    }
  }

  private mutating func add(_ annex: Annex, number: Int) {
    path = ["annex \(annex.heading.identifier)"]
    self.annex = number
    startsPage = true
    stamps.append(stamp(annex))
    let element = addElement(.section, under: 0)
    var frame = Frame(x: PageGeometry.left, width: PageGeometry.measure, element: element)
    add(annex.heading, .heading, .heading2, frame)
    if let language = annex.language { frame.language = language }
    add(annex.blocks, frame)
  }

  private mutating func add(_ translation: Translation) {
    path = ["translation"]
    annex = -1
    startsPage = true
    nextBefore = 0
    let element = addElement(.part, under: 0, language: translation.language)
    language = translation.language
    add(
      translation.remarks.map { .paragraph($0) },
      Frame(x: PageGeometry.left, width: PageGeometry.measure, element: element))
    leastBefore = 20
    addFront(
      translation.caption, translation.title, translation.subtitle, translation.opening, .heading2,
      under: element)
    add(translation.sections, .heading3, .heading4, under: element)
    language = document.language
  }
}

/// What a typesetter makes of a document.
public struct TypesetDocument: Sendable {
  /// The pages and tags.
  public var layout: Layout
  /// What could not be set; all at once.
  public var problems: [TypesettingProblem]
}

/// Where blocks go: their left edge and width, the element they are under.
struct Frame {
  var x: Double
  var width: Double
  var element: Int
  /// How far left of `x` numbers stand.
  var indent = 0.0
  /// Whether this is within a quotation.
  var isQuotation = false
  /// The language of the text where it is not the document's.
  var language: LanguageTag?
  /// What the element already says about the language.
  var taggedLanguage: LanguageTag?
}

extension Block {
  fileprivate var isNumberedParagraph: Bool {
    if case .paragraph(let paragraph) = self { return paragraph.number != nil }
    return false
  }
}
