/// What a document weighs, for a peer that is to write one that weighs the same: counted in its file.
struct Weights {
  let paragraphs: Int
  let spans: Int
  let links: Int
  let fonts: Int

  init(of bytes: [UInt8]) {
    // A structure element says its role, then its parent.
    func count(_ roles: [String]) -> Int { roles.reduce(0) { $0 + bytes.count(of: "/StructElem/S/\($1)/P ") } }
    paragraphs = count(["P", "H1", "H2", "H3"])
    spans = count([
      "Part", "Sect", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "BlockQuote", "Figure", "Note", "Reference",
      "Link", "Span",
    ])
    links = bytes.count(of: "/Subtype/Link")
    fonts = bytes.count(of: "/Subtype/Type0")
  }

  /// As the floor takes them.
  var numbers: [String] { [paragraphs, spans, links, fonts].map { "\($0)" } }

  /// As the table tells them.
  var text: String { "\(paragraphs) paragraphs, \(spans) spans, \(links) links, \(fonts) fonts" }
}

extension [UInt8] {
  /// How often a string stands in the bytes.
  fileprivate func count(of text: String) -> Int {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return 0 }
    return indices.count { self[$0] == first && self[$0...].starts(with: wanted) }
  }
}
