import Document
import Testing

@testable import Typesetting

@Suite struct ReadingOrderTests {
  /// Sender, authority, delivery, date, caption, title, body, signature, list of annexes, annexes.
  @Test func complaint() {
    let layout = Support.typeset(Samples.complaint(paragraphs: 0, figure: Samples.screenshot)).layout
    #expect(layout.tree == Self.golden)
  }

  @Test func bookmarksAndPageLabels() {
    let layout = Support.typeset(Samples.complaint(paragraphs: 12)).layout
    let outline = layout.outline.flatMap { [$0.title] + $0.children.map { "  " + $0.title } }
    #expect(
      outline == [
        "1 Parteien", "2 Sachverhalt", "  2.1 Ankündigung", "  2.2 Antwort der Verantwortlichen", "3 Anträge",
        "4 Unterschrift", "5 Verzeichnis der Anlagen", "Anlage 1: Widerspruch vom 20. Mai 2025",
      ])
    for (index, page) in layout.pages.enumerated() {
      #expect(page.label == String(index + 1))
      let foot = layout.lines(page: index).filter { $0.top > PageGeometry.bottom + 10 }
      let texts = foot.map { $0.text }
      #expect(texts == ["EB-2026-01", "Seite \(index + 1) von \(layout.pages.count)"])
      #expect(!foot.contains { !$0.isArtifact })
      let head = layout.lines(page: index).filter { $0.text == "Beschwerde nach Art. 77 DSGVO" }
      #expect(head.count == (index == 0 ? 0 : 1) && !head.contains { !$0.isArtifact })
    }
    let stamps = layout.lines(page: layout.pages.count - 1).filter { $0.text.hasPrefix("Anlage 1 ·") }
    #expect(stamps.count == 1 && !stamps.contains { !$0.isArtifact })
    #expect(layout.lines(page: layout.pages.count - 1).contains { $0.text == "Blatt 1 von 1" })
  }

  @Test func aParagraphOverTwoPagesIsOneElement() {
    var found = 0
    for paragraphs in 10...16 {
      let layout = Support.typeset(Samples.complaint(paragraphs: paragraphs)).layout
      for (index, element) in layout.elements.enumerated() {
        let pages = element.kids.compactMap { kid -> Int? in
          if case .content(let page, _) = kid { page } else { nil }
        }
        guard Set(pages).count > 1 else { continue }
        found += 1
        #expect(element.role == .paragraph)
        // nothing of head, foot or notes is inside
        let text = Support.text(of: index, in: layout)
        #expect(!text.contains("Seite ") && !text.contains("EDSA"))
      }
    }
    #expect(found > 3)
  }

  static let golden = """
    Document
      P
        [1] Erika Beispiel Musterweg 3 04109 Leipzig erika.beispiel@example.org
      P
        [1] Sächsische Datenschutz- und Transparenzbeauftragte Postfach 11 01 32 01330 Dresden
      P
        [1] per E-Mail an post@sdtb.sachsen.de
      P
        [1] Leipzig, 23. November 2026
      Table
        TR
          TH scope=Row
            [1] Beschwerdeführende Partei
          TD
            [1] Erika Beispiel, Musterweg 3, 04109 Leipzig
        TR
          TH scope=Row
            [1] Beschwerdegegnerin
          TD
            [1] Meta Platforms Ireland Limited, Merrion Road, Dublin 4, D04 X2K5, Irland
        TR
          TH scope=Row
            [1] Eigenes Zeichen
          TD
            [1] EB-2026-01
      H1
        [1] Beschwerde
      P
        [1] nach Art. 77 Abs. 1 DSGVO in Verbindung mit § 19 BDSG
      P
        [1] Worum es geht: Die beschwerdeführende Partei hat der Verarbeitung ihrer personenbezogenen Daten zu \
    Zwecken der Entwicklung und Verbesserung von Künstlicher Intelligenz am 20. Mai 2025 über das von der \
    Verantwortlichen bereitgestellte Widerspruchsformular widersprochen. Nach Art. 21 Abs. 1 Satz 2 DSGVO \
    verarbeitet .
      Sect
        H2
          [1] 1 Parteien
        P
          [1] 1 Die beschwerdeführende Partei ist Nutzerin von Facebook und Instagram.
      Sect
        H2
          [1] 2 Sachverhalt
        Sect
          H3
            [1] 2.1 Ankündigung
        Sect
          H3
            [1] 2.2 Antwort der Verantwortlichen
          P
            [1] 2 Die Antwort lautet:
          BlockQuote lang=en
            P
              [1] We’ll honour your objection. If your objection is honoured, it will be applied going forward.
      Sect
        H2
          [1] 3 Anträge
        P
          [1] 3 Die beschwerdeführende Partei beantragt,
        L numbering=LowerAlpha
          LI
            Lbl
              [1] (a)\u{20}
            LBody
              [1] festzustellen, dass die Verarbeitung gegen Art. 6 Abs. 1 und Art. 21 Abs. 1 DSGVO verstößt;
          LI
            Lbl
              [1] (b)\u{20}
            LBody
              [1] die Verantwortliche nach Art. 58 Abs. 2 Buchst. c DSGVO anzuweisen, dem Widerspruch für alle \
    Daten und alle Konten der beschwerdeführenden Partei zu entsprechen;
      Sect
        H2
          [2] 4 Unterschrift
        P
          [2] Leipzig, den 23. November 2026
        P
          [2] Unterschrift: Erika Beispiel
      Sect
        H2
          [2] 5 Verzeichnis der Anlagen
        Table
          TR
            TH scope=Column
              [2] Anlage
            TH scope=Column
              [2] Inhalt
            TH scope=Column
              [2] Datum
            TH scope=Column
              [2] SHA-256 (kurz)
          TR
            TH scope=Row
              Link
                [2] 1
                link to https://eur-lex.europa.eu/annex, 1 area(s), says 1
            TD
              [2] Bestätigung des Widerspruchs per E-Mail
            TD
              [2] 20.05.2025
            TD
              [2] 9f86d081884c7d65
          TR
            TH scope=Row
              Link
                [2] 2
                link to https://eur-lex.europa.eu/annex, 1 area(s), says 2
            TD
              [2] Bestätigung des Widerspruchs per E-Mail
            TD
              [2] 20.05.2025
            TD
              [2] 9f86d081884c7d65
          TR
            TH scope=Row
              Link
                [2] 3
                link to https://eur-lex.europa.eu/annex, 1 area(s), says 3
            TD
              [2] Bestätigung des Widerspruchs per E-Mail
            TD
              [2] 20.05.2025
            TD
              [2] 9f86d081884c7d65
      Sect
        H2
          [3] Anlage 1: Widerspruch vom 20. Mai 2025
        P
          [3] Bestätigung des Widerspruchs, zitiert in Abs. 3.
        Figure alt=Bildschirmfoto der Bestätigung
          [3] (image)
        P
          [3] Aufgenommen am 20. Mai 2025
    """
}
