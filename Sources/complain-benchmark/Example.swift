import Glibc
import LocalWorld

/// The country's example, with its evidence and without, in a folder of its own.
struct Example {
  let data: DataFolder
  let country: String
  /// The matter's text.
  let text: String
  /// The same with `evidence: []`.
  let textWithoutEvidence: String
  /// Where everything is written.
  let folder: String

  init(_ options: BenchmarkOptions) throws {
    guard let program = DataFolder.programPath(), let data = DataFolder(besideProgram: program) else {
      throw BenchmarkError("there is no data folder beside the program")
    }
    let path = "templates/meta-ai/example/matter.\(options.country).yaml"
    guard let bytes = data.read(path) else { throw BenchmarkError("\(path) is missing") }
    self.data = data
    country = options.country
    text = String(decoding: bytes, as: UTF8.self)
    textWithoutEvidence = Self.withoutEvidence(text)
    var template = Array("/tmp/complain-benchmark-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw BenchmarkError("no folder can be made in /tmp") }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The program that lies beside this one.
  func program() throws -> String {
    guard let own = DataFolder.programPath(), let slash = own.lastIndex(of: "/") else {
      throw BenchmarkError("this program's path is not known")
    }
    return own[...slash] + "complain"
  }

  /// Removes the folder and what was written there.
  func removeFolder() {
    _ = ProcessRun.measure(["/bin/rm", "-rf", "--", folder])
  }

  /// The size of a file, in bytes; 0 if there is none.
  static func size(of path: String) -> Int { (try? InputFile.size(of: path)) ?? 0 }

  /// Leaves out the list of evidence: from its key to the next one.
  private static func withoutEvidence(_ text: String) -> String {
    var isWithin = false
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("evidence:") {
        isWithin = true
        lines.append("evidence: []")
      } else if isWithin, let first = line.first, first.isLetter {
        isWithin = false
      }
      if !isWithin { lines.append(line) }
    }
    return lines.joined(separator: "\n")
  }
}
