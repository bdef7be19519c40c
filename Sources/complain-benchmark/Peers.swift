import Glibc

/// Others on the same core in the same minutes: the least any writer of such a file costs, and another setter of type.
struct Peers {
  private let steady: SteadyState
  private let options: BenchmarkOptions
  private let typst: TypstPeers
  private let folder: String

  init(_ steady: SteadyState, _ options: BenchmarkOptions, _ typst: TypstPeers, folder: String) {
    self.steady = steady
    self.options = options
    self.typst = typst
    self.folder = folder
  }

  func run(into table: inout FigureTable) throws {
    guard options.floor != nil || !typst.isEmpty else { return }
    let weights = try steady.weights()
    var persons = Persons(seed: options.seed &+ 1)
    var ours: [Double] = []
    var floor: [Double] = []
    var others = typst.comparison(.textOnly)
    // In turn, so that what else the machine does hits all of them alike.
    for _ in 0..<options.rounds {
      let round = try steady.textRound(&persons).rate
      ours.append(round)
      if let program = options.floor {
        floor.append(try Self.rate([program, "1000", options.profile] + weights.numbers, in: folder))
      }
      try others.measure(beside: round)
    }
    table.add("the document's weight", told: weights.text)
    table.add("documents a second", ours.median, "/s")
    if !floor.isEmpty {
      table.add("  the floor", floor.median, "/s")
      table.add("  part of the floor", zip(ours, floor).map { $0 / $1 * 100 }.median, "%", atLeast: 40)
    }
    others.add(to: &table)
  }

  /// Runs a program that prints `N documents/s`, or of pictures, and gives back N.
  static func rate(_ arguments: [String], in folder: String) throws -> Double {
    let output = "\(folder)/output"
    let there = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder]
    guard let run = ProcessRun.measure(there + arguments, output: output), run.status == 0,
      let file = fopen(output, "r")
    else { throw BenchmarkError("\(arguments.last ?? "") failed") }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { throw BenchmarkError("a peer printed nothing") }
    let rate = strtod(line, nil)
    guard rate > 0 else { throw BenchmarkError("a peer did not print how much it makes in a second") }
    return rate
  }
}
