import Document
import Fonts
import Testing

@testable import Typesetting

@Suite struct BlockTests {
  private func document(_ blocks: [Block], annexes: [Annex] = [], letterhead: Letterhead? = nil) -> Document {
    Document(
      language: "de", metadataTitle: "Probe", furniture: Samples.furniture, letterhead: letterhead,
      title: [.text("Probe")], sections: [Section(Heading(number: "1", [.text("Teil")], identifier: "part"), blocks)],
      annexes: annexes)
  }

  @Test func tableHeadsAreRepeatedAsArtifacts() {
    let rows = (1...90).map { row in [Table.Cell([.text("Zeile \(row)")]), Table.Cell([.text("Inhalt der Zeile")])] }
    let table = Table(
      .grid, columnShares: [0.3, 0.7], columnHeads: [Table.Cell([.text("Nr")]), Table.Cell([.text("Kopf")])], rows: rows
    )
    let layout = Support.typeset(document([.table(table)])).layout
    #expect(layout.pages.count == 3)
    for page in layout.pages.indices {
      let heads = layout.lines(page: page).filter { $0.text.contains("Kopf") }
      #expect(heads.count == 1)
      #expect(heads.allSatisfy { $0.isArtifact == (page > 0) })
      // the head is above every row
      let rows = layout.lines(page: page).filter { $0.text.hasPrefix("Zeile") }
      #expect(rows.count > 10)
      #expect(rows.allSatisfy { $0.top > (heads.first?.top ?? 999) })
    }
    #expect(layout.elements.count { $0.role == .tableHeader } == 92)
    #expect(layout.elements.count { $0.role == .tableHeader && $0.scope == .row } == 90)
  }

  @Test func aRowTallerThanAPageIsDividedBetweenLines() {
    let long = Table.Cell([.text(Array(repeating: Texts.german, count: 14).joined(separator: " "))])
    let table = Table(.grid, columnShares: [0.3, 0.7], rows: [[Table.Cell([.text("Kopf")]), long]])
    let layout = Support.typeset(document([.table(table)])).layout
    #expect(layout.pages.count == 3)
    #expect(layout.spokenText.contains(Array(repeating: Texts.german, count: 14).joined(separator: " ")))
  }

  @Test func aLinkOverTwoLinesIsOneElementAndOneAnnotation() {
    let link = Link(
      to: .uri("https://curia.europa.eu"), [.text("EuGH, Urteil vom 4. Juli 2023, C-252/21, Meta Platforms")],
      description: "EuGH")
    let text = "Die beschwerdeführende Partei bezieht sich auf das Urteil des Gerichtshofs "
    let layout = Support.typeset(
      document([.paragraph(Paragraph([.text(text), .link(link), .text(" in dieser Sache.")], number: 7))])
    ).layout
    let tree = layout.tree
    #expect(
      tree.hasSuffix(
        """
            P
              [1] 7 Die beschwerdeführende Partei bezieht sich auf das Urteil des Gerichtshofs\u{20}
              Link
                [1] EuGH, Urteil vom 4. Juli 2023, C-252/21, Meta Platforms
                link to https://curia.europa.eu, 2 area(s), says EuGH
              [1]  in dieser Sache.
        """))
    let areas = layout.pages[0].links[0].areas
    #expect(areas.count == 2 && areas[0].y > areas[1].y && areas[0].x > areas[1].x)
  }

  /// What is held together is divided where it is wider than its column by less than its spaces could shrink.
  @Test(arguments: Array(stride(from: 0.06, to: 0.2, by: 0.002)))
  func nothingInANarrowColumnIsLost(share: Double) {
    let cells = ["1.\u{A0}melléklet", "x"].map { Table.Cell([.text($0)]) }
    let layout = Support.typeset(document([.table(Table(.grid, columnShares: [share, 1 - share], rows: [cells]))]))
      .layout
    #expect(layout.lines(page: 0).map(\.text).joined().filter(\.isLetter).contains("melléklet"))
  }

  @Test func footnotesFollowTheirParagraphAndLeadBack() {
    let note = Footnote([.text("Eine Quelle.")])
    let layout = Support.typeset(
      document([
        .paragraph(Paragraph([.text("Erster Satz."), .footnote(note), .text(" Zweiter Satz.")], number: 1)),
        .paragraph(Paragraph([.text("Ohne.")], number: 2)),
      ])
    ).layout
    #expect(
      layout.tree.hasSuffix(
        """
            P
              [1] 1 Erster Satz.\u{202F}
              Reference
                Link
                  Lbl
                    [1] 1
                  link to page 1, 1 area(s), says 1: Eine Quelle.
              [1]  Zweiter Satz.
            Note id=note-1
              Lbl
                Link
                  [1] 1\u{20}
                  link to page 1, 1 area(s), says 1
              [1] Eine Quelle.
            P
              [1] 2 Ohne.
        """))
    // at the foot of the page, not under its paragraph
    let line = layout.lines(page: 0).first { $0.text == "Eine Quelle." }
    #expect((line?.top ?? 0) > PageGeometry.bottom - 12)
  }

  @Test func aNoteTooLongForItsPageGoesOnOnTheNext() {
    let long = Array(repeating: Texts.german, count: 16).joined(separator: " ")
    let layout = Support.typeset(
      document([.paragraph(Paragraph([.text("Satz."), .footnote(Footnote([.text(long)])), .text(" Ende.")]))])
    ).layout
    #expect(layout.pages.count == 2)
    #expect(layout.spokenText.replacing("\u{AD}", with: "").contains(long))
    #expect(layout.lines(page: 0).contains { $0.text.hasPrefix("Satz.") })
  }

  @Test func lettersStandBesideTheirText() {
    let list = List(
      .lowerAlpha,
      [
        List.Item(label: "(a)", [.paragraph(Paragraph([.text("erstens;")]))]),
        List.Item(
          label: "(b)",
          [
            .paragraph(Paragraph([.text("zweitens,")])),
            .list(
              List(
                .disc,
                [
                  List.Item(label: "•", [.paragraph(Paragraph([.text("darunter.")]))])
                ])),
          ]),
      ])
    #expect(
      Support.typeset(document([.list(list)])).layout.tree.hasSuffix(
        """
            L numbering=LowerAlpha
              LI
                Lbl
                  [1] (a)\u{20}
                LBody
                  [1] erstens;
              LI
                Lbl
                  [1] (b)\u{20}
                LBody
                  P
                    [1] zweitens,
                  L numbering=Disc
                    LI
                      Lbl
                        [1] •\u{20}
                      LBody
                        [1] darunter.
        """))
  }

  @Test func quotationsSayTheirLanguage() {
    let quotation = Quotation(language: "en", [.paragraph(Paragraph([.text("We’ll honour it.")]))])
    let foreign: [Inline] = [.text("Das "), .foreign("en", [.text("opt-out")]), .text("-Verfahren.")]
    #expect(
      Support.typeset(document([.quotation(quotation), .paragraph(Paragraph(foreign))])).layout.tree.hasSuffix(
        """
            BlockQuote lang=en
              P
                [1] We’ll honour it.
            P
              [1] Das\u{20}
              Span lang=en
                [1] opt-out
              [1] -Verfahren.
        """))
  }

  @Test func missingCharactersAreReportedWithTheirPlaceAndNotDrawn() {
    let set = Support.typeset(
      document([.paragraph(Paragraph([.text("Daumen \u{1F44D} hoch \u{E000}.")], number: 3))]))
    let found = set.problems.map { "\($0.codePoint ?? "") \($0.place)" }
    #expect(found.contains("U+E000 section part, paragraph 3"))
    for page in set.layout.pages {
      for content in page.contents {
        for case .glyphs(let run, _, _) in content.drawings { #expect(!run.glyphs.contains { $0.id == 0 }) }
      }
    }
    // what is remembered is reported again
    let typesetter = Typesetter(Support.resources)
    let twice = document([.paragraph(Paragraph([.text("\u{E000}")]))])
    #expect(typesetter.typeset(twice).problems == typesetter.typeset(twice).problems)
    #expect(!typesetter.typeset(twice).problems.isEmpty)
  }

  @Test func rightToLeftWordsStandInVisualOrderAndReadInLogicalOrder() {
    let layout = Support.typeset(
      document([
        .paragraph(Paragraph([.literal("Name: שלום עולם (so geschrieben)", hyphenates: false)], style: .ragged))
      ])
    ).layout
    #expect(layout.spokenText.hasSuffix("Name: שלום עולם (so geschrieben)"))
    let lines = layout.lines(page: 0)
    let first = lines.first { $0.text.contains("שלום") }
    let second = lines.first { $0.text.contains("עולם") }
    #expect((first?.x ?? 0) > (second?.x ?? 999))
  }

  @Test func unknownAndDoublePlacesAreProblems() {
    let link = Link(to: .place("nowhere"), [.text("Anlage 9")], description: "Anlage 9")
    let set = Support.typeset(
      document([
        .paragraph(Paragraph([.link(link)], identifier: "a")), .paragraph(Paragraph([.text("x")], identifier: "a")),
      ]))
    #expect(set.problems.map(\.kind) == [.duplicatePlace("a"), .unknownPlace("nowhere")])
  }

  @Test func aPictureIsScaledToThePageAndKeepsItsRemark() {
    let layout = Support.typeset(Samples.complaint(paragraphs: 3, figure: Samples.screenshot)).layout
    let page = layout.pages.count - 1
    let box = layout.elements.compactMap(\.boundingBox).first
    #expect(layout.text(layout.pages[page].contents[1]).hasPrefix("Bestätigung"))
    #expect(abs((box?.width ?? 0) / (box?.height ?? 1) - 1170.0 / 2532) < 1e-6)
    #expect(layout.lines(page: page).contains { $0.text == "Aufgenommen am 20. Mai 2025" })
  }

  @Test func theAddressStandsInTheWindow() {
    for (left, top, width, height) in [(25.0, 50.0, 80.0, 40.0), (20, 27, 85, 45), (110, 45, 90, 35)] {
      var letterhead = Samples.letterhead
      letterhead.window = Letterhead.AddressWindow(left: left, top: top, width: width, height: height)
      let layout = Support.typeset(document([], letterhead: letterhead)).layout
      let lines = layout.lines(page: 0)
      let points = PageGeometry.points
      for text in letterhead.addressee {
        let line = lines.first { $0.text.hasPrefix(text) }
        #expect(abs((line?.x ?? 0) - points(left)) < 0.01)
        #expect((line?.top ?? 0) > points(top) && (line?.top ?? 999) < points(top + height))
      }
      // nothing else stands in it
      for line in lines where !letterhead.addressee.contains(where: { line.text.hasPrefix($0) }) {
        let isOver = line.top - 7 < points(top + height) && line.top + 3 > points(top)
        #expect(!isOver || line.x > points(left + width) || left > 90, "\(line.text)")
      }
    }
  }

  @Test func foldsAndPunchAreMarkedOnTheFirstPageAlone() {
    var letterhead = Samples.letterhead
    (letterhead.folds, letterhead.punch) = ([105, 210], 148.5)
    let long = Array(repeating: Block.paragraph(Paragraph([.text(Texts.german)])), count: 12)
    let pages = Support.typeset(document(long, letterhead: letterhead)).layout.pages
    #expect(pages.count > 1)
    func marks(_ page: Page) -> [Rectangle] {
      page.contents.filter { $0.owner == .artifact(.pagination) }.flatMap(\.drawings).compactMap { drawing in
        if case .rule(let place, _) = drawing { place } else { nil }
      }
    }
    let found = marks(pages[0])
    let heights = found.map { (pages[0].height - $0.y - $0.height / 2) * 25.4 / 72 }
    #expect(heights.count == 3 && zip(heights, [105, 210, 148.5]).allSatisfy { abs($0 - $1) < 0.01 }, "\(heights)")
    #expect(found.allSatisfy { $0.x > 0 && $0.x + $0.width < PageGeometry.left - 20 })
    #expect(pages.dropFirst().allSatisfy { marks($0).isEmpty })
    let plain = Support.typeset(document(long, letterhead: Samples.letterhead)).layout
    #expect(marks(plain.pages[0]).isEmpty)
  }

  /// What one person alone says is not kept: a batch would push out with it what everybody's document says.
  @Test func onlyWhatIsSetAgainIsRemembered() {
    let typesetter = Typesetter(Support.resources)
    let common = Block.paragraph(Paragraph([.text("In jedem Schreiben.")]))
    for person in ["Erste", "Zweite", "Dritte", "Vierte"] {
      _ = typesetter.typeset(document([common, .paragraph(Paragraph([.text("\(person) für sich.")]))]))
    }
    let fewest = typesetter.remembered.paragraphs
    #expect(fewest > 0)
    for person in ["Fünfte", "Sechste", "Siebte"] {
      _ = typesetter.typeset(document([common, .paragraph(Paragraph([.text("\(person) für sich.")]))]))
    }
    #expect(typesetter.remembered.paragraphs == fewest)
  }

  @Test func whatIsSetDoesNotDependOnWhatWasSetBefore() {
    let small = TypesettingResources(
      fonts: Support.fonts, hyphenators: Support.dictionaries, encoder: PlainEncoder(), cachedWords: 16, cachedLines: 8)
    let typesetter = Typesetter(small)
    for paragraphs in [6, 2, 9, 6] { _ = typesetter.typeset(Samples.complaint(paragraphs: paragraphs)) }
    #expect(typesetter.remembered.words <= 32)
    #expect(typesetter.remembered.paragraphs <= 32)
    let used = typesetter.typeset(Samples.complaint(paragraphs: 7)).layout
    let fresh = Support.typeset(Samples.complaint(paragraphs: 7)).layout
    #expect(used.tree == fresh.tree)
    for page in used.pages.indices {
      let pairs = zip(used.lines(page: page), fresh.lines(page: page))
      for (a, b) in pairs { #expect(a.x == b.x && a.top == b.top && a.text == b.text) }
    }
    #expect(used.glyphs == fresh.glyphs)
  }

  @Test func withoutHyphenationNothingIsDividedOrStretched() {
    let plain = TypesettingResources(
      fonts: Support.fonts, hyphenators: Support.dictionaries, encoder: PlainEncoder(), hyphenates: false)
    let layout = Typesetter(plain).typeset(Samples.complaint(paragraphs: 3)).layout
    #expect(!layout.spokenText.contains("\u{AD}"))
  }
}
