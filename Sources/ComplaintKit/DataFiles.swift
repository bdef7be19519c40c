import Document
import Evidence
import Records
import Templates

/// Finds a language's own file, or that of the language it falls back to (`de-AT` to `de`).
struct DataFiles {
  let world: any World

  func text(_ path: String) -> String? { world.data(path).map { String(decoding: $0, as: UTF8.self) } }

  /// The first of some paths that is there; `{lang}` stands for the language.
  func localized(_ patterns: [String], tag: String) -> (file: String, text: String)? {
    var tag = tag
    while true {
      for pattern in patterns {
        let path = pattern.replacing("{lang}", with: tag)
        if let text = text(path) { return (path, text) }
      }
      guard let hyphen = tag.lastIndex(of: "-") else { return nil }
      tag = String(tag[..<hyphen])
    }
  }

  /// The words of annexes.
  func exhibitWording(tag: String) throws(PreparationError) -> ExhibitWording {
    guard let (file, text) = localized(["locales/exhibits/{lang}.yaml"], tag: tag) else {
      throw .missingData("locales/exhibits/\(tag).yaml")
    }
    do throws(RecordProblem) {
      var pairs: [String: String] = [:]
      if case .mapping(let entries) = try SourceFile(name: file, text: text).root().kind {
        for entry in entries {
          if case .scalar(let value) = entry.value.kind { pairs[entry.key] = value }
        }
      }
      do throws(ExhibitWording.Problem) {
        return try ExhibitWording(pairs)
      } catch {
        let names = (error.missing + error.unknown + error.placeholders).joined(separator: ", ")
        throw RecordProblem(
          file: file, line: 0, column: 0, path: "", message: "keys or placeholders are not as they must be: \(names)",
          hint: "compare the file with another language's")
      }
    } catch {
      throw .records(RecordProblems([error]))
    }
  }
}
