import Document

extension DocumentSetter {
  /// Adds a line's part of a link: a rectangle, and the line under it.
  mutating func addLinkArea(
    _ piece: SetParagraph.Piece, of paragraph: FlowParagraph, _ page: Int, x: Double, baseline: Double, _ element: Int
  ) {
    let node = paragraph.set.nodes[piece.node].link
    let place = paragraph.firstNode + node
    let size = piece.run.size
    let width = piece.right - piece.x
    guard width > 0 else { return }
    let area = Rectangle(x: x, y: baseline - 0.26 * size, width: width, height: 1.1 * size)
    if case .link = paragraph.set.nodes[node].kind {
      // underlined, because colour alone says nothing in print; without a gap between the words of one link
      let start = joins(nodeLinks[place], area, page) ?? x
      let rule = Rectangle(x: start, y: baseline - 2.1, width: x + width - start, height: 0.35)
      draw(.rule(rule, gray: 0.3), element, page)
    }
    let owner = Int(nodeElements[place])
    if nodeLinks[place].page == Int32(page) {
      extend(&sheet.links[Int(nodeLinks[place].link)].areas, by: area)
      return
    }
    nodeLinks[place] = (Int32(page), Int32(sheet.links.count))
    switch paragraph.set.nodes[node].kind {
    case .link(let destination, let description):
      switch destination {
      case .uri(let uri): addLink(page, area: area, description: description, element: owner, uri: uri)
      case .place(let identifier):
        addLink(page, area: area, description: description, element: owner, target: .place(identifier))
      }
    case .noteLink(let number):
      let note = paragraph.firstNote + number
      addLink(page, area: area, description: noteDescription(note), element: owner, target: .note(note))
    default: break
    }
  }

  /// Where the last piece of the link ended, if this one goes on from there on the same line.
  private func joins(_ link: (page: Int32, link: Int32), _ area: Rectangle, _ page: Int) -> Double? {
    guard link.page == Int32(page), let last = sheet.links[Int(link.link)].areas.last,
      continues(last, area)
    else { return nil }
    return last.x + last.width
  }

  private func continues(_ last: Rectangle, _ area: Rectangle) -> Bool {
    last.y == area.y && area.x - (last.x + last.width) < 12 && area.x > last.x
  }

  /// A piece that goes on where the last one on its line ended belongs to the same rectangle.
  private func extend(_ areas: inout [Rectangle], by area: Rectangle) {
    if let last = areas.last, continues(last, area) {
      areas[areas.count - 1].width = area.x + area.width - last.x
    } else {
      areas.append(area)
    }
  }

  mutating func addLink(
    _ page: Int, area: Rectangle, description: String, element: Int, target: PendingDestination.Target
  ) {
    pending.append(PendingDestination(page: page, link: sheet.links.count, target: target))
    append(
      LinkAnnotation(
        areas: [area], destination: .place(page: 0, y: 0), description: description, element: element), page)
  }

  private mutating func addLink(_ page: Int, area: Rectangle, description: String, element: Int, uri: String) {
    append(
      LinkAnnotation(areas: [area], destination: .uri(uri), description: description, element: element), page)
  }

  private mutating func append(_ link: LinkAnnotation, _ page: Int) {
    elements[link.element].kids.append(.annotation(page: page, link: sheet.links.count))
    sheet.links.append(link)
  }

  /// What a screen reader says at a footnote's mark: its number and its text.
  private func noteDescription(_ number: Int) -> String {
    let text = notes[number].content.plainText
    return text.isEmpty ? "\(notes[number].number)" : "\(notes[number].number): \(text)"
  }

  /// What it says at the note's own number.
  func noteReturn(_ number: Int) -> String {
    var description = String(notes[number].number)
    guard let words = document.furniture.noteReturn, let paragraph = notes[number].inParagraph else {
      return description
    }
    description += ", " + words.replacing("{paragraph}", with: String(paragraph))
    return description
  }

  /// Fills in where links lead, now that every place has its page.
  mutating func resolveDestinations() {
    for link in pending {
      let place: (page: Int, top: Double)
      switch link.target {
      case .note(let number): place = notePages[number]
      case .mark(let number): place = slabPages[min(notes[number].slab, slabPages.count - 1)]
      case .place(let identifier):
        guard let slab = places[identifier], slab < slabPages.count else {
          problems.append(TypesettingProblem(.unknownPlace(identifier), place: "page \(link.page + 1)"))
          continue
        }
        place = slabPages[slab]
      }
      pages[link.page].links[link.link].destination = .place(page: place.page, y: edge(place.top))
    }
  }

  /// A little above a place, so that the reader sees it is the beginning.
  func edge(_ top: Double) -> Double { PageGeometry.height - max(0, top - 6) }

  /// The bookmarks: sections, annexes and the translation, and what is under them.
  func outline() -> [Bookmark] {
    var bookmarks: [Bookmark] = []
    for (title, role, slab) in headings where role != .heading1 && slab < slabPages.count {
      let place = slabPages[slab]
      let depth = role == .heading2 ? 0 : role == .heading3 ? 1 : 2
      Self.add(Bookmark(title: title, page: place.page, y: edge(place.top)), to: &bookmarks, depth: depth)
    }
    return bookmarks
  }

  private static func add(_ bookmark: Bookmark, to bookmarks: inout [Bookmark], depth: Int) {
    if depth == 0 || bookmarks.isEmpty {
      bookmarks.append(bookmark)
    } else {
      add(bookmark, to: &bookmarks[bookmarks.count - 1].children, depth: depth - 1)
    }
  }
}
