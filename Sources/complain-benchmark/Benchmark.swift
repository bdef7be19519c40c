import Glibc
import LocalWorld

/// Speed and memory, each beside its target; never a test, for a machine that does something else as well proves nothing.
@main
enum Benchmark {
  static func main() {
    do {
      let options = try BenchmarkOptions(CommandLine.arguments.dropFirst())
      print("country \(options.country); \(options.rounds) rounds of \(options.iterations) documents; \(cores)")
      let example = try Example(options)
      defer { example.removeFolder() }
      var table = FigureTable()
      try StartToFile(example, options).run(into: &table)
      let steady = try SteadyState(example, options)
      try steady.run(into: &table)
      let typst = try TypstPeers(steady, options, folder: example.folder)
      try Peers(steady, options, typst, folder: example.folder).run(into: &table)
      try Batches(example, options, typst).run(into: &table)
      try MailboxFigures(example, options).run(into: &table)
      // Last: what so much memory leaves behind would slow down what is measured in milliseconds.
      try Screenshots(example, options).run(into: &table)
      print(table.text, terminator: "")
    } catch {
      let text = "error: \((error as? BenchmarkError)?.message ?? "\(error)")\n"
      _ = text.utf8.withContiguousStorageIfAvailable { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      exit(1)
    }
  }

  /// The processors that this process and those it starts may run on; `taskset` says which.
  private static var cores: String {
    let text = (try? InputFile.read("/proc/self/status")).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") }
    return "processor " + (line?.split(whereSeparator: \.isWhitespace).last.map { String($0) } ?? "unknown")
  }
}

/// Why nothing could be measured.
struct BenchmarkError: Error {
  let message: String
  init(_ message: String) { self.message = message }
}
