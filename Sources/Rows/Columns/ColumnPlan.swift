import Matter
import Messages

/// What becomes of each column of one table.
public struct ColumnPlan: Sendable {
  /// A column that is filled, and from where.
  ///
  /// A class, because every row of a table walks over all of them.
  final class Slot: Sendable {
    let column: Column
    /// The place of the column in the table, from 0; `nil` if all rows have the same value.
    let source: Int?
    let rule: ColumnMap.Rule

    init(column: Column, source: Int?, rule: ColumnMap.Rule) {
      self.column = column
      self.source = source
      self.rule = rule
    }
  }

  /// The names of the columns of the table.
  public let header: [String]
  /// What is wrong with the columns; errors mean that no row can be read.
  public let findings: [Finding]
  /// The columns that are filled, in the order of their names, which is that of what is hashed.
  let slots: [Slot]
  /// Where the slots stand in a matter.
  let shape: RowShape
  private let slotOf: [String: Int]

  /// Whether rows can be read with it.
  public var isUsable: Bool { !findings.contains { $0.severity == .error } }

  /// Applies a mapping to the columns of a table.
  ///
  /// - Parameters:
  ///   - needs: which columns are asked for; corrections of a table need only its reference.
  public init(header: [String], map: ColumnMap, needs: [String] = Column.mandatory) {
    self.header = header
    var found: [Finding] = []
    var places: [String: Int] = [:]
    for (place, name) in header.enumerated() where !name.isEmpty {
      if let earlier = places[name] {
        found.append(TableMessage.twice.finding(.number(earlier + 1), .number(place + 1)))
      } else {
        places[name] = place
      }
    }
    var slots: [Slot] = []
    var (used, lost, lostNeeded): (Set<Int>, [String], Bool) = ([], [], false)
    for rule in map.rules {
      guard let source = rule.source else {
        slots.append(Slot(column: rule.target, source: nil, rule: rule))
        continue
      }
      if let place = places[source] {
        slots.append(Slot(column: rule.target, source: place, rule: rule))
        used.insert(place)
      } else {
        lost.append(source)
        lostNeeded = lostNeeded || needs.contains(rule.target.name)
      }
    }
    let ignored = Set(map.ignored.compactMap { places[$0] })
    for (place, name) in header.enumerated() where !used.contains(place) && !ignored.contains(place) {
      guard let column = Column(name), !slots.contains(where: { $0.column == column }) else { continue }
      slots.append(Slot(column: column, source: place, rule: .init(target: column, source: name)))
      used.insert(place)
    }
    slots.sort { $0.column.name < $1.column.name }
    self.slots = slots
    shape = RowShape(slots.map(\.column))
    slotOf = Dictionary(slots.enumerated().map { ($1.column.name, $0) }, uniquingKeysWith: { first, _ in first })
    let hasAccounts = !slots.contains { $0.column.name == "account.1.platform" && $0.rule.constant == "none" }
    found += Self.findings(
      header, known: slotOf, lost: (lost, lostNeeded), needs: needs.filter { hasAccounts || !$0.hasPrefix("account.") },
      unused: header.indices.filter { !used.contains($0) && !ignored.contains($0) })
    findings = found
  }

  private static func findings(
    _ header: [String], known: [String: Int], lost: (names: [String], isNeeded: Bool), needs: [String], unused: [Int]
  ) -> [Finding] {
    // A table without names of columns begins with somebody's data, which no message may repeat.
    guard known.count > 1 || (known.count == 1 && needs.count < 2) else {
      return [TableMessage.noHeader.finding(row: 1)]
    }
    var found: [Finding] = []
    let names = listed(header.filter { !$0.isEmpty })
    if !lost.names.isEmpty {
      var finding = TableMessage.mapped.finding(.number(lost.names.count), listed(lost.names), names)
      // A mapping for many tables names what some of them do not have.
      if !lost.isNeeded { finding.severity = .warning }
      found.append(finding)
    }
    let missing = needs.filter { known[$0] == nil }
    if !missing.isEmpty {
      found.append(TableMessage.missing.finding(.number(missing.count), listed(missing, most: 40), names))
    }
    let named = unused.map { header[$0] }.filter { !$0.isEmpty }
    if !named.isEmpty { found.append(TableMessage.unknown.finding(.number(named.count), listed(named))) }
    if named.count < unused.count {
      found.append(TableMessage.nameless.finding(.number(unused.count - named.count)))
    }
    return found
  }

  /// Names of columns, of which a few are enough to know a table by.
  static func listed(_ names: [String], most: Int = 8) -> Message.Parameter {
    let shown = names.prefix(most).map { Message.Parameter.term(shortened($0)) }
    let rest = names.count - shown.count
    return .list(shown + (rest > 0 ? [.words(PartMessage.andMore, .number(rest))] : []))
  }

  /// The name of a column as messages give it.
  static func shortened(_ name: String) -> String { String(name.prefix(60)) }

  /// The slot of a field of the matter, or of the nearest group around it.
  func slot(ofField path: String) -> Slot? {
    let name = path.hasPrefix("prior.complaints.") ? "prior." + path.dropFirst("prior.complaints.".count) : path
    if let slot = slotOf[name] { return slots[slot] }
    // One word of a list, such as `effects.special.2`.
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    return slotOf[String(name[..<dot])].map { slots[$0] }
  }
}
