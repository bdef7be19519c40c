import Matter
import Records

/// How the cells of a row become the tree that a matter is read from.
struct RowShape: Sendable {
  private struct Leaf: Sendable {
    var key: String
    var slot: Int
    var kind: Column.Kind
  }

  private struct ListEntry: Sendable {
    var number: Int
    var leaves: [Leaf]
  }

  private enum Branch: Sendable {
    case leaf(Leaf)
    case group(String, [Leaf])
    case list(String, [ListEntry])
  }

  private var branches: [Branch] = []
  /// The lists that columns fill, such as `objection`.
  private(set) var lists: [String] = []
  /// Where it is said that there was no earlier complaint.
  private var noComplaints: Int?

  /// Lays out columns; the place of a column is its slot.
  init(_ columns: [Column]) {
    var groups: [String: [Leaf]] = [:]
    var entries: [String: [Int: [Leaf]]] = [:]
    for (slot, column) in columns.enumerated() where !column.isOfTable {
      let leaf = Leaf(key: column.key, slot: slot, kind: column.kind)
      if column.name == "prior.complaints" {
        noComplaints = slot
      } else if let entry = column.entry {
        entries[column.group, default: [:]][entry, default: []].append(leaf)
      } else if column.group.isEmpty {
        branches.append(.leaf(leaf))
      } else {
        groups[column.group, default: []].append(leaf)
      }
    }
    if noComplaints != nil { groups["prior", default: []] += [] }
    for (name, list) in entries.sorted(by: { $0.key < $1.key }) {
      let sorted = list.sorted { $0.key < $1.key }.map { ListEntry(number: $0.key, leaves: $0.value) }
      lists.append(name)
      if name == "prior" {
        priorEntries = sorted
        groups["prior", default: []] += []
      } else {
        branches.append(.list(name, sorted))
      }
    }
    for (name, leaves) in groups.sorted(by: { $0.key < $1.key }) { branches.append(.group(name, leaves)) }
  }

  private var priorEntries: [ListEntry] = []

  /// The tree of a row.
  ///
  /// - Parameters:
  ///   - values: what stands in the slots; `nil` if nothing was said.
  ///   - gap: is told the list, the entry that is filled in and the one before it that is not.
  func tree(_ values: [String?], gap: (_ list: String, _ filled: Int, _ empty: Int) -> Void) -> SourceNode {
    var top: [SourceEntry] = []
    top.reserveCapacity(branches.count + 1)
    for branch in branches {
      switch branch {
      case .leaf(let leaf):
        if let node = Self.node(leaf, values) { top.append(Self.entry(leaf.key, node)) }
      case .list(let name, let entries):
        if let node = Self.list(name, entries, values, gap) { top.append(Self.entry(name, node)) }
      case .group(let name, let leaves):
        var inner = Self.entries(leaves, values)
        if name == "prior", let node = complaints(values, gap) { inner.append(Self.entry("complaints", node)) }
        if !inner.isEmpty { top.append(Self.entry(name, SourceNode(.mapping(inner), line: 0, column: 0))) }
      }
    }
    return SourceNode(.mapping(top), line: 0, column: 0)
  }

  private func complaints(_ values: [String?], _ gap: (String, Int, Int) -> Void) -> SourceNode? {
    if let list = Self.list("prior", priorEntries, values, gap) { return list }
    guard let slot = noComplaints, let word = values[slot], word != "unknown" else { return nil }
    // Any other word is no list, which the reader of the matter says.
    return SourceNode(word == "none" ? .sequence([]) : .scalar(word), line: 0, column: 0, isQuoted: true)
  }

  private static func list(
    _ name: String, _ entries: [ListEntry], _ values: [String?], _ gap: (String, Int, Int) -> Void
  ) -> SourceNode? {
    var items: [SourceNode] = []
    for entry in entries {
      let inner = Self.entries(entry.leaves, values)
      guard !inner.isEmpty else { continue }
      if items.count + 1 != entry.number { gap(name, entry.number, items.count + 1) }
      items.append(SourceNode(.mapping(inner), line: 0, column: 0))
    }
    return items.isEmpty ? nil : SourceNode(.sequence(items), line: 0, column: 0)
  }

  private static func entries(_ leaves: [Leaf], _ values: [String?]) -> [SourceEntry] {
    var entries: [SourceEntry] = []
    entries.reserveCapacity(leaves.count)
    for leaf in leaves {
      if let node = node(leaf, values) { entries.append(entry(leaf.key, node)) }
    }
    return entries
  }

  private static func entry(_ key: String, _ node: SourceNode) -> SourceEntry {
    SourceEntry(key: key, line: 0, column: 0, value: node)
  }

  private static func node(_ leaf: Leaf, _ values: [String?]) -> SourceNode? {
    guard let value = values[leaf.slot] else { return nil }
    guard leaf.kind == .words || leaf.kind == .numbers else {
      return SourceNode(.scalar(value), line: 0, column: 0, isQuoted: true)
    }
    let items = value.words.map { SourceNode(.scalar($0), line: 0, column: 0, isQuoted: true) }
    return SourceNode(.sequence(items), line: 0, column: 0)
  }
}

extension String {
  /// Several words of one cell, with strokes between them.
  var words: [String] {
    // A stroke with a mark on it is none: such a cell is taken apart by characters.
    guard withBytes({ bytes in bytes.allSatisfy { $0 < 0x80 } }) else {
      return split(separator: "|").map { String($0).trimmed }
    }
    return utf8.split(separator: UInt8(ascii: "|")).map { String(Substring($0)).trimmed }
  }
}
