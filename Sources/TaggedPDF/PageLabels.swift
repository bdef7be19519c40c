import Haru
import Typesetting

/// The page labels (ISO 32000-1 12.4.2): what is printed on the pages, said as ranges.
enum PageLabels {
  /// A label as text and a number after it.
  struct Label: Hashable {
    var prefix: String
    var number: Int?

    init(_ text: String) {
      let digits = text.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
      let ending = text.suffix(digits)
      // A leading zero, as in `07`, is part of the text: a number would be printed without it.
      let isNumber = digits > 0 && digits < 10 && ending.first != "0"
      number = isNumber ? Int(ending) : nil
      prefix = number == nil ? text : String(text.dropLast(digits))
    }

    func continues(_ previous: Label) -> Bool {
      guard let number, let before = previous.number else { return self == previous && number == nil }
      return prefix == previous.prefix && number == before + 1
    }
  }

  static func write(_ pages: [Page], to out: inout PDFBuffer) {
    out.raw("<</Nums[")
    var previous: Label?
    for (index, page) in pages.enumerated() {
      let label = Label(page.label)
      defer { previous = label }
      if let previous, label.continues(previous) { continue }
      out.integer(index)
      out.raw("<<")
      if let number = label.number {
        out.raw("/S/D/St ")
        out.integer(number)
      }
      if !label.prefix.isEmpty {
        out.raw("/P")
        out.text(label.prefix)
      }
      out.raw(">>")
    }
    out.raw("]>>")
  }
}
