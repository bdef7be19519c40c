import Glibc
import LocalWorld

/// `complain batch` as a whole process, its files written and its ledger kept, beside the least any writer of such files costs
/// and beside another setter of type.
struct Batches {
  private let options: BenchmarkOptions
  private let example: Example
  private let program: String
  private let table: PeopleTable
  private let typst: TypstPeers

  init(_ example: Example, _ options: BenchmarkOptions, _ typst: TypstPeers) throws {
    self.options = options
    self.typst = typst
    self.example = example
    program = try example.program()
    table = try PeopleTable(example)
  }

  func run(into figures: inout FigureTable) throws {
    let people = "\(example.folder)/people.csv"
    try table.write(options.rows, to: people, seed: options.seed)
    try text(people, into: &figures)
    try screenshots(into: &figures)
    try checking(into: &figures)
    try memory(into: &figures)
  }

  /// Text-only, on one processor and on two.
  private func text(_ people: String, into figures: inout FigureTable) throws {
    var (ours, floor, pairs, gains): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    var others = typst.comparison(.textOnly, on: 0)
    var weights: Weights?
    // In turn, so that what else the machine does hits all of them alike; the first round fills the machine's memory of files.
    for round in 0...options.rounds {
      let one = try rate(people, rows: options.rows, on: "0") { folder in
        weights = Weights(of: try InputFile.read("\(folder)/B-0.pdf"))
      }
      let two = try rate(people, rows: options.rows, on: "0,1")
      let least = try weights.map { try floorRates($0) } ?? nil
      guard round > 0 else { continue }
      try others.measure(beside: one)
      ours.append(one)
      if let least {
        floor.append(least.one)
        pairs.append(least.two / least.one)
        gains.append(two / one / (least.two / least.one))
      } else {
        gains.append(two / one)
      }
    }
    if let weights { figures.add("a batch's document", told: weights.text) }
    figures.add("batch of \(options.rows), text-only, one processor", ours.median, "/s")
    if !floor.isEmpty {
      figures.add("  the floor", floor.median, "/s")
      figures.add("  part of the floor", zip(ours, floor).map { $0 / $1 * 100 }.median, "%", atLeast: 50)
      figures.add("  two floors at once, times one", pairs.median, "x")
      figures.add("  two processors, part of what two floors gain", gains.median, "x", atLeast: 0.9)
    } else {
      figures.add("  two processors, times one", gains.median, "x")
    }
    others.add(to: &figures)
  }

  /// One screenshot of 800 x 600 pixels for each person, none like another.
  private func screenshots(into figures: inout FigureTable) throws {
    let count = min(200, options.rows)
    let people = "\(example.folder)/pictured.csv"
    try table.write(count, to: people, seed: options.seed) { TypstPeers.picture($0) }
    var ours: [Double] = []
    var others = typst.comparison(.pictured, on: 0)
    for round in 0...options.rounds {
      let one = try rate(people, rows: count, on: "0")
      guard round > 0 else { continue }
      try others.measure(beside: one)
      ours.append(one)
    }
    figures.add("batch of \(count), a screenshot each, one processor", ours.median, "/s")
    others.add(to: &figures)
  }

  /// Reports alone, for ten times as many rows.
  private func checking(into figures: inout FigureTable) throws {
    let (people, rows) = ("\(example.folder)/checked.csv", options.rows * 10)
    try table.write(rows, to: people, seed: options.seed)
    var rates: [Double] = []
    for round in 0...options.rounds {
      let run = try batch(people, on: "0,1", "--check")
      if round > 0 { rates.append(Double(rows) / (run.milliseconds / 1000)) }
    }
    figures.add("rows checked, of \(rows), two processors", rates.median, "/s", atLeast: 20_000)
  }

  /// The most memory that a small batch and a large one hold.
  private func memory(into figures: inout FigureTable) throws {
    guard options.manyRows > 0 else { return }
    var peaks: [Double] = []
    for rows in [1000, options.manyRows] {
      let people = "\(example.folder)/many.csv"
      try table.write(rows, to: people, seed: options.seed)
      peaks.append(try batch(people, on: "0,1").peakMegabytes)
      figures.add("memory at its peak, \(rows) rows", peaks[peaks.count - 1], "MB", atMost: 200)
    }
    figures.add("  times that of 1000", peaks[1] / peaks[0], "x", atMost: 1.1)
  }

  // MARK: Runs

  /// Rows a second, from the start of the process to its end.
  private func rate(
    _ people: String, rows: Int, on processors: String, look: (_ folder: String) throws -> Void = { _ in }
  ) throws -> Double {
    Double(rows) / (try batch(people, on: processors, look: look).milliseconds / 1000)
  }

  private func batch(
    _ people: String, on processors: String, _ option: String..., look: (_ folder: String) throws -> Void = { _ in }
  ) throws -> ProcessRun {
    let folder = "\(example.folder)/filings-\(Int(now() * 1000))"
    // Emptied, not deleted: for minutes ext4 passes over what was deleted one by one, which took a tenth of the next run.
    defer {
      _ = ProcessRun.measure([
        "/usr/bin/find", folder, "-type", "f", "-exec", "/usr/bin/truncate", "--size", "0", "{}", "+",
      ])
    }
    let run = ProcessRun.measure(
      ["/usr/bin/taskset", "--cpu-list", processors, program, "batch", people, "--out", folder, "--date", "2026-11-23"]
        + (option.isEmpty ? ["--progress", "none"] : option))
    guard let run, run.status == 0 else { throw BenchmarkError("complain batch ended with \(run?.status ?? -1)") }
    try look(folder)
    return run
  }

  /// Documents a second of one floor, and of two at once on a processor each.
  private func floorRates(_ weights: Weights) throws -> (one: Double, two: Double)? {
    guard let floor = options.floor else { return nil }
    let call = ([floor, "1000", options.profile] + weights.numbers).map { "'\($0)'" }.joined(separator: " ")
    let one = try Peers.rate(["/bin/sh", "-c", "taskset --cpu-list 0 \(call)"], in: example.folder)
    let both = """
      mkdir -p 0 1; (cd 0 && taskset --cpu-list 0 \(call) >rate) & (cd 1 && taskset --cpu-list 1 \(call) >rate) & wait
      awk '{ sum += $1 } END { print sum, "documents/s" }' 0/rate 1/rate
      """
    return (one, try Peers.rate(["/bin/sh", "-c", both], in: example.folder))
  }
}
