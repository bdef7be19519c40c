import ComplaintKit
import Records

/// The words around a complaint in one language: `locales/kit/<language>.yaml`.
public struct KitWording: Hashable, Sendable {
  /// The language of the words, as a BCP 47 tag.
  public let tag: String
  /// Whether a lawyer of that language has read them.
  public let isReviewed: Bool
  private let patterns: [KitText: String]

  /// Reads the words of a language; a variant such as `de-AT` says only what differs from its language.
  ///
  /// - Throws: `PreparationError` when there are none, or when a file is not as it must be.
  public init(tag: String, world: any World) throws(PreparationError) {
    var patterns: [KitText: String] = [:]
    var isReviewed = false
    var found: [String] = []
    var name = ""
    for part in tag.split(separator: "-") {
      name += name.isEmpty ? String(part) : "-\(part)"
      let path = "locales/kit/\(name).yaml"
      guard let bytes = world.data(path) else { continue }
      let isBase = found.isEmpty
      let file = SourceFile(name: path, text: String(decoding: bytes, as: UTF8.self))
      do throws(RecordProblems) {
        let own = try file.read { Self.read($0, isBase: isBase) }
        patterns.merge(own.patterns) { _, variant in variant }
        if let reviewed = own.isReviewed { isReviewed = reviewed }
      } catch {
        throw .records(error)
      }
      found.append(name)
    }
    guard !found.isEmpty else { throw .missingData("locales/kit/\(tag).yaml") }
    self.tag = tag
    self.patterns = patterns
    self.isReviewed = isReviewed
  }

  /// Whether there are words in a language or in the one it falls back to.
  public static func isAvailable(_ tag: String, world: any World) -> Bool {
    let primary = tag.prefix { $0 != "-" }
    guard !primary.isEmpty, primary.allSatisfy({ $0.isASCII && $0.isLetter }) else { return false }
    return world.data("locales/kit/\(primary.lowercased()).yaml") != nil
  }

  private static func read(
    _ reader: RecordReader, isBase: Bool
  ) -> (patterns: [KitText: String], isReviewed: Bool?) {
    let status = isBase ? reader.oneOf("status", Status.self) : reader.optionalOneOf("status", Status.self)
    var patterns: [KitText: String] = [:]
    for key in KitText.allCases {
      guard let text = isBase ? reader.string(key.rawValue) : reader.optionalString(key.rawValue) else { continue }
      for name in placeholders(in: text) where !key.placeholders.contains(name) {
        reader.report(key.rawValue, "has the placeholder {\(name)}, for which there is no value")
      }
      patterns[key] = text
    }
    return (patterns, status.map { $0 == .reviewed })
  }

  private enum Status: String, CaseIterable {
    case machineDrafted = "machine_drafted"
    case reviewed
  }

  /// The names in braces.
  static func placeholders(in pattern: String) -> [String] {
    pattern.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { part in
      String(part.prefix { $0 != "}" })
    }
  }

  /// A text with its values; `~` is a no-break space.
  public func text(_ key: KitText, _ values: [String: String] = [:]) -> String {
    var text = ""
    var rest = Substring(patterns[key] ?? "")
    while let character = rest.popFirst() {
      switch character {
      case "~": text.append("\u{00A0}")
      case "{":
        let name = rest.prefix { $0 != "}" }
        rest = rest[name.endIndex...].dropFirst()
        text += values[String(name)] ?? ""
      default: text.append(character)
      }
    }
    return text
  }

  /// Names one after the other, as the language enumerates.
  func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return text(.fileAnd, ["first": names.dropLast().joined(separator: ", "), "last": last])
  }
}
