import Casebook
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
        let path = Pattern.fill(pattern, ["lang": tag])
        if let text = text(path) { return (path, text) }
      }
      guard let hyphen = tag.lastIndex(of: "-") else { return nil }
      tag = String(tag[..<hyphen])
    }
  }

  /// The words of annexes: a variant such as `de-AT` says only what differs from its language.
  func exhibitWording(tag: String) throws(PreparationError) -> ExhibitWording {
    var pairs: [String: String] = [:]
    var parts = tag.split(separator: "-")[...]
    var name = ""
    while let part = parts.popFirst() {
      name += name.isEmpty ? String(part) : "-\(part)"
      let file = "locales/exhibits/\(name).yaml"
      guard let text = text(file) else { continue }
      pairs.merge(try Self.pairs(file, text)) { _, own in own }
    }
    guard !pairs.isEmpty else { throw .missingData("locales/exhibits/\(tag).yaml") }
    do throws(ExhibitWording.Problem) {
      return try ExhibitWording(pairs)
    } catch {
      let names = (error.missing + error.unknown + error.placeholders).joined(separator: ", ")
      throw .records(
        RecordProblems([
          RecordProblem(
            file: "locales/exhibits/\(tag).yaml", line: 0, column: 0, path: "",
            message: "keys or placeholders are not as they must be: \(names)",
            hint: "compare the file with another language's")
        ]))
    }
  }

  private static func pairs(_ file: String, _ text: String) throws(PreparationError) -> [String: String] {
    do throws(RecordProblem) {
      guard case .mapping(let entries) = try SourceFile(name: file, text: text).root().kind else { return [:] }
      var pairs: [String: String] = [:]
      for entry in entries {
        if case .scalar(let value) = entry.value.kind { pairs[entry.key] = value }
      }
      return pairs
    } catch {
      throw .records(RecordProblems([error]))
    }
  }
}
