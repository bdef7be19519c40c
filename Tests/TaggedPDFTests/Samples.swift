import Document
import Fonts
import Foundation
import Storage
import TaggedPDF
import Typesetting

extension Attachment {
  /// What is in it.
  var bytes: [UInt8] {
    get { data.array ?? [] }
    set { data = StoredBytes(newValue) }
  }
}

/// What the tests share; opened once.
enum Samples {
  static let library = Result { try FontLibrary(folder: "/usr/share/fonts/truetype") }
  static let profile = Result {
    Array(try Data(contentsOf: URL(filePath: "/usr/share/color/icc/sRGB.icc")))
  }
  static let german = Result {
    try PDFResources(library: try library.get(), language: "de", outputProfile: try profile.get())
  }
  static let metadata = PDFMetadata(
    title: "Beschwerde nach Art. 77 DSGVO <&>", producer: "complain", date: PDFDate(year: 2026, month: 3, day: 1))

  static func builder() throws -> LayoutBuilder {
    LayoutBuilder(try german.get(), library: try library.get())
  }

  static func write(
    _ layout: Layout, metadata: PDFMetadata = metadata, attachments: [Attachment] = []
  ) throws -> [UInt8] {
    var writer = try PDFWriter(resources: try german.get())
    return try writer.write(layout, metadata: metadata, attachments: attachments)
  }

  static let mail = Attachment(
    name: "annex-1.eml", description: "Anlage 1, Original-E-Mail, unverändert", mediaType: "message/rfc822",
    relationship: .source, data: StoredBytes(Array(String(repeating: "Subject: Bestätigung\r\n", count: 40).utf8)),
    sha256: String(repeating: "ab", count: 32), date: (2025, 6, 12))
  static let picture = Attachment(
    name: "annex-2.png", description: "Anlage 2, Original (Bild), unverändert", mediaType: "image/png",
    relationship: .supplement, data: StoredBytes((0..<200).map { UInt8($0) }),
    sha256: String(repeating: "cd", count: 32),
    date: (2025, 6, 13))

  /// A palette of four colours, two bits a pixel, as a PNG holds it.
  static let palette = Image(
    width: 8, height: 8, bitsPerComponent: 2,
    colourSpace: .indexed(palette: [0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255]), encoding: .pngRows,
    data: StoredBytes(zlibStored(Array(repeating: [0, 0b0001_1011, 0b1110_0100], count: 8).flatMap { $0 })),
    identity: "palette")

  /// Red, half transparent from left to right.
  static let translucent = Image(
    width: 4, height: 4, bitsPerComponent: 8, colourSpace: .rgb, encoding: .raw,
    data: StoredBytes(Array(repeating: [200, 0, 0], count: 16).flatMap { $0 }),
    opacity: StoredBytes((0..<16).map { UInt8($0 % 4 * 80) }), identity: "translucent")

  /// A zlib stream of one stored block.
  static func zlibStored(_ bytes: [UInt8]) -> [UInt8] {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    let count = UInt16(bytes.count)
    let sum = b << 16 | a
    let header: [UInt8] = [
      0x78, 0x01, 1, UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8),
    ]
    return header + bytes + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
  }

  /// A letter with one of everything.
  static func letter() throws -> LayoutBuilder {
    let builder = try builder()
    builder.page()
    builder.text("Beschwerde nach Art. 77 DSGVO", of: builder.element(.heading1), face: .serifBold, size: 16)
    builder.table(heads: [], rows: [["Partei", "Erika Beispiel"], ["Kennung", "EB-1"]])
    builder.text("1 Sachverhalt", of: builder.element(.heading2), face: .serifBold, size: 12)
    let first = builder.element(.paragraph)
    builder.text("1 Die Auflage häufiger Schiffahrt ist (keine) Öffnung \\ der fi-Ligatur. ", of: first)
    builder.link("Urteil C-252/21", to: .uri("https://curia.europa.eu/juris/liste.jsf?num=C-252/21"), in: first)
    let emphasis = builder.element(.span, in: first)
    builder.text("Meta Platforms ", of: emphasis, face: .serifItalic)
    builder.elements[emphasis].language = "en"
    let reference = builder.element(.reference, in: first)
    builder.link("Anlage 1", to: .place(page: 1, y: 700), in: reference)
    let note = builder.element(.note, in: first)
    builder.elements[note].identifier = "note-1"
    builder.text("1", of: builder.element(.label, in: note), size: 9)
    builder.text(" Fußnote mit Łódź und Ελληνικά. ", of: note, size: 9)
    let list = builder.element(.list)
    builder.elements[list].numbering = .lowerAlpha
    for label in ["(a)", "(b)"] {
      let item = builder.element(.listItem, in: list)
      builder.text(label, of: builder.element(.label, in: item))
      builder.text("Antrag \(label)", of: builder.element(.paragraph, in: builder.element(.listBody, in: item)), x: 90)
    }
    let quotation = builder.element(.blockQuotation)
    builder.elements[quotation].language = "en"
    builder.text("We will honour your objection.", of: builder.element(.paragraph, in: quotation))
    let split = builder.element(.paragraph)
    builder.text("Ein Absatz über zwei ", of: split)
    let head = builder.runs("Beschwerde", face: .sans, size: 9).map { Drawing.glyphs($0, x: 70, y: 810) }
    builder.furniture(.footer, builder.runs("Seite 1 von 2", face: .sans, size: 9).map { .glyphs($0, x: 70, y: 30) })
    builder.page()
    builder.furniture(.header, head)
    builder.furniture(.footer, builder.runs("Seite 2 von 2", face: .sans, size: 9).map { .glyphs($0, x: 70, y: 30) })
    builder.furniture(.layout, [.rule(Rectangle(x: 70, y: 805, width: 400, height: 0.5), gray: 0.5)])
    builder.text("Seiten.", of: split)
    builder.text("2 Anlage 1: Bildschirmfoto", of: builder.element(.heading2), face: .serifBold, size: 12)
    builder.text("2.1 Bild", of: builder.element(.heading3), face: .serifBold, size: 11)
    builder.figure(palette, alternative: "Einstellungen", box: Rectangle(x: 70, y: 500, width: 100, height: 100))
    builder.figure(translucent, alternative: "Rotes Bild", box: Rectangle(x: 70, y: 300, width: 100, height: 100))
    builder.outline = [
      Bookmark(title: "1 Sachverhalt", page: 0, y: 700),
      Bookmark(
        title: "2 Anlage 1: Bildschirmfoto", page: 1, y: 800, children: [Bookmark(title: "2.1 Bild", page: 1, y: 600)]),
    ]
    return builder
  }

  /// A heading and a line that the base subset of German lacks most letters of.
  static func greek() throws -> LayoutBuilder {
    let builder = try builder()
    builder.page()
    builder.text("Καταγγελία", of: builder.element(.heading1), face: .serifBold, size: 16)
    builder.text("Ab Αθήνα und ab Δελφοί: Ж", of: builder.element(.paragraph))
    return builder
  }
}
