import Matter
import Messages
import Records

/// Reads a matter from YAML, with everything that is wrong with the file said at once.
///
/// What cannot be read is left unsaid in the matter, so that checking goes on with the rest of it.
public enum MatterReader {
  /// What reading gave.
  public struct Reading: Sendable {
    /// The matter, as far as it could be read.
    public var matter: Matter
    /// What is wrong with the file; never a value of it.
    public var findings: [Finding]
    /// Where each field stands, by its path.
    public var places: [String: Place]
    /// Whether there is a record at all; if not, nothing is missed from it.
    public var isRecord = true
    /// What is wrong with the folder of evidence, if the matter names one; nil until it is opened.
    public var folderFindings: [Finding]?

    /// Makes a reading of what came from elsewhere than a file of its own, such as a row of a table.
    public init(matter: Matter, findings: [Finding] = [], places: [String: Place] = [:]) {
      self.matter = matter
      self.findings = findings
      self.places = places
    }

    /// Whether findings may have another place than what they say.
    var hasPlaces: Bool { !places.isEmpty || matter.organisation != nil }

    /// Gives a finding the place of its field, or of the nearest group around it.
    public func placed(_ finding: Finding) -> Finding {
      var finding = finding
      if let origin = matter.organisation?.origin(ofField: finding.field) { finding.field = origin }
      if places.isEmpty { return finding }
      var path = Substring(finding.field)
      while !path.isEmpty {
        if let place = places[String(path)] {
          finding.line = place.line
          finding.column = place.column
          return finding
        }
        path = path.lastIndex(of: ".").map { path[..<$0] } ?? ""
      }
      return finding
    }
  }

  /// A place in a file, line and column from 1.
  public struct Place: Hashable, Sendable {
    /// The line.
    public var line: Int
    /// The column.
    public var column: Int
  }

  /// Reads a matter file; `name` is what messages call it.
  public static func read(_ text: String, name: String) -> Reading {
    let file = SourceFile(name: name, text: text)
    do {
      return read(try file.root(), name: name)
    } catch {
      return noRecord([error])
    }
  }

  /// Reads a matter from nodes that may come from elsewhere, such as a row of a table.
  public static func read(_ root: SourceNode, name: String) -> Reading {
    let record = SourceFile.examine(root, named: name, matter)
    var places: [String: Place] = [:]
    collect(root, path: "", into: &places)
    guard let matter = record.value else { return noRecord(record.problems) }
    return Reading(matter: matter, findings: record.problems.map(finding), places: places)
  }

  /// Reads the fields of a row, whose places the table knows.
  public static func read(row root: SourceNode) -> Reading {
    let record = SourceFile.examine(root, named: "", matter)
    guard let matter = record.value else { return noRecord(record.problems) }
    return Reading(matter: matter, findings: record.problems.map(finding))
  }

  /// Whether a text has the form of a language tag that a matter takes, such as `de` or `de-AT`.
  public static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return (1...3).contains(parts.count) && (2...3).contains(parts[0].count)
      && parts.allSatisfy { part in
        (2...8).contains(part.count) && part.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
      }
  }

  private static func noRecord(_ problems: [RecordProblem]) -> Reading {
    var reading = Reading(matter: Matter(), findings: problems.map(finding))
    reading.isRecord = false
    return reading
  }

  private static func finding(_ problem: RecordProblem) -> Finding {
    Finding(
      code: FindingCode.matterFormat.rawValue, severity: .error, field: problem.path, wording: problem.wording,
      advice: problem.advice ?? Message(CheckingMessage.seeSample), line: problem.line > 0 ? problem.line : nil,
      column: problem.column > 0 ? problem.column : nil)
  }

  private static func collect(_ node: SourceNode, path: String, into places: inout [String: Place]) {
    if !path.isEmpty { places[path] = Place(line: node.line, column: node.column) }
    let prefix = path.isEmpty ? "" : path + "."
    switch node.kind {
    case .scalar: break
    case .sequence(let items):
      for (index, item) in items.enumerated() { collect(item, path: "\(prefix)\(index + 1)", into: &places) }
    case .mapping(let entries):
      for entry in entries { collect(entry.value, path: prefix + entry.key, into: &places) }
    }
  }
}

extension RecordReader {
  /// A text of one line: NFC, without blanks at its ends; empty if not said.
  func line(_ key: String) -> String { optionalLine(key) ?? "" }

  /// A text of one line that may be missing.
  func optionalLine(_ key: String) -> String? {
    optionalString(key).flatMap { text in
      let line = text.composed.withoutBlanks()
      return line.isEmpty ? nil : line
    }
  }

  /// Free text: NFC, line ends as line feeds, without blank lines at its ends; empty if not said.
  func block(_ key: String) -> String { optionalBlock(key) ?? "" }

  /// Free text that may be missing.
  func optionalBlock(_ key: String) -> String? {
    optionalString(key).flatMap { text in
      let block = text.withLineFeeds.composed.withoutBlanks(andLineEnds: true)
      return block.isEmpty ? nil : block
    }
  }

  /// Texts of one line; a single one needs no list.
  func lines(_ key: String) -> [String] {
    strings(key).map { $0.composed.withoutBlanks() }.filter { !$0.isEmpty }
  }

  /// A share of a picture's width or height.
  func perCent(_ key: String) -> Double? {
    optionalValue(key, expected: Message(CheckingMessage.perCent)) { text in
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      let isNumber =
        parts.count <= 2
        && parts.allSatisfy { part in
          (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
      guard isNumber, let value = Double(text), value <= 100 else { return nil }
      return value
    }
  }

  /// One day.
  func day(_ key: String) -> CivilDate? {
    optionalValue(key, expected: Message(CheckingMessage.day)) { CivilDate($0) }
  }

  /// A day, a month, a year or a range.
  func range(_ key: String, basis: DateBasis? = nil) -> DateRange? {
    optionalValue(key, expected: Message(CheckingMessage.date)) {
      DateRange($0, basis: basis)
    }
  }

  /// A language tag such as `de` or `de-AT`.
  func languageTag(_ key: String) -> String? {
    optionalValue(key, expected: Message(CheckingMessage.languageTag)) { MatterReader.isLanguageTag($0) ? $0 : nil }
  }
}
