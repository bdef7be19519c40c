import Document

extension DocumentSetter {
  /// Sets the upper part of a letter's first page, each part at its fixed place.
  ///
  /// Read in the order logo, sender, authority, delivery, date.
  mutating func addLetterhead(_ letterhead: Letterhead) {
    let window = letterhead.window
    let windowLeft = PageGeometry.points(window.left)
    let windowTop = PageGeometry.points(window.top)
    let windowBottom = PageGeometry.points(window.top + window.height)
    var logo: Int?
    if let figure = letterhead.logo { logo = addLogo(figure) }
    path = ["sender"]
    let sender = addLines(letterhead.sender, .sender, x: PageGeometry.left, width: PageGeometry.points(80))
    let senderBottom = PageGeometry.senderTop + height(sender)
    // a long sender moves beside the window rather than into it
    let isBeside = window.left > 90 || senderBottom <= windowTop
    if !isBeside, let sender { paragraphs[sender].x = PageGeometry.sideColumn }
    if let sender { fixed.append((sender, PageGeometry.senderTop)) }
    // beside the sender, on the side that it leaves free
    if let logo {
      let isLeft = !isBeside
      figures[logo].x = isLeft ? PageGeometry.left : PageGeometry.right - figures[logo].width
      fixedFigure = (logo, PageGeometry.logoTop)
    }

    path = ["addressee"]
    let room = windowBottom - windowTop
    var style = TextStyle.address
    if Double(letterhead.addressee.count) * style.leading > room, !letterhead.addressee.isEmpty {
      style.leading = max(style.size * 1.1, room / Double(letterhead.addressee.count))
      style.id += 128
    }
    let addressee = addLines(
      letterhead.addressee, style, x: windowLeft, width: PageGeometry.points(window.width))
    if let addressee { fixed.append((addressee, windowTop)) }

    path = ["delivery"]
    var top = max(windowBottom, isBeside ? senderBottom : 0, isBeside ? 0 : senderBottom) + 10
    let delivery = addLines(
      letterhead.delivery, .sender, x: PageGeometry.left, width: PageGeometry.points(100))
    if let delivery { fixed.append((delivery, top)) }

    path = ["date"]
    let date = addLines(
      [letterhead.placeAndDate], .right, x: PageGeometry.right - PageGeometry.points(80),
      width: PageGeometry.points(80))
    // the date stands on the first line of delivery
    if let date { fixed.append((date, top + TextStyle.sender.baseline - TextStyle.right.baseline)) }
    top += max(height(delivery), height(date))
    firstTop = top + 14
  }

  /// Makes the logo a figure as large as its place.
  private mutating func addLogo(_ logo: Figure) -> Int {
    images.append(logo.image)
    let element = addElement(.figure, under: 0)
    elements[element].alternative = logo.alternative
    let size = logo.image.displaySize
    let (width, height) = (Double(max(1, size.width)), Double(max(1, size.height)))
    let scale = min(PageGeometry.logoWidth / width, PageGeometry.logoHeight / height, PictureRoom.pixel)
    figures.append(
      FlowFigure(image: images.count - 1, element: element, x: 0, width: width * scale, height: height * scale))
    return figures.count - 1
  }

  private func height(_ paragraph: Int?) -> Double { paragraph.map { paragraphs[$0].set.height } ?? 0 }

  private mutating func addLines(_ lines: [String], _ style: TextStyle, x: Double, width: Double) -> Int? {
    var content: [Inline] = []
    for line in lines where !line.isEmpty {
      if !content.isEmpty { content.append(.lineBreak) }
      content.append(.literal(line, hyphenates: false))
    }
    guard !content.isEmpty else { return nil }
    return addParagraph(content, style, x: x, width: width, element: addElement(.paragraph, under: 0))
  }
}
