/// What one document takes of its template: which sections stand, and how many items each list has.
///
/// Documents with equal branches have equal text but for their values.
public struct Branches: Hashable, Sendable {
  /// For each section that was come to, in order: 1 or 0; for each list its number of items.
  fileprivate(set) var decisions: [UInt32] = []

  /// Hashes everything at once.
  public func hash(into hasher: inout Hasher) {
    decisions.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

/// Goes through a program with the values of one document.
struct BranchTaker {
  private let program: TemplateProgram
  private(set) var branches = Branches()
  /// The texts in the order in which they are printed.
  private(set) var inserted: [InsertedText] = []
  /// The roles whose annexes the text cites.
  private(set) var cited: Set<String> = []
  /// What has no value, by the place of its first use.
  private(set) var missing: [TemplateProgram.Use] = []

  init(_ program: TemplateProgram, _ values: ValueScope) {
    self.program = program
    branches.decisions.reserveCapacity(program.steps.count)
    inserted.reserveCapacity(128)
    take(0..<program.steps.count, [values])
  }

  private mutating func take(_ range: Range<Int>, _ scopes: [ValueScope]) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch program.steps[index] {
      case .text: index += 1
      case .citing(let role, _):
        cited.insert(program.roles[role])
        index += 1
      case .value(let use):
        if case .text(let text)? = value(use, scopes) { inserted.append(text) } else { miss(use) }
        index += 1
      case .when(let use, let wanted, let end):
        var isTrue = false
        switch value(use, scopes) {
        case .flag(let flag)?: isTrue = flag
        case .list(let items)?: isTrue = !items.isEmpty
        case .text?, nil: miss(use)
        }
        branches.decisions.append(isTrue == wanted ? 1 : 0)
        index = isTrue == wanted ? index + 1 : end
      case .each(let use, let end):
        var items: [ValueScope] = []
        if case .list(let found)? = value(use, scopes) { items = found } else { miss(use) }
        branches.decisions.append(UInt32(clamping: items.count))
        for item in items { take((index + 1)..<end, scopes + [item]) }
        index = end
      }
    }
  }

  private func value(_ use: Int, _ scopes: [ValueScope]) -> TemplateValue? {
    scopes[program.uses[use].depth].values[program.uses[use].name]
  }

  private mutating func miss(_ number: Int) {
    let use = program.uses[number]
    if !missing.contains(where: { $0.name == use.name }) { missing.append(use) }
  }
}

/// Writes the Markdown of the branches taken, with a placeholder for each value.
struct MarkdownWriter {
  private let program: TemplateProgram
  private let decisions: [UInt32]
  private var decision = 0
  private var values = 0
  private(set) var bytes: [UInt8] = []

  init(_ program: TemplateProgram, _ branches: Branches) {
    self.program = program
    decisions = branches.decisions
    bytes.reserveCapacity(program.text.count)
    write(0..<program.steps.count)
  }

  private mutating func write(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch program.steps[index] {
      case .text(let range), .citing(_, let range):
        bytes += program.text[range]
        index += 1
      case .value:
        if let placeholder = Placeholder.value(values) {
          bytes += UTF8.encode(placeholder) ?? UTF8.encodedReplacementCharacter
        }
        values += 1
        index += 1
      case .when(_, _, let end): index = next() == 1 ? index + 1 : end
      case .each(_, let end):
        for _ in 0..<next() { write((index + 1)..<end) }
        index = end
      }
    }
  }

  private mutating func next() -> UInt32 {
    decision += 1
    return decisions[decision - 1]
  }
}
