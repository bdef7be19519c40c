import Casebook
import Document
import Matter
import Templates

/// Prints citations from the registers, and only what may stand in a document of its date.
struct RegisterPrinter: CitationPrinter {
  let register: Register
  let language: Language
  let date: CivilDate

  func print(_ reference: String, first: Bool) -> PrintedCitation? {
    guard let citation = Citation(reference), register.fault(of: citation, on: date) == nil,
      let text = register.text(of: citation, in: language)
    else { return nil }
    guard let full = text.full else {
      return PrintedCitation(text: first ? text.short : text.again, source: text.source)
    }
    return PrintedCitation(text: text.short, footnote: [.text(full + ".")], source: text.source)
  }

  /// What is wrong with a reference, in words; nil if it may be printed.
  func fault(of reference: String) -> String? {
    guard let citation = Citation(reference) else { return "is no reference" }
    return register.fault(of: citation, on: date)?.message
  }
}
