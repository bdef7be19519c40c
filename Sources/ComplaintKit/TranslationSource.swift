import Casebook
import Checking
import Document
import Evidence
import Matter

/// What an informal translation of a complaint is made of: the same matter, checked and prepared in another language.
public struct TranslationSource: Sendable {
  /// What it says.
  public var brief: Brief
  let preparation: Preparation

  init(_ brief: Brief, hyphenates: Bool, world: any World) throws(PreparationError) {
    self.brief = brief
    preparation = try Preparation(
      for: brief, quoted: Preparation.quotedLanguages(brief.matter), hyphenates: hyphenates, world: world)
  }

  /// Whether there is nothing to translate: variants of one language are one.
  public func isSameLanguage(as other: Brief) -> Bool {
    LanguageTag(rawValue: brief.language.tag).primary == LanguageTag(rawValue: other.language.tag).primary
  }

  /// The matter checked in the language of the translation; nil if none is wished.
  static func review(
    _ reading: MatterReader.Reading, wishes: Examination.Wishes, world: any World
  ) throws(PreparationError) -> Review? {
    guard let language = wishes.translation else { return nil }
    do throws(CasebookError) {
      return try Review(
        reading, of: wishes.kind, on: wishes.date, country: wishes.country, language: language,
        casebook: Casebook(world: world))
    } catch {
      throw .casebook(error)
    }
  }

  /// What keeps the matter from being translated, where nothing keeps it from being filed.
  static func obstacles(_ translated: Review, beside review: Review) -> [Finding] {
    translated.findings.filter { $0.severity == .error && !review.findings.contains($0) }.map { finding in
      var finding = finding
      finding.field = "--with-translation"
      return finding
    }
  }
}

extension Drafter {
  /// The text of a complaint in another language, as the last part of the same file.
  func translation(
    _ source: TranslationSource, exhibits: [Exhibit], plan: PartPlan?
  ) throws(DraftFailure) -> Translation {
    let drafter = try Drafter(source.preparation)
    let text = try drafter.compose(source.brief, exhibits: exhibits, plan: plan).document
    let remarks = [
      Paragraph(
        [.text(preparation.wording.text(.translationRemark))], style: .note,
        language: LanguageTag(rawValue: preparation.language.tag)),
      Paragraph([.text(source.preparation.wording.text(.translationNote))], style: .note),
    ]
    return Translation(of: text, remarks: remarks)
  }
}
