import Document

extension DocumentSetter {
  /// Adds blocks, one under the other.
  mutating func add(_ blocks: [Block], _ frame: Frame) {
    var follows: Block?
    for block in blocks {
      if case .paragraph(let paragraph) = block, paragraph.style == .note, let follows, follows.takesRemark {
        staysWithPrevious = true
      }
      if case .list = block, case .paragraph? = follows {
        // what introduces a list stays with it where it can
        addCost = 30
      }
      add(block, frame)
      follows = block
    }
  }

  private mutating func add(_ block: Block, _ frame: Frame) {
    switch block {
    case .paragraph(let paragraph): add(paragraph, frame)
    case .list(let list): add(list, frame)
    case .table(let table): add(table, frame: frame)
    case .quotation(let quotation): add(quotation, frame)
    case .figure(let figure): add(figure, frame)
    case .signature(let field): add(field, frame)
    }
  }

  /// A heading; its number hangs in the column of numbers if it fits there.
  mutating func add(_ heading: Heading, _ style: TextStyle, _ role: StructureRole, _ frame: Frame) {
    let element = addElement(role, under: frame.element)
    var frame = frame
    var content = heading.content
    var hanging: FlowParagraph.Hanging?
    if let number = heading.number {
      if frame.indent > 0, let run = label(number, style), run.width <= frame.indent {
        hanging = FlowParagraph.Hanging(run: run, x: frame.x - frame.indent)
      } else {
        content.insert(.text(number + "\u{A0}"), at: 0)
      }
    }
    if hanging == nil {
      frame.x -= frame.indent
      frame.width += frame.indent
    }
    // nothing between two headings but what the second asks for
    if nextBefore != nil, style.id != TextStyle.heading.id { nextBefore = 6 }
    let first = addText(content, style, frame, element: element, hanging: hanging)
    for slab in (first + 1)..<max(first + 1, slabs.count) { slabs[slab].mayBreakBefore = false }
    addPlace(heading.identifier, slab: first)
    let title = (heading.number.map { $0 + " " } ?? "") + heading.content.plainText
    headings.append((title, role, first))
    linesToKeep = 2
    nextBefore = style.id == TextStyle.heading.id ? 6 : 3
  }

  private mutating func add(_ paragraph: Paragraph, _ frame: Frame) {
    if let number = paragraph.number { path.append("paragraph \(number)") }
    paragraphNumber = paragraph.number
    defer {
      if paragraph.number != nil { path.removeLast() }
      paragraphNumber = nil
    }
    let element = addElement(.paragraph, under: frame.element)
    tag(element, paragraph.language, frame)
    let first = addText(
      paragraph.content, style(of: paragraph, frame), frame, element: element, language: paragraph.language,
      hanging: paragraph.number.flatMap { number(String($0), frame) })
    if let identifier = paragraph.identifier { addPlace(identifier, slab: first) }
    if paragraph.isAllStrong {
      // it heads what follows
      for slab in (first + 1)..<max(first + 1, slabs.count) { slabs[slab].mayBreakBefore = false }
      linesToKeep = 2
    }
  }

  func style(of paragraph: Paragraph, _ frame: Frame) -> TextStyle {
    switch paragraph.style {
    case .body: frame.isQuotation ? .quotation : .body
    case .ragged: .ragged
    case .right: .right
    case .note: .remark
    case .verbatim: .verbatim
    }
  }

  /// Says an element's language where its parent does not.
  func language(_ own: LanguageTag?, _ frame: Frame) -> LanguageTag? {
    guard let wanted = own ?? frame.language, wanted != (frame.taggedLanguage ?? self.language) else { return nil }
    return wanted
  }

  private mutating func tag(_ element: Int, _ own: LanguageTag?, _ frame: Frame) {
    elements[element].language = language(own, frame)
  }

  private mutating func number(_ text: String, _ frame: Frame) -> FlowParagraph.Hanging? {
    label(text, .number).map { FlowParagraph.Hanging(run: $0, x: frame.x - max(frame.indent, 0)) }
  }

  private mutating func add(_ list: List, _ frame: Frame) {
    let element = addElement(.list, under: frame.element)
    elements[element].numbering = list.numbering
    var style = frame.isQuotation ? TextStyle.quotation : .body
    style.spaceBefore = 3
    let labels = list.items.map { label($0.label, style) }
    let indent = max(17, (labels.map { $0.map(inkWidth) ?? 0 }.max() ?? 0) + 6)
    for (item, label) in zip(list.items, labels) {
      let itemElement = addElement(.listItem, under: element)
      let labelElement = addElement(.label, under: itemElement)
      var inner = frame
      inner.x += indent
      inner.width -= indent
      inner.indent = 0
      inner.element = addElement(.listBody, under: itemElement)
      let hanging = label.map { FlowParagraph.Hanging(run: $0, x: frame.x, element: labelElement) }
      let first = slabs.count
      if nextBefore == nil { nextBefore = 3 }
      add(item.blocks, inner, hanging: hanging)
      if let identifier = item.identifier { addPlace(identifier, slab: first) }
    }
  }

  /// Adds a list item's blocks; a single paragraph is the body itself.
  private mutating func add(_ blocks: [Block], _ frame: Frame, hanging: FlowParagraph.Hanging?) {
    guard case .paragraph(let paragraph)? = blocks.first else {
      if hanging != nil {
        addText([], .body, frame, element: frame.element, hanging: hanging)
        staysWithPrevious = true
        nextBefore = 0
      }
      add(blocks, frame)
      return
    }
    let isAlone = blocks.count == 1 && !paragraph.content.hasFootnote && language(paragraph.language, frame) == nil
    let element = isAlone ? frame.element : addElement(.paragraph, under: frame.element)
    if !isAlone { elements[element].language = language(paragraph.language, frame) }
    let first = addText(
      paragraph.content, style(of: paragraph, frame), frame, element: element, language: paragraph.language,
      hanging: hanging)
    if let identifier = paragraph.identifier { addPlace(identifier, slab: first) }
    add(Array(blocks.dropFirst()), frame)
  }

  private mutating func add(_ quotation: Quotation, _ frame: Frame) {
    var inner = frame
    inner.element = addElement(.blockQuotation, under: frame.element)
    let language = language(quotation.language, frame)
    elements[inner.element].language = language
    inner.language = quotation.language ?? frame.language
    inner.taggedLanguage = inner.language
    inner.isQuotation = true
    inner.indent = 0
    inner.x += 18
    inner.width -= 30
    add(quotation.blocks, inner)
    leastBefore = 9
  }

  private mutating func add(_ figure: Figure, _ frame: Frame) {
    let number: Int
    let identity = "\(figure.image.identity) \(figure.image.orientation.rawValue)"
    if let known = imageNumbers[identity] {
      number = known
    } else {
      number = images.count
      images.append(figure.image)
      imageNumbers[identity] = number
    }
    let element = addElement(.figure, under: frame.element)
    elements[element].alternative = figure.alternative
    elements[element].language = language(figure.language, frame)
    let size = figure.image.displaySize
    let pixelWidth = Double(max(1, size.width))
    let pixelHeight = Double(max(1, size.height))
    var width = min(frame.width, figure.width ?? frame.width, pixelWidth * PictureRoom.pixel)
    let tallest = PageGeometry.bottom - annexTop(annex) - 2
    width = min(width, tallest * pixelWidth / pixelHeight)
    let height = width * pixelHeight / pixelWidth
    figures.append(FlowFigure(image: number, element: element, x: frame.x, width: width, height: height))
    var slab = Slab(.figure(figures.count - 1), height: height, before: 9)
    slab.leastHeight = height > 300 ? height * 0.6 : height
    addSlab(slab, isFirst: true)
    leastBefore = 9
  }

  private mutating func add(_ field: SignatureField, _ frame: Frame) {
    // a signature alone on a page could belong to anything
    staysWithPrevious = true
    nextBefore = 16
    addText([.text(field.placeAndDate)], .ragged, frame, element: addElement(.paragraph, under: frame.element))
    staysWithPrevious = true
    var slab = Slab(.rule(x: frame.x, width: PageGeometry.points(75)), height: 36)
    slab.before = 0
    addSlab(slab, isFirst: true)
    staysWithPrevious = true
    nextBefore = 2
    addText([.text(field.caption)], .remark, frame, element: addElement(.paragraph, under: frame.element))
    leastBefore = 12
  }
}

extension Paragraph {
  /// Whether nothing in it is plain: a heading too small to be one.
  fileprivate var isAllStrong: Bool {
    !content.isEmpty
      && content.allSatisfy { inline in
        if case .strong = inline { true } else { false }
      }
  }
}

extension Block {
  /// Whether a remark beneath it belongs to it.
  fileprivate var takesRemark: Bool {
    switch self {
    case .figure, .table: true
    case .paragraph, .list, .quotation, .signature: false
    }
  }
}
