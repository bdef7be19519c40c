/// What is measured, how often, and against whom.
struct BenchmarkOptions {
  /// The country of the example.
  var country = "DE"
  /// Documents in a round.
  var iterations = 400
  /// Rounds; each figure is the median of them.
  var rounds = 5
  /// Runs of a whole process; odd, so that the median is one of them.
  var runs = 9
  /// Rows of a batch.
  var rows = 4000
  /// Rows of a batch whose memory is compared with that of 1000; 0 makes none.
  var manyRows = 0
  /// The seed of the persons.
  var seed: UInt64 = 1
  /// A program that does the least a library of this kind can: `FLOOR COUNT PROFILE PARAGRAPHS SPANS LINKS FONTS`.
  var floor: String?
  /// The colour profile for it.
  var profile = "/usr/share/color/icc/sRGB.icc"
  /// A command that prints `N documents/s`, given a count and a folder: Typst with a letter of its own.
  var typst: String?
  /// The same with sources in the folder: Typst with our complaints.
  var typstSame: String?
  /// A command that prints `N pictures/s`, given a count and picture files.
  var img2pdf: String?

  static let usage = """
    usage: complain-benchmark [--country DE] [--iterations N] [--rounds N] [--runs N] [--seed N]
                              [--rows N] [--many-rows N]
                              [--floor PROGRAM] [--profile ICC] [--typst COMMAND]
                              [--typst-same COMMAND] [--img2pdf COMMAND]
    """

  init(_ arguments: some Sequence<String>) throws {
    var rest = Array(arguments)[...]
    while let name = rest.popFirst() {
      guard name.hasPrefix("--"), let value = rest.popFirst() else { throw BenchmarkError(Self.usage) }
      func number(atLeast least: Int) throws -> Int {
        guard let number = Int(value), number >= least else {
          throw BenchmarkError("\(name) wants a number of at least \(least)")
        }
        return number
      }
      switch name {
      case "--country": country = value
      case "--iterations": iterations = try number(atLeast: 1)
      case "--rounds": rounds = try number(atLeast: 1)
      case "--runs": runs = try number(atLeast: 1)
      case "--rows": rows = try number(atLeast: 1)
      case "--many-rows": manyRows = try number(atLeast: 1000)
      case "--seed": seed = UInt64(try number(atLeast: 0))
      case "--floor": floor = value
      case "--profile": profile = value
      case "--typst": typst = value
      case "--typst-same": typstSame = value
      case "--img2pdf": img2pdf = value
      default: throw BenchmarkError("\(name) is not known\n\(Self.usage)")
      }
    }
  }
}
