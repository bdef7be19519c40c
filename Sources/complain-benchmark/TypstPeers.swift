import Document
import Glibc
import LocalWorld

/// Typst on the same core in the same minutes: with a letter of its own, and with our complaints.
///
/// The letter is shorter than ours, is not hyphenated and shows one and the same picture each time, which Typst remembers. Our
/// complaints are the same text for the same people, and with a screenshot none shows another's.
struct TypstPeers {
  /// Which of our complaints.
  enum Kind: String {
    case textOnly = "text"
    case pictured = "pictured"
  }

  /// Documents in a round; the first is not counted.
  private static let count = 40
  private let letter: String?
  private let same: String?
  private let folder: String

  /// Makes the pictures of a batch, and the sources if they are to be set.
  init(_ steady: SteadyState, _ options: BenchmarkOptions, folder: String) throws {
    (letter, same) = (options.typst, options.typstSame)
    self.folder = folder
    let count = max(Self.count, min(200, options.rows))
    for number in 0..<count {
      let picture = Screenshot(number: number).png(hasAlpha: false, width: 800, rows: 400..<1000)
      try Screenshot.write(picture, to: "\(folder)/\(Self.picture(number))")
    }
    guard same != nil else { return }
    let pictures = (0..<Self.count).map { Self.picture($0) }
    try write(try steady.documents(Self.count), .textOnly)
    try write(try steady.documents(Self.count, pictures: pictures), .pictured, pictures: pictures)
  }

  /// Whether nobody is compared.
  var isEmpty: Bool { letter == nil && same == nil }

  /// The screenshot of a row, in the folder.
  static func picture(_ number: Int) -> String { "row-\(number).png" }

  private func write(_ documents: [Document], _ kind: Kind, pictures: [String]? = nil) throws {
    let place = "\(folder)/typst-\(kind.rawValue)"
    guard mkdir(place, 0o700) == 0 else { throw BenchmarkError("no folder can be made") }
    for (number, document) in documents.enumerated() {
      if let pictures {
        try Screenshot.write(try InputFile.read("\(folder)/\(pictures[number])"), to: "\(place)/\(pictures[number])")
      }
      try Screenshot.write(TypstSource(document, picture: pictures?[number]).bytes, to: "\(place)/\(number).typ")
    }
  }

  /// Begins a comparison with one kind of our complaints.
  ///
  /// - Parameter processor: where Typst runs; nil: where this process does.
  func comparison(_ kind: Kind, on processor: Int? = nil) -> Comparison {
    Comparison(peers: self, kind: kind, processor: processor)
  }

  /// What is measured beside our rounds.
  struct Comparison {
    private let peers: TypstPeers
    private let kind: Kind
    private let place: String
    private var letters: [(rate: Double, times: Double)] = []
    private var complaints: [(rate: Double, times: Double)] = []

    fileprivate init(peers: TypstPeers, kind: Kind, processor: Int?) {
      self.peers = peers
      self.kind = kind
      place = processor.map { "taskset --cpu-list \($0) " } ?? ""
    }

    /// Lets Typst work once.
    ///
    /// - Parameter ours: how many documents a second we made in this round.
    mutating func measure(beside ours: Double) throws {
      func rate(_ command: String, _ folder: String) throws -> (rate: Double, times: Double) {
        let call = "exec \(place)\(command) \(TypstPeers.count) \(peers.folder)/\(folder)"
        let rate = try Peers.rate(["/bin/sh", "-c", call], in: peers.folder)
        return (rate, ours / rate)
      }
      if let command = peers.letter { letters.append(try rate(command, "peer")) }
      if let command = peers.same { complaints.append(try rate(command, "typst-\(kind.rawValue)")) }
    }

    /// Adds the medians to a table.
    func add(to table: inout FigureTable) {
      for (name, rounds) in [("a letter of its own", letters), ("the same complaints", complaints)]
      where !rounds.isEmpty {
        table.add("  Typst, \(name)", rounds.map(\.rate).median, "/s")
        table.add("  times Typst, \(name)", rounds.map(\.times).median, "x", atLeast: 10)
      }
    }
  }
}
