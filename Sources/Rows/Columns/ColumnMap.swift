import Matter
import Messages
import Records

/// Which column of a table holds what, and how its cells are to be read.
public struct ColumnMap: Hashable, Sendable {
  /// Where the values of a column come from.
  public struct Rule: Hashable, Sendable {
    /// What is filled.
    public var target: Column
    /// The name of the column of the table; `nil` if all rows have the same value.
    public var source: String?
    /// The value of all rows.
    public var constant: String?
    /// How many digits a postcode has, by country: lost zeros are put back.
    public var digits: [String: Int] = [:]
    /// What the values of the table mean; a value that is not here is a finding.
    public var values: [String: String] = [:]
    /// The form of dates.
    public var form: DateForm?

    /// A column that is read as it is.
    public init(target: Column, source: String) {
      self.target = target
      self.source = source
    }

    init(target: Column, constant: String) {
      self.target = target
      self.constant = constant
    }
  }

  /// What is filled, in the order of the file.
  public var rules: [Rule]
  /// Names of columns that are left out.
  public var ignored: [String]

  /// No mapping: columns have the names used here.
  public static let none = ColumnMap(rules: [], ignored: [])

  /// Takes the rules.
  public init(rules: [Rule], ignored: [String]) {
    self.rules = rules
    self.ignored = ignored
  }

  /// Reads a mapping: `target: source` or `target: { column: …, format: …, values: {…}, digits: {…} }`, and `ignore`.
  ///
  /// - Parameter name: what messages call the file.
  public init(_ text: String, name: String) throws(RecordProblems) {
    let file = SourceFile(name: name, text: text)
    let root: SourceNode
    do { root = try file.root() } catch { throw RecordProblems([error]) }
    let groups = Self.groups(root)
    let record = SourceFile.examine(root, named: name) { reader in
      ColumnMap(
        rules: reader.keys.filter { $0 != "ignore" }.compactMap { Self.rule($0, isGroup: groups.contains($0), reader) },
        ignored: reader.strings("ignore"))
    }
    guard let map = record.value, record.problems.isEmpty else { throw RecordProblems(record.problems) }
    self = map
  }

  private static func groups(_ root: SourceNode) -> Set<String> {
    guard case .mapping(let entries) = root.kind else { return [] }
    return Set(entries.filter { if case .mapping = $0.value.kind { true } else { false } }.map(\.key))
  }

  private static func rule(_ key: String, isGroup: Bool, _ reader: RecordReader) -> Rule? {
    let target = Column(key)
    if target == nil {
      reader.report(key, Message(MapMessage.noSuchColumn), hint: .didYouMean(key, in: Column.all.map(\.name)))
    }
    guard isGroup else {
      let source = reader.string(key)
      return target.map { Rule(target: $0, source: source.trimmed) }
    }
    let read = reader.optionalMapping(key) { reader -> Rule? in
      let (column, constant) = (reader.optionalString("column"), reader.optionalString("value"))
      let form = reader.optionalValue("format", expected: Message(MapMessage.dateForm)) { DateForm($0) }
      let values = reader.table("values")
      let digits = reader.table("digits")
      guard let target else { return nil }
      if (column == nil) == (constant == nil) { reader.report(nil, Message(MapMessage.columnOrValue)) }
      if form != nil, target.kind != .day, target.kind != .range { reader.report("format", Message(MapMessage.noDate)) }
      if !digits.isEmpty, target.kind != .postcode { reader.report("digits", Message(MapMessage.noPostcode)) }
      var rule = Rule(target: target, source: column?.trimmed ?? "")
      if let constant { rule = Rule(target: target, constant: constant) }
      rule.form = form
      rule.values = Dictionary(values.map { ($0.key.trimmed, $0.value) }, uniquingKeysWith: { first, _ in first })
      for (country, count) in digits {
        guard let code = CountryCode(country), let number = Int(count), (1...10).contains(number) else {
          reader.report("digits", Message(MapMessage.digitsByCountry))
          continue
        }
        rule.digits[code.code] = number
      }
      return rule
    }
    return read ?? nil
  }
}

/// What can be wrong with a mapping.
enum MapMessage: String, MessageCode {
  case noSuchColumn = "map.noSuchColumn"
  case dateForm = "map.dateForm"
  case columnOrValue = "map.columnOrValue"
  case noDate = "map.noDate"
  case noPostcode = "map.noPostcode"
  case digitsByCountry = "map.digitsByCountry"

  var english: String {
    switch self {
    case .noSuchColumn: "is not the name of a column here"
    case .dateForm: "a form of dates like dd.MM.yyyy or M/d/yyyy"
    case .columnOrValue: "needs either column or value"
    case .noDate: "only dates have a format"
    case .noPostcode: "only postcodes have digits"
    case .digitsByCountry: "must be countries with a number of digits, like DE: 5"
    }
  }
}
