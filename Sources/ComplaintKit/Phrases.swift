import Casebook
import Document
import Matter
import Templates

/// The language's labels as the parts of a document need them.
struct Phrases {
  let language: Language

  var tag: LanguageTag { LanguageTag(rawValue: language.tag) }

  /// The builder's words: references within the document, enumerations, list labels.
  var structure: StructureWording {
    StructureWording(
      section: pattern(.section), paragraph: pattern(.paragraph), and: language.typography.and,
      letters: language.letters.map { "(\($0))" })
  }

  /// What repeats on every page.
  func furniture(head: String, reference: String) -> Furniture {
    Furniture(
      head: head, reference: reference, pageNumber: pattern(.pageOf), annexPageNumber: pattern(.pageOf))
  }

  /// `Leipzig, den 23. November 2026`.
  func placeAndDate(_ place: String, _ date: CivilDate) -> String {
    placeAndDate(place, language.dates.text(date))
  }

  func placeAndDate(_ place: String, _ date: String) -> String {
    language.label(.placeAndDate, ["place": place, "date": date])
  }

  /// A label whose placeholders are filled later by others; `~` becomes a no-break space already.
  private func pattern(_ label: Label) -> String { Pattern.withNoBreakSpaces(language.label(label)) }
}
