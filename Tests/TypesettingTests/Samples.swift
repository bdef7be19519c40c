import Document
import Storage

/// Documents to set, with everything a complaint has.
enum Samples {
  static let furniture = Furniture(
    head: "Beschwerde nach Art. 77 DSGVO", reference: "EB-2026-01", pageNumber: "Seite {page} von {pages}",
    annexPageNumber: "Blatt {page} von {pages}")

  static let letterhead = Letterhead(
    sender: ["Erika Beispiel", "Musterweg 3", "04109 Leipzig", "erika.beispiel@example.org"],
    addressee: [
      "Sächsische Datenschutz- und", "Transparenzbeauftragte", "Postfach 11 01 32", "01330 Dresden",
    ],
    window: Letterhead.AddressWindow(left: 25, top: 50, width: 80, height: 40),
    placeAndDate: "Leipzig, 23. November 2026", delivery: ["per E-Mail an post@sdtb.sachsen.de"])

  /// As tall as a telephone's screen.
  static let screenshot = Image(
    width: 1170, height: 2532, bitsPerComponent: 8, colourSpace: .gray, encoding: .raw, data: StoredBytes(),
    identity: "screen")

  static func text(_ string: String) -> [Inline] { [.text(string)] }

  static func citation(_ string: String, to place: String) -> Inline {
    .link(
      Link(to: .uri("https://eur-lex.europa.eu/\(place)"), [.literal(string, hyphenates: false)], description: string))
  }

  static var caption: Table {
    Table(
      .caption, columnShares: [0.27, 0.73],
      rows: [
        [
          Table.Cell(text("Beschwerdeführende Partei")), Table.Cell(text("Erika Beispiel, Musterweg 3, 04109 Leipzig")),
        ],
        [
          Table.Cell(text("Beschwerdegegnerin")),
          Table.Cell(text("Meta Platforms Ireland Limited, Merrion Road, Dublin 4, D04 X2K5, Irland")),
        ],
        [Table.Cell(text("Eigenes Zeichen")), Table.Cell(text("EB-2026-01"))],
      ])
  }

  /// A complaint with sections, footnotes, links, lists, quotations, tables, annexes.
  static func complaint(paragraphs: Int = 12, figure: Image? = nil) -> Document {
    var number = 0
    func numbered(_ content: [Inline]) -> Block {
      number += 1
      return .paragraph(Paragraph(content, number: number, identifier: "p\(number)"))
    }
    var facts: [Block] = []
    for index in 0..<paragraphs {
      var content: [Inline] = [.text(index % 2 == 0 ? Texts.german : String(Texts.german.prefix(320)) + ".")]
      if index % 3 == 0 {
        content += [
          .text(" Siehe "),
          .link(Link(to: .place("annex-1"), [.text("Anlage 1")], description: "Anlage 1, Widerspruch")),
          .text(" und "), citation("EuGH, Urteil vom 4. Juli 2023, C-252/21, Meta Platforms, Rn. 106", to: "c-252-21"),
          .text("."),
        ]
      }
      if index % 4 == 1 {
        content += [
          .footnote(
            Footnote(
              text(
                "EDSA, Stellungnahme 28/2024 vom 17. Dezember 2024 zu bestimmten Datenschutzaspekten der Verarbeitung personenbezogener Daten im Zusammenhang mit KI-Modellen, Rn. 102."
              ))),
          .text(" Das gilt unverändert fort."),
        ]
      }
      facts.append(numbered(content))
    }
    let quotation = Quotation(
      language: "en",
      [
        .paragraph(
          Paragraph(
            text("We’ll honour your objection. If your objection is honoured, it will be applied going forward.")))
      ])
    let requests = List(
      .lowerAlpha,
      [
        List.Item(
          label: "(a)",
          [
            .paragraph(
              Paragraph(
                text("festzustellen, dass die Verarbeitung gegen Art. 6 Abs. 1 und Art. 21 Abs. 1 DSGVO verstößt;")))
          ]),
        List.Item(
          label: "(b)",
          [
            .paragraph(
              Paragraph(
                text(
                  "die Verantwortliche nach Art. 58 Abs. 2 Buchst. c DSGVO anzuweisen, dem Widerspruch für alle Daten und alle Konten der beschwerdeführenden Partei zu entsprechen;"
                )))
          ]),
      ])
    let annexTable = Table(
      .grid, columnShares: [0.12, 0.5, 0.16, 0.22],
      columnHeads: ["Anlage", "Inhalt", "Datum", "SHA-256 (kurz)"].map { Table.Cell(text($0)) },
      rows: (1...3).map { row in
        [
          Table.Cell([citation("\(row)", to: "annex")]), Table.Cell(text("Bestätigung des Widerspruchs per E-Mail")),
          Table.Cell(text("20.05.2025")), Table.Cell(text("9f86d081884c7d65")),
        ]
      })
    let sections = [
      Section(
        Heading(number: "1", text("Parteien"), identifier: "parties"),
        [numbered(text("Die beschwerdeführende Partei ist Nutzerin von Facebook und Instagram."))]),
      Section(
        Heading(number: "2", text("Sachverhalt"), identifier: "facts"), [],
        subsections: [
          Subsection(
            Heading(number: "2.1", text("Ankündigung"), identifier: "announcement"), Array(facts.prefix(paragraphs / 2))
          ),
          Subsection(
            Heading(number: "2.2", text("Antwort der Verantwortlichen"), identifier: "answer"),
            [numbered(text("Die Antwort lautet:")), .quotation(quotation)] + facts.dropFirst(paragraphs / 2)),
        ]),
      Section(
        Heading(number: "3", text("Anträge"), identifier: "requests"),
        [numbered(text("Die beschwerdeführende Partei beantragt,")), .list(requests)]),
      Section(
        Heading(number: "4", text("Unterschrift"), identifier: "signature"),
        [
          .signature(
            SignatureField(placeAndDate: "Leipzig, den 23. November 2026", caption: "Unterschrift: Erika Beispiel"))
        ]),
      Section(Heading(number: "5", text("Verzeichnis der Anlagen"), identifier: "annexes"), [.table(annexTable)]),
    ]
    var shown: [Block] = [
      .paragraph(Paragraph(text("Bestätigung des Widerspruchs, zitiert in Abs. 3."), style: .ragged))
    ]
    if let figure { shown.append(.figure(Figure(figure, alternative: "Bildschirmfoto der Bestätigung"))) }
    shown.append(.paragraph(Paragraph(text("Aufgenommen am 20. Mai 2025"), style: .note)))
    let annexes = [
      Annex(
        Heading(text("Anlage 1: Widerspruch vom 20. Mai 2025"), identifier: "annex-1"),
        stamp: "Anlage 1 · Widerspruch · 20. Mai 2025 · SHA-256 9f86d081884c7d65", blocks: shown)
    ]
    return Document(
      language: "de", metadataTitle: "Beschwerde", furniture: furniture, letterhead: letterhead, caption: caption,
      title: text("Beschwerde"), subtitle: text("nach Art. 77 Abs. 1 DSGVO in Verbindung mit § 19 BDSG"),
      opening: [
        .paragraph(Paragraph([.strong(text("Worum es geht: ")), .text(String(Texts.german.prefix(300)) + ".")]))
      ],
      sections: sections, annexes: annexes)
  }
}
