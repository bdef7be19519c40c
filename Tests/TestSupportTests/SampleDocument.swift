import TestSupport

/// A small document with one of everything that a complaint has, written by hand: it conforms, and can be spoilt.
///
/// Its letters are boxes (a Type 3 font), so that no font file is needed; only what they stand for counts.
struct SampleDocument {
  private var editor = PDFEditor()
  private var content: [String] = ["", ""]
  private var owners: [[PDFObject]] = [[], []]
  private var annotations: [[PDFObject]] = [[], []]
  private var pages: [PDFObject] = []
  private var codes: [Unicode.Scalar: Int] = [:]
  private var linkParents: [(key: Int, element: PDFObject)] = []
  private var kids: [Int: [PDFObject]] = [:]
  private var headings: [(title: String, page: Int)] = []
  private let catalog: PDFObject
  private let tree: PDFObject

  private init() {
    catalog = editor.add(.null)
    tree = editor.add(.null)
    for _ in content { pages.append(editor.add(.null)) }
  }

  /// The file.
  static func file() throws -> PDFFile {
    var sample = SampleDocument()
    let document = sample.element("Document", in: nil)
    sample.paragraph("Erika Beispiel, Musterweg 1, 04109 Leipzig", in: document)
    let title = sample.element("H1", in: document)
    sample.show("Complaint under Art. 77 GDPR", in: title)
    sample.captionTable(in: document)
    sample.heading("1 Facts", in: document)
    sample.linked(in: document)
    let quotation = sample.element("BlockQuote", in: document, ["Lang": .string(Array("fr".utf8))])
    sample.paragraph("Nous avons bien reçu votre opposition.", in: quotation)
    sample.footnote(in: document)
    sample.requests(in: document)
    sample.heading("2 Evidence", page: 1, in: document)
    sample.figure(in: document)
    sample.attach()
    return try sample.finish()
  }

  private mutating func element(_ role: String, in parent: PDFObject?, _ more: [String: PDFObject] = [:]) -> PDFObject {
    let entries: [String: PDFObject] = ["Type": .name("StructElem"), "S": .name(role), "P": parent ?? tree]
    let element = editor.add(.dictionary(entries.merging(more) { $1 }))
    kids[parent?.reference ?? 0, default: []].append(element)
    return element
  }

  private mutating func show(_ text: String, in element: PDFObject, page: Int = 0, extra: String = "") {
    guard let number = element.reference else { return }
    let mcid = owners[page].count
    owners[page].append(element)
    kids[number, default: []].append(
      .dictionary(["Type": .name("MCR"), "Pg": pages[page], "MCID": .integer(mcid)]))
    content[page] +=
      "/P <</MCID \(mcid)>> BDC BT /F1 11 Tf 1 0 0 1 70 \(780 - 20 * mcid) Tm \(encoded(text)) Tj ET\(extra) EMC\n"
  }

  private mutating func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return "<"
      + text.unicodeScalars.map { scalar in
        let code = codes[scalar] ?? codes.count + 1
        codes[scalar] = code
        return String([digits[code >> 4], digits[code & 15]])
      }.joined() + ">"
  }

  private mutating func paragraph(_ text: String, in parent: PDFObject) {
    let element = self.element("P", in: parent)
    show(text, in: element)
  }

  private mutating func heading(_ text: String, page: Int = 0, in parent: PDFObject) {
    let element = self.element("H2", in: parent)
    show(text, in: element, page: page)
    headings.append((text, page))
  }

  private mutating func captionTable(in document: PDFObject) {
    let table = element("Table", in: document)
    for (head, value) in [("Complainant", "Erika Beispiel"), ("Respondent", "Meta Platforms Ireland Ltd")] {
      let row = element("TR", in: table)
      let scope: PDFObject = .dictionary(["O": .name("Table"), "Scope": .name("Row")])
      let header = element("TH", in: row, ["A": scope])
      show(head, in: header)
      let cell = element("TD", in: row)
      show(value, in: cell)
    }
  }

  /// A paragraph with a word cut by a soft hyphen, a link, and its end on the next page.
  private mutating func linked(in document: PDFObject) {
    let paragraph = element("P", in: document)
    show("1 The controller pro\u{AD}", in: paragraph)
    show("cesses the data, see ", in: paragraph)
    let link = element("Link", in: paragraph)
    show("Annex 1", in: link)
    let annotation = editor.add(
      .dictionary([
        "Type": .name("Annot"), "Subtype": .name("Link"), "Rect": .array([70, 600, 120, 612].map { .integer($0) }),
        "Dest": .array([pages[1], .name("XYZ"), .integer(0), .integer(800), .null]), "F": .integer(4),
        "StructParent": .integer(2), "Contents": .string(Array("Annex 1, screenshot, page 2".utf8)),
      ]))
    annotations[0].append(annotation)
    linkParents.append((2, link))
    kids[link.reference ?? 0, default: []].append(
      .dictionary(["Type": .name("OBJR"), "Pg": pages[0], "Obj": annotation]))
    show(", and goes on", in: paragraph, page: 1)
  }

  private mutating func footnote(in document: PDFObject) {
    let note = element("Note", in: document, ["ID": .string(Array("note-1".utf8))])
    let label = element("Lbl", in: note)
    show("1 ", in: label)
    show("CJEU, C-252/21, para. 106", in: note)
  }

  private mutating func requests(in document: PDFObject) {
    let numbering: PDFObject = .dictionary(["O": .name("List"), "ListNumbering": .name("LowerAlpha")])
    let list = element("L", in: document, ["A": numbering])
    for (label, text) in [("(a) ", "find an infringement"), ("(b) ", "order erasure")] {
      let item = element("LI", in: list)
      let mark = element("Lbl", in: item)
      show(label, in: mark)
      let body = element("LBody", in: item)
      show(text, in: body)
    }
  }

  private mutating func figure(in document: PDFObject) {
    let box: PDFObject = .dictionary([
      "O": .name("Layout"), "BBox": .array([70, 400, 170, 500].map { .integer($0) }),
    ])
    let figure = element(
      "Figure", in: document, ["A": box, "Alt": .string(Array("Screenshot of the confirmation of 27 May 2025".utf8))])
    show("OK", in: figure, page: 1, extra: " q 70 400 100 100 re f Q")
  }

  private mutating func attach() {
    let bytes = Array("Subject: Your objection\n".utf8)
    let stream = editor.add(
      .stream(
        [
          "Type": .name("EmbeddedFile"), "Subtype": .name("message/rfc822"),
          "Params": .dictionary(["Size": .integer(bytes.count), "ModDate": .string(Array("D:20250601000000Z".utf8))]),
        ], bytes))
    let name: PDFObject = .string(Array("annex-1.eml".utf8))
    let specification = editor.add(
      .dictionary([
        "Type": .name("Filespec"), "F": name, "UF": name, "Desc": .string(Array("Annex 1, original e-mail".utf8)),
        "AFRelationship": .name("Source"), "EF": .dictionary(["F": stream, "UF": stream]),
      ]))
    editor.edit(catalog.reference ?? 0) { _ in }
    editor.objects[catalog.reference ?? 0] = .dictionary([
      "AF": .array([specification]),
      "Names": .dictionary(["EmbeddedFiles": .dictionary(["Names": .array([name, specification])])]),
    ])
  }

  private mutating func finish() throws -> PDFFile {
    for (number, list) in kids where number != 0 { editor.edit(number) { $0["K"] = .array(list) } }
    let root = kids[0]?.first ?? .null
    let pageTree = editor.add(.null)
    for page in pages.indices {
      content[page] +=
        "/Artifact <</Type /Pagination /Subtype /Footer>> BDC BT /F1 9 Tf 1 0 0 1 500 30 Tm "
        + "\(encoded("page \(page + 1) of 2")) Tj ET EMC\n"
    }
    let font = self.font()
    for (place, page) in pages.enumerated() {
      let stream = editor.add(.stream([:], Array(("/Grey cs 0 sc\n" + content[place]).utf8)))
      let white: PDFObject = .dictionary(["WhitePoint": .array([.real(0.9505), .integer(1), .real(1.089)])])
      editor.objects[page.reference ?? 0] = .dictionary([
        "Type": .name("Page"), "Parent": pageTree, "MediaBox": .array([0, 0, 595, 842].map { .integer($0) }),
        "Contents": stream, "StructParents": .integer(place), "Tabs": .name("S"), "Annots": .array(annotations[place]),
        "Resources": .dictionary([
          "Font": .dictionary(["F1": font]), "ColorSpace": .dictionary(["Grey": .array([.name("CalGray"), white])]),
        ]),
      ])
    }
    editor.objects[pageTree.reference ?? 0] = .dictionary([
      "Type": .name("Pages"), "Kids": .array(pages), "Count": .integer(pages.count),
    ])
    writeTree(root)
    writeCatalog(pageTree)
    return try editor.file()
  }

  private mutating func writeTree(_ root: PDFObject) {
    var numbers: [PDFObject] = []
    for (place, list) in owners.enumerated() { numbers += [.integer(place), .array(list)] }
    for parent in linkParents { numbers += [.integer(parent.key), parent.element] }
    let notes = editor.objects.filter { number, object in
      if case .dictionary(let entries) = object { entries["S"] == .name("Note") } else { false }
    }
    editor.objects[tree.reference ?? 0] = .dictionary([
      "Type": .name("StructTreeRoot"), "K": root, "ParentTree": .dictionary(["Nums": .array(numbers)]),
      "ParentTreeNextKey": .integer(3),
      "IDTree": .dictionary([
        "Names": .array(notes.keys.flatMap { [.string(Array("note-1".utf8)), .reference($0)] as [PDFObject] })
      ]),
    ])
  }

  private mutating func writeCatalog(_ pageTree: PDFObject) {
    let outlines = editor.add(.null)
    let items = headings.map { heading in
      editor.add(
        .dictionary([
          "Title": .string(Array(heading.title.utf8)), "Parent": outlines,
          "Dest": .array([pages[heading.page], .name("XYZ"), .integer(0), .integer(800), .null]),
        ]))
    }
    for (item, next) in zip(items, items.dropFirst()) {
      editor.edit(item.reference ?? 0) { $0["Next"] = next }
      editor.edit(next.reference ?? 0) { $0["Prev"] = item }
    }
    editor.objects[outlines.reference ?? 0] = .dictionary([
      "First": items.first ?? .null, "Last": items.last ?? .null, "Count": .integer(items.count),
    ])
    let metadata = editor.add(.stream(["Type": .name("Metadata"), "Subtype": .name("XML")], Array(Self.packet.utf8)))
    let language: PDFObject = .string(Array("en-IE".utf8))
    editor.edit(catalog.reference ?? 0) { entries in
      entries["Type"] = .name("Catalog")
      entries["Pages"] = pageTree
      entries["Lang"] = language
      entries["MarkInfo"] = .dictionary(["Marked": .boolean(true)])
      entries["ViewerPreferences"] = .dictionary(["DisplayDocTitle": .boolean(true)])
      entries["PageMode"] = .name("UseOutlines")
      entries["PageLabels"] = .dictionary(["Nums": .array([.integer(0), .dictionary(["S": .name("D")])])])
      entries["Outlines"] = outlines
      entries["Metadata"] = metadata
      entries["StructTreeRoot"] = tree
    }
    let date: PDFObject = .string(Array("D:20250601000000Z".utf8))
    let information = editor.add(
      .dictionary(["Title": .string(Array("Complaint".utf8)), "CreationDate": date, "ModDate": date]))
    let identifier: PDFObject = .string(Array("0123456789abcdef".utf8))
    editor.trailer = ["Root": catalog, "Info": information, "ID": .array([identifier, identifier])]
  }

  private mutating func font() -> PDFObject {
    let count = codes.count
    let shape = editor.add(.stream([:], Array("500 0 0 0 500 700 d1 50 0 400 700 re f".utf8)))
    var pairs = ""
    for (scalar, code) in codes.sorted(by: { $0.value < $1.value }) {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let codeDigits = String(code, radix: 16, uppercase: true)
      pairs +=
        "<\(codeDigits.count == 1 ? "0" : "")\(codeDigits)> <\(String(repeating: "0", count: 4 - digits.count))\(digits)>\n"
    }
    let map = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap
      /CMapName /Sample def /CMapType 2 def
      1 begincodespacerange <00> <FF> endcodespacerange
      \(count) beginbfchar
      \(pairs)endbfchar endcmap CMapName currentdict /CMap defineresource pop end end
      """
    let names = (1...count).map { "c\($0)" }
    return editor.add(
      .dictionary([
        "Type": .name("Font"), "Subtype": .name("Type3"), "FontBBox": .array([0, 0, 500, 700].map { .integer($0) }),
        "FontMatrix": .array([.real(0.001), .integer(0), .integer(0), .real(0.001), .integer(0), .integer(0)]),
        "CharProcs": .dictionary(Dictionary(names.map { ($0, shape) }) { first, _ in first }),
        "Encoding": .dictionary([
          "Type": .name("Encoding"), "Differences": .array([.integer(1)] + names.map { .name($0) }),
        ]),
        "FirstChar": .integer(1), "LastChar": .integer(count),
        "Widths": .array(names.map { _ in .integer(500) }), "Resources": .dictionary([:]),
        "ToUnicode": editor.add(.stream([:], Array(map.utf8))),
      ]))
  }

  private static let packet = """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
     xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Complaint</rdf:li></rdf:Alt></dc:title>
    <xmp:CreateDate>2025-06-01T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>2025-06-01T00:00:00Z</xmp:ModifyDate>
    <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
     xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>part</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
    </rdf:RDF></x:xmpmeta>
    <?xpacket end="w"?>
    """
}
