import Document
import Haru

/// The XMP packet (ISO 16684-1): PDF/A-3a, PDF/UA-1, title, language, dates.
///
/// PDF/A knows no `pdfuaid` schema: it is declared as an extension schema, or PDF/A fails (ISO 19005-3 6.6.2.3).
enum XMPPacket {
  static func write(_ metadata: PDFMetadata, language: LanguageTag, to out: inout PDFBuffer) {
    out.raw("<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
    out.raw(opening)
    out.raw("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">")
    escape(metadata.title, to: &out)
    out.raw("</rdf:li><rdf:li xml:lang=\"")
    escape(language.rawValue, to: &out)
    out.raw("\">")
    escape(metadata.title, to: &out)
    out.raw("</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>")
    escape(language.rawValue, to: &out)
    out.raw("</rdf:li></rdf:Bag></dc:language><dc:format>application/pdf</dc:format><pdf:Producer>")
    escape(metadata.producer, to: &out)
    out.raw("</pdf:Producer><xmp:CreateDate>")
    metadata.date.writeXMP(to: &out)
    out.raw("</xmp:CreateDate><xmp:ModifyDate>")
    metadata.date.writeXMP(to: &out)
    out.raw("</xmp:ModifyDate><xmp:MetadataDate>")
    metadata.date.writeXMP(to: &out)
    out.raw("</xmp:MetadataDate>")
    out.raw(closing)
  }

  private static func escape(_ text: String, to out: inout PDFBuffer) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out.raw("&amp;")
      case UInt8(ascii: "<"): out.raw("&lt;")
      case UInt8(ascii: ">"): out.raw("&gt;")
      case UInt8(ascii: "\""): out.raw("&quot;")
      default: out.byte(byte)
      }
    }
  }

  private static let opening: StaticString = """
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
    <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
    """

  private static let closing: StaticString = """
    </rdf:Description>\
    <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>\
    <pdfaProperty:description>part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>\
    </rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF></x:xmpmeta>
    <?xpacket end="w"?>
    """
}
