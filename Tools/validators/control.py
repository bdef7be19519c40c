"""Two tiny PDF files to judge the judges with: one conforms to PDF/A-3a and PDF/UA-1, one does not.

The page holds one figure and no text, so no font is needed; its grey is calibrated, so no output intent either.
"""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Control</rdf:li></rdf:Alt></dc:title>
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
<?xpacket end="w"?>"""

_CONTENT = "/Figure <</MCID 0>> BDC q /Grey cs 0.5 sc 100 700 50 50 re f Q EMC"


def control_file(good: bool) -> bytes:
    """A file that conforms; if not `good`, the same without MarkInfo and without the figure's description."""
    marked = "/MarkInfo <</Marked true>>" if good else ""
    described = "/Alt (A grey square)" if good else ""
    xmp = _XMP.encode()
    objects = [
        f"<</Type /Catalog /Pages 2 0 R /Metadata 5 0 R /StructTreeRoot 6 0 R /Lang (en) {marked}"
        " /ViewerPreferences <</DisplayDocTitle true>> >>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /StructParents 0 /Tabs /S"
        " /Resources <</ColorSpace <</Grey [/CalGray <</WhitePoint [0.9505 1 1.089]>>]>> >> >>",
        f"<</Length {len(_CONTENT)}>>\nstream\n{_CONTENT}\nendstream",
        f"<</Type /Metadata /Subtype /XML /Length {len(xmp)}>>\nstream\n".encode() + xmp + b"\nendstream",
        "<</Type /StructTreeRoot /K 7 0 R /ParentTree <</Nums [0 [8 0 R]]>> >>",
        "<</Type /StructElem /S /Document /P 6 0 R /K 8 0 R>>",
        f"<</Type /StructElem /S /Figure /P 7 0 R /Pg 3 0 R /K 0 {described}"
        " /A <</O /Layout /BBox [100 700 150 750]>> >>",
    ]
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body if isinstance(body, bytes) else body.encode())
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    identifier = "<636F6E74726F6C20636F6E74726F6C20>"
    out += f"trailer\n<</Size {len(objects) + 1} /Root 1 0 R /ID [{identifier} {identifier}]>>\n".encode()
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)
