import Document

/// A link whose place is known only when all pages are.
struct PendingDestination {
  enum Target {
    case place(String)
    case note(Int)
    /// The line a note's mark is on.
    case mark(Int)
  }
  var page: Int
  var link: Int
  var target: Target
}

/// A paragraph that says on which page something stands, which is known only when all pages are.
struct PageReference {
  var paragraph: Int
  var identifier: String
  /// The measure, in points.
  var width: Double
}

extension DocumentSetter {
  /// Sets the numbers of pages where they are to be printed, in place of what kept their room.
  mutating func setPageNumbers(_ plans: [PagePlan]) {
    for reference in pageReferences {
      guard let slab = places[reference.identifier], let page = plans.firstIndex(where: { $0.slabs.contains(slab) })
      else {
        problems.append(TypesettingProblem(.unknownPlace(reference.identifier), place: "number of a page"))
        continue
      }
      let set = setter.set(
        [.literal(String(page + 1), hyphenates: false)], paragraphs[reference.paragraph].set.style, document.language,
        width: reference.width)
      use(set)
      paragraphs[reference.paragraph].set = set
    }
  }

  /// Divides the slabs into pages.
  mutating func breakPages() -> [PagePlan] {
    let breaker = PageBreaker(
      slabs: slabs,
      notes: notes.map { note in
        let set = paragraphs[note.paragraph].set
        return PageBreaker.Note(lines: set.lineCount, leading: set.style.leading, before: set.style.spaceBefore)
      },
      firstTop: firstTop, top: PageGeometry.top, bottom: PageGeometry.bottom,
      annexTops: document.annexes.indices.map(annexTop))
    return breaker.pages()
  }

  /// Fills the pages in reading order, and the tag tree's kids with what they hold.
  mutating func emit(_ plans: [PagePlan]) {
    prepareNodes()
    slabPages = Array(repeating: (0, 0), count: slabs.count)
    notePages = Array(repeating: (0, 0), count: notes.count)
    pageCount = plans.count
    pages.reserveCapacity(pageCount)
    var annexPages = Array(repeating: 0, count: document.annexes.count)
    for plan in plans where plan.annex >= 0 { annexPages[plan.annex] += 1 }
    for (page, plan) in plans.enumerated() {
      sheet = Page(width: PageGeometry.width, height: PageGeometry.height, label: String(page + 1))
      sheet.contents.reserveCapacity(64)
      if page == 0 {
        if let (figure, top) = fixedFigure {
          emitFigure(figure, page: page, top: top, height: figures[figure].height)
        }
        for (paragraph, top) in fixed {
          let set = paragraphs[paragraph].set
          for line in 0..<set.lineCount {
            emitLine(line, of: paragraph, page: page, top: top + Double(line) * set.style.leading)
          }
        }
      }
      emitBody(plan, page: page)
      emitNotes(plan, page: page)
      addFurniture(plan, page: page, annexPages: plan.annex >= 0 ? annexPages[plan.annex] : 0)
      pages.append(sheet)
    }
  }

  private mutating func prepareNodes() {
    var count = 0
    for index in paragraphs.indices where paragraphs[index].set.nodes.count > 1 {
      paragraphs[index].firstNode = count
      count += paragraphs[index].set.nodes.count
    }
    nodeElements = Array(repeating: -1, count: count)
    nodeLinks = Array(repeating: (-1, -1), count: count)
  }

  private mutating func emitBody(_ plan: PagePlan, page: Int) {
    var top = plan.top
    for index in plan.slabs {
      let slab = slabs[index]
      let isFirst = index == plan.slabs.lowerBound
      let isLast = index == plan.slabs.upperBound - 1
      if isFirst, slab.repeatedHead > 0, case .row(let table, _, _) = slab.content {
        emitHead(of: table, page: page, top: top)
        top += slab.repeatedHead
      } else if !isFirst || plan.keepsFirstSpace {
        top += slab.before
      }
      let height = plan.scaled.isEmpty ? slab.height : plan.scaled[index] ?? slab.height
      slabPages[index] = (page, top)
      switch slab.content {
      case .line(let paragraph, let line): emitLine(line, of: paragraph, page: page, top: top)
      case .row(let table, let row, let part):
        emitRow(row, part: part, of: table, page: page, top: top, height: height, isLast: isLast)
      case .figure(let figure): emitFigure(figure, page: page, top: top, height: height)
      case .blank: break
      case .rule(let x, let width):
        let rule = Rectangle(x: x, y: PageGeometry.height - top - height, width: width, height: 0.6)
        sheet.contents.append(MarkedContent(.artifact(.layout), [.rule(rule, gray: 0)]))
      }
      top += height
    }
  }

  /// Draws a line of a paragraph whose upper edge is given, from the sheet's upper edge.
  mutating func emitLine(_ line: Int, of number: Int, page: Int, top: Double, asArtifact: Bool = false) {
    // a paragraph is copied only where it must be: each copy counts references
    let set = paragraphs[number].set
    let left = paragraphs[number].x
    let baseline = PageGeometry.height - top - set.style.baseline
    if line == 0, !asArtifact, let hanging = paragraphs[number].hanging {
      emit(hanging, of: paragraphs[number].element, page, baseline)
    }
    for index in set.pieces(ofLine: line) {
      let x = left + set.pieces[index].x
      let drawing = Drawing.glyphs(set.pieces[index].run, x: x, y: baseline)
      guard !asArtifact else {
        sheet.contents[sheet.contents.count - 1].drawings.append(drawing)
        continue
      }
      let node = set.pieces[index].node
      let element = node == 0 ? paragraphs[number].element : element(of: node, paragraphs[number])
      draw(drawing, element, page)
      guard set.hasLinks, set.nodes[node].link >= 0 else { continue }
      addLinkArea(set.pieces[index], of: paragraphs[number], page, x: x, baseline: baseline, element)
    }
  }

  private mutating func emit(
    _ hanging: FlowParagraph.Hanging, of paragraph: Int, _ page: Int, _ baseline: Double
  ) {
    let element = hanging.element >= 0 ? hanging.element : paragraph
    draw(.glyphs(hanging.run, x: hanging.x, y: baseline), element, page)
    guard hanging.note >= 0 else { return }
    let area = Rectangle(
      x: hanging.x, y: baseline - 2.5, width: inkWidth(hanging.run), height: hanging.run.size)
    addLink(
      page, area: area, description: noteReturn(hanging.note), element: element, target: .mark(hanging.note))
  }

  /// Paints something that belongs to an element, in the sequence that is open if it is the element's.
  @inline(__always)
  mutating func draw(_ drawing: Drawing, _ element: Int, _ page: Int) {
    let last = sheet.contents.count - 1
    if last >= 0, case .element(element) = sheet.contents[last].owner {
      sheet.contents[last].drawings.append(drawing)
    } else {
      elements[element].kids.append(.content(page: page, sequence: last + 1))
      sheet.contents.append(MarkedContent(.element(element), [drawing]))
    }
  }

  /// The element of a node, made when it is first met, so that kids stand in reading order.
  private mutating func element(of node: Int, _ paragraph: FlowParagraph) -> Int {
    if node == 0 { return paragraph.element }
    let known = nodeElements[paragraph.firstNode + node]
    if known >= 0 { return Int(known) }
    let description = paragraph.set.nodes[node]
    let parent = element(of: description.parent, paragraph)
    let element: Int
    switch description.kind {
    case .block: element = paragraph.element
    case .span(let language): element = addElement(.span, under: parent, language: language)
    case .link, .noteLink: element = addElement(.link, under: parent)
    case .reference: element = addElement(.reference, under: parent)
    case .noteLabel: element = addElement(.label, under: parent)
    }
    nodeElements[paragraph.firstNode + node] = Int32(element)
    return element
  }

  private mutating func emitFigure(_ number: Int, page: Int, top: Double, height: Double) {
    let figure = figures[number]
    let width = figure.width * height / figure.height
    let box = Rectangle(x: figure.x, y: PageGeometry.height - top - height, width: width, height: height)
    elements[figure.element].boundingBox = box
    draw(.image(figure.image, box), figure.element, page)
  }

  private mutating func emitNotes(_ plan: PagePlan, page: Int) {
    guard !plan.notes.isEmpty else { return }
    var height = 0.0
    for part in plan.notes {
      let style = paragraphs[notes[part.note].paragraph].set.style
      height += style.spaceBefore + Double(part.lines.count) * style.leading
    }
    var top = PageGeometry.bottom - height
    let rule = Rectangle(
      x: PageGeometry.left, y: PageGeometry.height - top + PageGeometry.noteRuleAfter,
      width: PageGeometry.noteRuleWidth, height: 0.4)
    sheet.contents.append(MarkedContent(.artifact(.layout), [.rule(rule, gray: 0)]))
    for part in plan.notes {
      let paragraph = notes[part.note].paragraph
      let style = paragraphs[paragraph].set.style
      top += style.spaceBefore
      if part.lines.lowerBound == 0 { notePages[part.note] = (page, top) }
      for line in part.lines {
        emitLine(line, of: paragraph, page: page, top: top)
        top += style.leading
      }
    }
  }
}
