import Glibc
import LocalWorld

/// One draft of the example, from the start of the process to the file, over what starting any process costs.
struct StartToFile {
  private let example: Example
  private let options: BenchmarkOptions

  init(_ example: Example, _ options: BenchmarkOptions) {
    self.example = example
    self.options = options
  }

  func run(into table: inout FigureTable) throws {
    let program = try example.program()
    let drafts = [
      try draft("complaint", of: example.text, by: program),
      try draft("complaint-text", of: example.textWithoutEvidence, by: program),
    ]
    // In turn, so that what else the machine does hits all of them alike.
    var nothing: [ProcessRun] = []
    var runs: [[ProcessRun]] = [[], []]
    for round in 0...options.runs {
      nothing.append(try measure(["/bin/true"]))
      for index in drafts.indices { runs[index].append(try measure(drafts[index].arguments)) }
      // The first run fills the machine's memory of files.
      if round == 0 {
        nothing = []
        runs = [[], []]
      }
    }
    let base = ProcessRun.medians(nothing)
    let full = ProcessRun.medians(runs[0])
    let text = ProcessRun.medians(runs[1])
    table.add("draft with evidence, start to file, over /bin/true", full.wall - base.wall, "ms", atMost: 80)
    table.add("  processor time", full.processor - base.processor, "ms")
    table.add("  fastest run", full.least - base.least, "ms")
    table.add("  memory at its peak, over /bin/true", full.peak - base.peak, "MB", atMost: 60)
    table.add("  size", Double(Example.size(of: drafts[0].output)) / 1000, "kB")
    table.add("draft without evidence, start to file", text.wall - base.wall, "ms")
    table.add("  processor time", text.processor - base.processor, "ms")
    table.add("  size", Double(Example.size(of: drafts[1].output)) / 1000, "kB", atMost: 130)
  }

  /// Writes a matter, and says how it is drafted and where to.
  private func draft(
    _ name: String, of text: String, by program: String
  ) throws -> (output: String, arguments: [String]) {
    let path = "\(example.folder)/\(name).yaml"
    _ = try OutputFile.write(Array(text.utf8), to: path, collision: .overwrite)
    let output = "\(example.folder)/\(name).pdf"
    return (
      output,
      [
        program, "draft", "--date", "2026-11-23", "--on-collision", "overwrite", "--output", output, path,
      ]
    )
  }

  private func measure(_ arguments: [String]) throws -> ProcessRun {
    guard let run = ProcessRun.measure(arguments), run.status == 0 else {
      throw BenchmarkError("\(arguments[0]) failed; build it with the same configuration")
    }
    return run
  }
}
