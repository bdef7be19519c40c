import Document

extension DocumentSetter {
  /// A stamp's text, set.
  mutating func stamp(_ annex: Annex) -> SetParagraph {
    let set = setter.set(
      [.literal(annex.stamp, hyphenates: false)], .stamp, document.language, width: stampWidth)
    use(set)
    return set
  }

  private var stampWidth: Double { PageGeometry.measure - PageGeometry.points(38) }

  /// Where text begins on the pages of an annex, or of none.
  func annexTop(_ annex: Int) -> Double {
    guard annex >= 0 else { return PageGeometry.top }
    return PageGeometry.stampTop + stamps[annex].height + PageGeometry.stampAfter
  }

  /// Draws head, foot and stamp of a page.
  mutating func addFurniture(_ plan: PagePlan, page: Int, annexPages: Int) {
    let furniture = document.furniture
    if page > 0, !furniture.head.isEmpty {
      let drawings = draw(
        furniture.head, x: PageGeometry.left, width: PageGeometry.measure, baseline: PageGeometry.headBaseline,
        isRight: false, grows: -1)
      sheet.contents.append(MarkedContent(.artifact(.header), drawings))
    }
    if page == 0, let letterhead = document.letterhead { addMarks(letterhead) }
    if plan.annex >= 0 { addStamp(plan, page: page, annexPages: annexPages) }
    let number = pageNumber.text(page: page + 1, pages: pageCount)
    var foot = draw(
      furniture.reference, x: PageGeometry.left, width: PageGeometry.measure * 0.7,
      baseline: PageGeometry.footBaseline, isRight: false)
    foot += draw(
      number, x: PageGeometry.left, width: PageGeometry.measure, baseline: PageGeometry.footBaseline, isRight: true)
    if !foot.isEmpty { sheet.contents.append(MarkedContent(.artifact(.footer), foot)) }
  }

  /// Draws where the letter is folded and punched, at the sheet's left edge.
  private mutating func addMarks(_ letterhead: Letterhead) {
    let marks =
      letterhead.folds.map { (height: $0, length: PageGeometry.foldMark) }
      + (letterhead.punch.map { [(height: $0, length: PageGeometry.punchMark)] } ?? [])
    guard !marks.isEmpty else { return }
    let drawings = marks.map { mark -> Drawing in
      .rule(
        Rectangle(
          x: PageGeometry.markLeft, y: PageGeometry.height - PageGeometry.points(mark.height) - 0.2,
          width: mark.length, height: 0.4), gray: 0)
    }
    sheet.contents.append(MarkedContent(.artifact(.pagination), drawings))
  }

  private mutating func addStamp(_ plan: PagePlan, page: Int, annexPages: Int) {
    let set = stamps[plan.annex]
    let height = set.height + 10
    var drawings: [Drawing] = []
    let edge = sheet.height
    let rule = { (top: Double, thickness: Double) -> Drawing in
      .rule(
        Rectangle(
          x: PageGeometry.left, y: edge - top - thickness, width: PageGeometry.measure, height: thickness), gray: 0)
    }
    drawings.append(rule(PageGeometry.stampTop, 0.75))
    drawings.append(rule(PageGeometry.stampTop + height, 0.75))
    let baseline = PageGeometry.stampTop + 5 + set.style.baseline
    for line in 0..<set.lineCount {
      let y = edge - baseline - Double(line) * set.style.leading
      for piece in set.pieces[set.pieces(ofLine: line)] {
        drawings.append(.glyphs(piece.run, x: PageGeometry.left + piece.x, y: y))
      }
    }
    let number = annexPageNumber.text(page: plan.annexPage, pages: annexPages)
    drawings += draw(
      number, x: PageGeometry.left, width: PageGeometry.measure, baseline: baseline, isRight: true)
    sheet.contents.append(MarkedContent(.artifact(.header), drawings))
  }

  /// Draws a line of furniture; further lines, should there be any, stand above or under it.
  private mutating func draw(
    _ text: String, x: Double, width: Double, baseline: Double, isRight: Bool, grows: Double = 1
  ) -> [Drawing] {
    guard !text.isEmpty else { return [] }
    let set = setter.set([.literal(text, hyphenates: false)], .furniture, document.language, width: width)
    use(set)
    var drawings: [Drawing] = []
    for line in 0..<set.lineCount {
      let pieces = set.pieces[set.pieces(ofLine: line)]
      let shift = isRight ? width - (pieces.last?.right ?? 0) : 0
      let step = grows < 0 ? set.lineCount - 1 - line : line
      let y = PageGeometry.height - baseline - grows * Double(step) * set.style.leading
      for piece in pieces { drawings.append(.glyphs(piece.run, x: x + shift + piece.x, y: y)) }
    }
    return drawings
  }
}
