import Batch
import LocalWorld
import Messages

/// The parts of a batch, proved to be all of it.
struct BatchParts {
  /// The parts with their numbers, in order.
  let all: [(batch: BatchFolder, shard: Shard)]
  /// The first of them, which says what is the same in all.
  let first: BatchFolder
  /// How many rows the table has, as all parts say.
  let rows: Int
  private let interface: Interface

  /// Opens them, and says everything that keeps them from being the whole.
  init(_ folders: [String], _ interface: Interface) throws {
    self.interface = interface
    var all: [(batch: BatchFolder, shard: Shard)] = []
    var problems: [String] = []
    // A folder that is given twice is opened once: its ledger is locked.
    var opened: [String: BatchFolder] = [:]
    for (place, folder) in folders.enumerated() {
      let path = OutputFile.absolute(folder)
      let batch = try opened[path] ?? BatchFolder(folder, in: interface)
      opened[path] = batch
      guard let shard = try batch.ledger.setting("shard").flatMap({ Shard($0) }) else {
        problems.append(interface.text(.gatherNoShard, .number(place + 1)))
        continue
      }
      all.append((batch, shard))
    }
    all.sort { ($0.shard.number, $0.shard.count) < ($1.shard.number, $1.shard.count) }
    self.all = all
    guard let start = all.first else {
      throw Self.refusal(problems, interface)
    }
    first = start.batch
    rows = try start.batch.ledger.setting("rows").flatMap { Int($0) } ?? 0
    problems += try Self.differences(all, interface)
    if problems.isEmpty {
      let taken = try all.reduce(0) { sum, part in
        sum + (try part.batch.ledger.setting("own_rows").flatMap { Int($0) } ?? 0)
      }
      if taken != rows { problems.append(interface.text(.gatherRows, .number(taken), .number(rows))) }
    }
    if !problems.isEmpty { throw Self.refusal(problems, interface) }
  }

  /// What does not fit the first part, and what is missing or double.
  private static func differences(
    _ all: [(batch: BatchFolder, shard: Shard)], _ interface: Interface
  ) throws -> [String] {
    guard let first = all.first else { return [] }
    var problems: [String] = []
    let count = first.shard.count
    for number in 1...count {
      let same = all.filter { $0.shard.number == number }
      if same.isEmpty { problems.append(interface.text(.gatherMissing, .number(number), .number(count))) }
      if same.count > 1 { problems.append(interface.text(.gatherDouble, .number(number))) }
    }
    for part in all {
      let number = Message.Parameter.number(part.shard.number)
      let ledger = part.batch.ledger
      guard try ledger.setting("complete") == "yes" else {
        problems.append(interface.text(.gatherUnfinished, number))
        continue
      }
      let isSame = try ["table", "made_from", "rows", "campaign"].allSatisfy { name in
        try ledger.setting(name) == first.batch.ledger.setting(name)
      }
      if !isSame || part.shard.count != count { problems.append(interface.text(.gatherDiffers, number)) }
      if try ledger.hasForgotten(), !ledger.hasKey(of: first.batch.ledger) {
        problems.append(interface.text(.gatherForgotten, number))
      }
    }
    return problems
  }

  /// Refuses where a row of the table is in no report or in two, or where a file is not as it was written.
  ///
  /// - Parameter reported: the numbers of the rows that the reports tell of, sorted.
  func prove(rows reported: [Int]) throws {
    var problems = zip(reported, reported.dropFirst()).filter { $0 == $1 }.map { row, _ in
      interface.text(.gatherRowDouble, .number(row))
    }
    // No report names who was forgotten.
    let forgotten = try all.reduce(0) { sum, part in
      sum + (try part.batch.ledger.setting("forgotten_rows").flatMap { Int($0) } ?? 0)
    }
    if reported.count + forgotten != rows {
      problems.append(interface.text(.gatherRows, .number(reported.count + forgotten), .number(rows)))
    }
    for part in all {
      try part.batch.ledger.forEach { row, _ in
        guard !row.files.allSatisfy(part.batch.folder.holds) else { return }
        problems.append(interface.text(.gatherFile, .number(part.shard.number), .number(row.row)))
      }
    }
    if !problems.isEmpty { throw Self.refusal(problems, interface) }
  }

  private static func refusal(_ problems: [String], _ interface: Interface) -> Failure {
    var messages = problems.map { Failure.Message(text: $0, hint: nil) }
    if let last = messages.popLast() {
      messages.append(.init(text: last.text, hint: interface.text(.gatherHint)))
    }
    return Failure(.data, messages, in: interface)
  }
}
