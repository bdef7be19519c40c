import Matter
import Messages

/// A mapping proposed for a table, for a person to check.
///
/// It comes from the names of the columns and from what kinds of values stand in them; no value is ever part of it.
public struct ColumnProposal: Sendable {
  /// How many rows are looked at.
  public static let sample = 1000

  private struct Line {
    var source: String
    var target: Column?
    var kinds: [ValueClass: Int] = [:]
    /// The forms that all local dates of the column fit; `nil` while there was none.
    var forms: Set<String>?
  }

  private var lines: [Line] = []
  private let digits: [String: Int]
  private let needs: [String]

  /// Looks at a table and at what columns are called in some languages.
  ///
  /// - Parameters:
  ///   - digits: how many digits a postcode has, by country, where it may begin with 0.
  ///   - needs: which columns are asked for.
  public init(
    _ source: RowSource, words: [ColumnWords], digits: [String: Int] = [:], encoding: TableEncoding? = nil,
    needs: [String] = Column.mandatory
  ) throws(TableFault) {
    self.digits = digits
    self.needs = needs
    let stream = try RowStream(source, format: try TableFormat.detect(source, encoding: encoding))
    var taken: Set<String> = []
    for name in stream.header {
      let target = Self.target(name, words, taken)
      if let target { taken.insert(target.name) }
      lines.append(Line(source: name, target: target))
    }
    for _ in 0..<Self.sample {
      guard let row = try stream.row() else { break }
      for (place, cell) in zip(lines.indices, row.cells) {
        let kind = ValueClass(of: cell)
        lines[place].kinds[kind, default: 0] += 1
        if kind == .localDate {
          let forms = Set(DateForm.common.filter { $0.read(cell.trimmed) != nil }.map(\.description))
          lines[place].forms = lines[place].forms?.intersection(forms) ?? forms
        }
      }
    }
  }

  /// Whether any column is known by its name: if not, row 1 may hold somebody's data, and nothing of it may be repeated.
  public var hasHeader: Bool { lines.contains { $0.target != nil } }

  /// Columns that are needed and that no column of the table may be.
  public var missing: [String] {
    let found = Set(lines.compactMap { $0.target?.name })
    return needs.filter { !found.contains($0) }
  }

  /// What a name of a column means: our own name, or one of the words of a language, with a number in it or behind it.
  private static func target(_ name: String, _ words: [ColumnWords], _ taken: Set<String>) -> Column? {
    if let column = Column(name), !taken.contains(column.name) { return column }
    let key = folded(name)
    guard !key.isEmpty else { return nil }
    let number = key.filter(\.isNumber)
    let bare = key.filter { !$0.isNumber }
    for (key, entry) in [(key, nil), (bare, Int(number))] as [(String, Int?)] {
      for language in words {
        for (family, names) in language.names.sorted(by: { $0.key < $1.key })
        where names.contains(where: { folded($0) == key }) {
          let entries = entry.map { [$0] } ?? Array(1...3)
          let found = entries.lazy.compactMap { numbered(family, $0) }.first { !taken.contains($0.name) }
          if let found { return found }
        }
      }
    }
    return nil
  }

  /// A column of a family, with the number of its entry if it has one.
  private static func numbered(_ family: String, _ entry: Int) -> Column? {
    if let column = Column(family) { return column }
    guard let dot = family.firstIndex(of: ".") else { return nil }
    return Column("\(family[..<dot]).\(entry)\(family[dot...])")
  }

  /// A name without case, blanks and signs.
  static func folded(_ name: String) -> String {
    var folded = ""
    for scalar in name.lowercased().composed.unicodeScalars
    where scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
      folded.unicodeScalars.append(scalar)
    }
    return folded
  }

  /// The mapping as YAML, with a comment on every line that a person must look at.
  ///
  /// - Parameter remark: gives a sentence of the person's language.
  public func yaml(_ remark: (Remark) -> String) -> String {
    var text = "# " + remark(.head).replacing("\n", with: "\n# ") + "\n"
    for line in lines where line.target != nil { text += entry(line, remark) }
    let rest = lines.filter { $0.target == nil && !$0.source.isEmpty }.map { Self.quoted($0.source) }
    if !missing.isEmpty {
      text += "\n# " + remark(.missing) + "\n"
      for name in missing { text += "# \(name): \"\"\n" }
    }
    if !rest.isEmpty {
      text += "\n# " + remark(.ignored) + "\nignore:\n"
      for name in rest { text += "  - \(name)\n" }
    }
    return text
  }

  /// What is said beside the lines of a mapping.
  public enum Remark: Hashable, Sendable {
    /// At the top; before what no column fits; before what is left out.
    case head, missing, ignored
    /// What kinds of values stand in a column.
    case values(String)
    /// Dates that need a form, which only a person knows.
    case dayOrMonth(String)
  }

  private func entry(_ line: Line, _ remark: (Remark) -> String) -> String {
    guard let target = line.target else { return "" }
    let kinds = line.kinds.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map { "\($0.key.rawValue) \($0.value)" }
    let source = Self.quoted(line.source)
    var value = source
    var comments = kinds.isEmpty ? [] : [remark(.values(kinds.joined(separator: ", ")))]
    if target.kind == .day || target.kind == .range, let forms = line.forms {
      // One form that all dates fit is worth proposing; of two a person must choose.
      if let form = forms.first, forms.count == 1 {
        value = "{ column: \(source), format: \(form) }"
      } else {
        comments.append(remark(.dayOrMonth(forms.sorted().joined(separator: ", "))))
      }
    }
    if target.kind == .postcode, line.kinds[.digits] != nil, !digits.isEmpty {
      let lengths = digits.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
      value = "{ column: \(source), digits: { \(lengths) } }"
    }
    return "\(target.name): \(value)" + (comments.isEmpty ? "" : "   # " + comments.joined(separator: "; ")) + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
