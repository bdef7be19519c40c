import Document
import Fonts
import Testing

@testable import Typesetting

@Suite struct LineBreakingTests {
  /// The points of a paragraph, and how it is to be broken.
  private func points(_ text: String, width: Double, language: LanguageTag) -> ([Breakpoint], LineBreaker.Settings) {
    let shaper = WordShaper(Support.resources)
    var builder = ItemBuilder(shaper: shaper, style: .body, firstNote: 0)
    builder.begin(language: language, hyphenates: true)
    builder.add([.text(text)])
    let measure = Units(width) * unitsPerPoint
    let points = BreakpointBuilder.breakpoints(builder.result, measure: measure, hyphenWidths: [3 * 22 * 100])
    return (points, LineBreaker.Settings(measure: measure))
  }

  /// Fills each line as far as it goes, as word processors do, dividing no words.
  private func greedy(_ points: [Breakpoint], _ measure: Units) -> [Int] {
    var ends: [Int] = []
    var start = 0
    var last: Int?
    for (index, point) in points.enumerated().dropFirst() where point.kind != .hyphen {
      if point.end.width - points[start].start.width > measure, let end = last {
        ends.append(end)
        start = end
      }
      last = index
    }
    return ends + [points.count - 1]
  }

  @Test(arguments: [
    (Texts.german, LanguageTag("de"), 438.0), (Texts.english, "en", 438), (Texts.french, "fr", 438),
    (Texts.german, "de", 340), (Texts.english, "en", 320), (Texts.french, "fr", 320),
  ])
  func optimumIsBetterThanGreedy(text: String, language: LanguageTag, width: Double) {
    let (points, settings) = points(text, width: width, language: language)
    var breaker = LineBreaker()
    let best = breaker.lines(points, settings)
    let first = greedy(points, settings.measure)
    #expect(best.ends != first)
    let cost = LineBreaker.cost(of: first, points, settings)
    #expect(best.demerits < cost.demerits)
    // the sum the breaker found is the sum of the lines it chose
    let own = LineBreaker.cost(of: best.ends, points, settings)
    #expect(best.emergencyStretch == 0)
    #expect(abs(own.demerits - best.demerits) < 1e-6 * best.demerits)
  }

  @Test func noOtherChoiceIsBetter() {
    // every way to break a short paragraph, tried one by one
    let text = "Die betroffene Person hat das Recht, aus Gründen, die sich aus ihrer besonderen Situation ergeben."
    let (points, settings) = points(text, width: 190, language: "de")
    var breaker = LineBreaker()
    let best = breaker.lines(points, settings, attempts: [LineBreaker.Attempt(tolerance: 800)])
    var least = Double.infinity
    func extend(_ ends: [Int]) {
      let start = ends.last ?? 0
      for end in (start + 1)..<points.count {
        let natural = points[end].end.width - points[start].start.width
        if natural - (points[end].end.shrink - points[start].start.shrink) > settings.measure { break }
        if end == points.count - 1 {
          let cost = LineBreaker.cost(of: ends + [end], points, settings)
          if cost.ratios.allSatisfy({ $0 <= 2 }) { least = min(least, cost.demerits) }
        } else if LineBreaker.cost(of: ends + [end], points, settings).ratios.last ?? 3 <= 2 {
          extend(ends + [end])
        }
      }
    }
    extend([])
    #expect(least < .infinity)
    let found = LineBreaker.cost(of: best.ends, points, settings)
    #expect(found.demerits <= least + 1e-6)
  }

  @Test func goldenGerman() {
    #expect(
      Support.lines(Support.paragraph(Texts.german, width: 438)) == [
        "Die beschwerdeführende Partei hat der Verarbeitung ihrer personenbezogenen Daten zu Zwe\u{AD}",
        "cken der Entwicklung und Verbesserung von Künstlicher Intelligenz am 20. Mai 2025 über das ",
        "von der Verantwortlichen bereitgestellte Widerspruchsformular widersprochen. Nach Art. 21 ",
        "Abs. 1 Satz 2 DSGVO verarbeitet die Verantwortliche die personenbezogenen Daten nicht mehr, es ",
        "sei denn, sie kann zwingende schutzwürdige Gründe für die Verarbeitung nachweisen, die die In\u{AD}",
        "teressen, Rechte und Freiheiten der betroffenen Person überwiegen. Einen solchen Nachweis hat ",
        "sie nicht geführt; die automatisierte Bestätigung vom selben Tag beschränkt den Widerspruch ",
        "auf öffentliche Inhalte und lässt offen, was mit bereits verwendeten Daten geschieht.",
      ])
  }

  @Test func goldenEnglish() {
    #expect(
      Support.lines(Support.paragraph(Texts.english, width: 438, language: "en")) == [
        "The complainant objected to the processing of her personal data for the development and im\u{AD}",
        "provement of artificial intelligence at the respondent on 20 May 2025 by means of the objection ",
        "form which the respondent had made available for that purpose. Under the second sentence ",
        "of Article 21(1) GDPR the controller shall no longer process the personal data unless it demon\u{AD}",
        "strates compelling legitimate grounds for the processing which override the interests, rights and ",
        "freedoms of the data subject. No such grounds have been demonstrated; the acknowledgement ",
        "of the same day confines the objection to public content and leaves open what becomes of data ",
        "already used.",
      ])
  }

  @Test func goldenFrench() {
    #expect(
      Support.lines(Support.paragraph(Texts.french, width: 320, language: "fr")) == [
        "La partie plaignante s’est opposée, le 20 mai 2025, au traitement de ses ",
        "données à caractère personnel aux fins du développement et de l’amé\u{AD}",
        "lioration de l’intelligence artificielle au moyen du formulaire d’oppo\u{AD}",
        "sition mis à disposition par la responsable du traitement. En vertu de ",
        "l’article 21, paragraphe 1, deuxième phrase, du RGPD, le responsable ",
        "du traitement ne traite plus les données à caractère personnel, à moins ",
        "qu’il ne démontre qu’il existe des motifs légitimes et impérieux pour ",
        "le traitement qui prévalent sur les intérêts et les droits et libertés de ",
        "la personne concernée.",
      ])
  }

  @Test(arguments: [Texts.german, Texts.english, Texts.french], [438.0, 320, 250, 180, 120])
  func wordsAreWholeAgainWithoutHyphens(text: String, width: Double) {
    let lines = Support.lines(Support.paragraph(text, width: width, language: text == Texts.german ? "de" : "en"))
    #expect(lines.joined().replacing("\u{AD}", with: "") == text)
  }

  @Test(arguments: [Texts.german, Texts.english, Texts.french], [438.0, 320, 250, 180])
  func noLineIsTooLongAndAllButTheLastAreFull(text: String, width: Double) {
    let set = Support.paragraph(text, width: width)
    for line in 0..<set.lineCount {
      let right = set.pieces[set.pieces(ofLine: line)].last?.right ?? 0
      #expect(right < width + 0.02)
      if line < set.lineCount - 1 { #expect(right > width - 0.02) }
    }
  }

  @Test func numbersStayWithWhatTheyNumber() {
    for width in stride(from: 230.0, through: 460, by: 7) {
      for text in [
        "Das folgt aus Art. 21 Abs. 1 Satz 2 Nr. 3 und aus § 19 Abs. 2 des Gesetzes, wie Rn. 106 zeigt",
        "Elle résulte de l’article 21, paragraphe 1, du règlement et de l’annexe 2 de la plainte",
        "Das folgt aus der\u{A0}Sache\u{A0}selbst und aus «\u{202F}Treu und Glauben\u{202F}» allein – so die Literatur",
      ] {
        for line in Support.lines(Support.paragraph(text, width: width)).dropFirst() {
          #expect(!(line.first?.isNumber ?? false), "\(line)")
          #expect(!line.hasPrefix("–") && !line.hasPrefix("\u{202F}") && !line.hasPrefix("Sache"), "\(line)")
        }
      }
    }
  }

  @Test func caseNumbersAndCitationsAreNotDivided() {
    let link = Link(to: .uri("https://example.org"), [.text("Datenschutzgrundverordnung C-252/21")], description: "x")
    for width in stride(from: 150.0, through: 300, by: 5) {
      let set = ParagraphSetter(Support.resources).set(
        [.text("Wie der Gerichtshof in der Sache "), .link(link), .text(" entschieden hat.")], .body, "de", width: width
      )
      let text = Support.lines(set).joined(separator: "|")
      #expect(text.contains("Datenschutzgrundverordnung"))
      #expect(text.contains("C-252/21"))
    }
  }

  @Test func longTokensAreBrokenRatherThanOverfull() {
    let hash = String(repeating: "9f86d081884c7d659a2feaa0c55ad015", count: 4)
    let address = "https://www.facebook.com/help/contact/712876720715583?ref=objection&locale=de_DE#form"
    for text in [
      hash, address, "vor \(address) nach", "a\u{A0}\(hash)\u{A0}b", String(repeating: "Wort\u{A0}", count: 60),
    ] {
      let set = Support.paragraph(text, width: 160, style: .fineCell)
      for piece in set.pieces { #expect(piece.right < 160.02) }
      #expect(
        Support.lines(set).joined().replacing("\u{A0}", with: " ").filter { $0 != " " }
          == text.filter { !"\u{A0} ".contains($0) })
    }
    let lines = Support.lines(Support.paragraph(address, width: 200, style: .fineCell))
    #expect(lines == ["https://www.facebook.com/help/contact/", "712876720715583?ref=objection&locale=de_DE#form"])
  }

  @Test func raggedTextIsNeitherStretchedNorDivided() {
    let set = Support.paragraph(Texts.german, width: 200, style: .ragged)
    for piece in set.pieces {
      for glyph in piece.run.glyphs where Support.fonts[piece.run.face].text(of: glyph.id) == " " {
        #expect(glyph.advance == glyph.natural)
      }
    }
    #expect(!Support.lines(set).joined().contains("\u{AD}"))
  }

  @Test func noLigatureReachesOverAHyphenationPoint() {
    let ligatures = { (text: String) in
      Support.paragraph(text, width: 400).pieces.flatMap(\.run.glyphs)
        .filter { (Support.fonts[.serif].text(of: $0.id)?.count ?? 1) > 1 }.count
    }
    #expect(ligatures("Auflage") == 0)
    #expect(ligatures("Stofffülle") == ligatures("Stoff") + ligatures("fülle"))
    #expect(ligatures("finden") == 1)
  }

  @Test func replacedLettersAreSpelledAsTheyAreDivided() {
    // Hungarian: hosszú is divided hosz-szú, összekötő ösz-szekötő
    var found: Set<String> = []
    for width in stride(from: 60.0, through: 140, by: 1) {
      let lines = Support.lines(Support.paragraph("Az asszonynak hosszú összekötő", width: width, language: "hu"))
      for (line, next) in zip(lines, lines.dropFirst()) where line.hasSuffix("sz\u{AD}") {
        #expect(next.hasPrefix("sz"))
        found.insert(String(line.split(separator: " ").last ?? ""))
      }
      #expect(!lines.contains { $0.hasSuffix("s\u{AD}") })
    }
    #expect(found.isSuperset(of: ["hosz\u{AD}", "ösz\u{AD}"]))
  }

  @Test func lastLinesAreNoRemnants() {
    for width in stride(from: 200.0, through: 460, by: 6) {
      for text in [Texts.german, Texts.english] {
        let set = Support.paragraph(text, width: width, language: text == Texts.german ? "de" : "en")
        let lines = Support.lines(set)
        let last = lines[lines.count - 1]
        #expect(last.count >= 5, "\(width): \(last)")
      }
    }
  }
}
