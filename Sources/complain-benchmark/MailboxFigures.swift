import Evidence
import Glibc
import LocalWorld

/// What it takes to find one mail of a mailbox of 2,000.
struct MailboxFigures {
  private static let mails = 2_000
  /// A mailbox of 100 MB: half a screen of text, and pictures in base64.
  private static let lines = 680

  private let options: BenchmarkOptions
  private let path: String
  private let world: LocalWorld

  init(_ example: Example, _ options: BenchmarkOptions) throws {
    self.options = options
    path = example.folder + "/benchmark.mbox"
    world = LocalWorld(folder: example.data, evidenceFolder: example.folder)
    let line = String(repeating: "QmVuY2htYXJr", count: 6) + "\n"
    let body = String(repeating: line, count: Self.lines)
    guard let file = fopen(path, "w") else { throw BenchmarkError("no mailbox can be written") }
    defer { fclose(file) }
    for number in 1...Self.mails {
      let mail =
        "From someone@example.com Tue May 20 12:32:05 2025\nFrom: someone@example.com\nSubject: \(number)\n"
        + "Message-ID: <\(number)@example.com>\n\n\(body)\n"
      guard fputs(mail, file) >= 0 else { throw BenchmarkError("no mailbox can be written") }
    }
  }

  func run(into table: inout FigureTable) throws {
    defer { unlink(path) }
    var times: [Double] = []
    for round in 0...options.rounds {
      let clock = ContinuousClock()
      let start = clock.now
      let mail = try world.message(.identifier("\(Self.mails - 1)@example.com"), of: path, limit: 50 << 20)
      let seconds = (clock.now - start) / .seconds(1)
      guard mail.bytes.count > Self.lines else { throw BenchmarkError("the mail was not found") }
      // The first round warms the cache of the disk.
      if round > 0 { times.append(seconds * 1000) }
    }
    let megabytes = Example.size(of: path) / 1_000_000
    table.add("a mail of a mailbox of 2,000, \(megabytes) MB", times.median, "ms", atMost: 1_000)
  }
}
