import Document
import Haru
import Storage
import TestSupport
import Testing
import Typesetting

@testable import TaggedPDF

/// Single objects, read from the file or from the syntax that is written.
@Suite struct ObjectTests {
  static func written(_ body: (inout PDFBuffer) -> Void) -> String {
    var out = PDFBuffer()
    body(&out)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  static func labels(_ labels: [String]) -> String {
    written { PageLabels.write(labels.map { Page(width: 1, height: 1, label: $0) }, to: &$0) }
  }

  @Test func pageLabelsAreRanges() {
    #expect(Self.labels(["1", "2", "3"]) == "<</Nums[0<</S/D/St 1>>]>>")
    #expect(
      Self.labels(["1", "2", "A-1", "A-2", "B-1"])
        == "<</Nums[0<</S/D/St 1>>2<</S/D/St 1/P(A-)>>4<</S/D/St 1/P(B-)>>]>>")
    #expect(Self.labels(["ii", "ii", "07", "8"]) == "<</Nums[0<</P(ii)>>2<</P(07)>>3<</S/D/St 8>>]>>")
  }

  @Test func linksSpeakAndKeepTheZoom() throws {
    let file = try PDFFile(try TaggedPDFTests.letter())
    let links = file.objects.values.compactMap { object -> [String: PDFObject]? in
      guard case .dictionary(let entries) = object, entries["Subtype"]?.name == "Link" else { return nil }
      return entries
    }.sorted { ($0["StructParent"]?.integer ?? 0) < ($1["StructParent"]?.integer ?? 0) }
    #expect(links.map { $0["StructParent"]?.integer } == [2, 3])
    #expect(links.map { $0["Contents"]?.text } == ["Urteil C-252/21", "Anlage 1"])
    #expect(links[0]["Border"] == .array([.integer(0), .integer(0), .integer(0)]))
    #expect(file.array(links[0]["QuadPoints"])?.count == 8)
    let target = try #require(file.array(links[1]["Dest"]))
    #expect(Array(target.dropFirst()) == [.name("XYZ"), .null, .integer(700), .null])
  }

  @Test func aLinkOverTwoLinesIsOneAnnotation() throws {
    let builder = try Samples.builder()
    builder.page()
    builder.link("zwei Zeilen", to: .uri("https://example.org/"), in: builder.element(.paragraph))
    builder.pages[0].links[0].areas.append(Rectangle(x: 60, y: 100, width: 20, height: 10))
    let file = try PDFFile(try Samples.write(builder.layout))
    let link = try #require(
      file.objects.values.lazy.compactMap { file.dictionary($0) }.first { $0["QuadPoints"] != nil })
    #expect(file.array(link["QuadPoints"])?.count == 16)
    let corners = try #require(file.array(link["Rect"]))
    let box = corners.compactMap(\.number)
    #expect(box[0] == 60 && box[1] == 100 && box[2] > 190 && box[3] > 700)
  }

  @Test func filesAreSortedDescribedAndUnchanged() throws {
    let file = try PDFFile(try TaggedPDFTests.letter())
    let names = try #require(
      file.array(file.dictionary(file.dictionary(file.catalog["Names"])?["EmbeddedFiles"])?["Names"]))
    #expect(names.compactMap(\.text) == ["annex-1.eml", "annex-2.png"])
    #expect(file.array(file.catalog["AF"])?.count == 2)
    let mail = try #require(file.dictionary(names[1]))
    #expect(mail["Desc"]?.text == "Anlage 1, Original-E-Mail, unverändert")
    #expect(mail["AFRelationship"]?.name == "Source")
    #expect(mail["F"]?.text == "annex-1.eml" && mail["UF"]?.text == "annex-1.eml")
    let stream = try #require(file.dictionary(mail["EF"])?["F"])
    #expect(file.streamBytes(stream) == Samples.mail.bytes)
    let entries = try #require(file.dictionary(stream))
    #expect(entries["Subtype"]?.name == "message/rfc822")
    #expect(file.dictionary(entries["Params"])?["ModDate"]?.text == "D:20250612000000Z")
    #expect(file.dictionary(entries["Params"])?["Size"]?.integer == Samples.mail.bytes.count)
    let picture = try #require(file.dictionary(file.dictionary(names[3])?["EF"])?["F"])
    #expect(file.dictionary(picture)?["Filter"] == nil)
    #expect(file.streamBytes(picture) == Samples.picture.bytes)
  }

  /// A writer remembers what it deflated; another file of the same name, type and length is another file.
  @Test func everyDocumentDeliversItsOwnFiles() throws {
    let layout = try Samples.letter().layout
    var writer = try PDFWriter(resources: try Samples.german.get())
    for letter in ["a", "b", "a", "c"] {
      var mail = Samples.mail
      mail.bytes = Array("Subject: \(letter)\n\n".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 4000)
      let bytes = try writer.write(layout, metadata: Samples.metadata, attachments: [mail])
      #expect(bytes == (try Samples.write(layout, attachments: [mail])))
      let file = try PDFFile(bytes)
      let names = try #require(
        file.array(file.dictionary(file.dictionary(file.catalog["Names"])?["EmbeddedFiles"])?["Names"]))
      let stream = try #require(file.dictionary(file.dictionary(names[1])?["EF"])?["F"])
      #expect(file.streamBytes(stream) == mail.bytes)
      #expect(file.dictionary(stream)?["Filter"]?.name == "FlateDecode")
    }
  }

  static func images(_ file: PDFFile) -> [[String: PDFObject]] {
    file.objects.sorted { $0.key < $1.key }.compactMap { file.dictionary($0.value) }
      .filter { $0["Subtype"]?.name == "Image" }
  }

  @Test func aPalettePNGStaysAsItIs() throws {
    let file = try PDFFile(try TaggedPDFTests.letter())
    let image = try #require(Self.images(file).first)
    #expect(image["BitsPerComponent"]?.integer == 2)
    #expect(
      file.array(image["ColorSpace"]) == [
        .name("Indexed"), .name("DeviceRGB"), .integer(3), .string([0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255]),
      ])
    #expect(file.dictionary(image["DecodeParms"])?["Predictor"]?.integer == 15)
    #expect(file.dictionary(image["DecodeParms"])?["Columns"]?.integer == 8)
  }

  @Test func opacityBecomesASoftMask() throws {
    let file = try PDFFile(try TaggedPDFTests.letter())
    let image = try #require(Self.images(file).first { $0["SMask"] != nil })
    #expect(image["ColorSpace"]?.name == "DeviceRGB")
    #expect(file.streamBytes(image["SMask"]) == Samples.translucent.opacity?.array)
    #expect(file.dictionary(image["SMask"])?["ColorSpace"]?.name == "DeviceGray")
  }

  @Test func thePictureShownTwiceIsWrittenOnce() throws {
    let builder = try Samples.builder()
    builder.page()
    for y in [300.0, 500.0] {
      builder.figure(Samples.palette, alternative: "Bild", box: Rectangle(x: 70, y: y, width: 50, height: 50))
    }
    #expect(Self.images(try PDFFile(try Samples.write(builder.layout))).count == 1)
  }

  @Test func aTurnedPictureFillsItsRectangle() {
    let area = Rectangle(x: 10, y: 20, width: 30, height: 40)
    for orientation in Image.Orientation.allCases {
      var image = Samples.palette
      image.orientation = orientation
      let matrix = image.matrix(filling: area)
      let corners = [(0.0, 0.0), (1, 0), (0, 1), (1, 1)].map { x, y in
        [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]
      }
      #expect(Set(corners) == [[10, 20], [40, 20], [10, 60], [40, 60]], "\(orientation)")
    }
  }

  @Test func metadataAgreeInBothPlaces() throws {
    let file = try PDFFile(try TaggedPDFTests.letter())
    let information = try #require(file.dictionary(file.trailer["Info"]))
    #expect(information["Title"]?.text == "Beschwerde nach Art. 77 DSGVO <&>")
    #expect(information["CreationDate"]?.text == "D:20260301000000Z")
    let packet = String(decoding: try #require(file.streamBytes(file.catalog["Metadata"])), as: UTF8.self)
    for words in [
      "<rdf:li xml:lang=\"x-default\">Beschwerde nach Art. 77 DSGVO &lt;&amp;&gt;</rdf:li>",
      "<rdf:li xml:lang=\"de\">Beschwerde", "<pdf:Producer>complain</pdf:Producer>",
      "<xmp:CreateDate>2026-03-01T00:00:00Z</xmp:CreateDate>", "<pdfaid:conformance>A</pdfaid:conformance>",
      "<pdfuaid:part>1</pdfuaid:part>",
    ] {
      #expect(packet.contains(words))
    }
    #expect(file.dictionary(file.catalog["Metadata"])?["Filter"] == nil)
  }

  @Test func lettersBeyondTheBaseSubsetAreInASupplement() throws {
    let file = try PDFFile(try Samples.write(try Samples.greek().layout))
    let reader = TaggedPDFReader(file)
    #expect(reader.text().contains("Ab Αθήνα und ab Δελφοί: Ж"))

    #expect(reader.pages[0].fonts.keys.contains("S0"))
  }

  @Test func aStoredStreamIsAZlibStream() {
    let short = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
    var out = PDFBuffer()
    short.withUnsafeBufferPointer { Deflater.store($0, into: &out) }
    #expect(out.bytes == Samples.zlibStored(short))
    var long = PDFBuffer()
    [UInt8](repeating: 7, count: 70_000).withUnsafeBufferPointer { Deflater.store($0, into: &long) }
    // header, two blocks of five bytes before their data, checksum
    #expect(long.count == 2 + 5 + 65_535 + 5 + 4_465 + 4)
    #expect(long.bytes[2] == 0 && long.bytes[2 + 5 + 65_535] == 1)
  }
}
