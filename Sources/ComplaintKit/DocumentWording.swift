import Casebook
import Records

/// What frames the text of a document, in one language: `locales/documents/<language>.yaml`.
struct DocumentWording: Sendable {
  /// The patterns; `{name}` stands for a value, `~` for a no-break space.
  enum Key: String, CaseIterable {
    case annexHeading = "annex_heading"
    case annexHeadingDated = "annex_heading_dated"
    case stamp
    case stampWithheld = "stamp_withheld"
    case citedIn = "cited_in"
    case notCited = "not_cited"
    case columnAnnex = "column_annex"
    case columnPage = "column_page"
    case columnWhat = "column_what"
    case columnDate = "column_date"
    case columnOriginal = "column_original"
    case columnHash = "column_hash"
    case columnFile = "column_file"
    case columnFullHash = "column_full_hash"
    case partTitle = "part_title"
    case partOf = "part_of"
    case partOpening = "part_opening"
    case partRemark = "part_remark"
    case inPart = "in_part"
    case translationRemark = "translation_remark"
    case translationNote = "translation_note"
    case inAnnex = "in_annex"
    case undated
    case atTime = "at_time"
    case sinceMonth = "since_month"
    case sinceYear = "since_year"
    case onUnstatedDay = "on_unstated_day"
  }

  private let patterns: [Key: String]
  /// The names of States by code.
  let states: [String: String]

  /// Reads the language's file.
  init(tag: String, files: DataFiles) throws(PreparationError) {
    guard let (file, text) = files.localized(["locales/documents/{lang}.yaml"], tag: tag) else {
      throw .missingData("locales/documents/\(tag).yaml")
    }
    do throws(RecordProblems) {
      (patterns, states) = try SourceFile(name: file, text: text).read { reader in
        var patterns: [Key: String] = [:]
        for key in Key.allCases { patterns[key] = reader.string(key.rawValue) }
        let states = Dictionary(
          reader.table("states").map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        return (patterns, states)
      }
    } catch {
      throw .records(error)
    }
  }

  /// A pattern with its values.
  func text(_ key: Key, _ values: [String: String] = [:]) -> String { Pattern.fill(patterns[key] ?? "", values) }
}
