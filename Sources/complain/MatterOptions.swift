import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import Foundation
import LocalWorld
import Matter

/// The matter and what is wanted beside it; the same for drafting and checking.
struct MatterOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(Wording.Help.matter, valueName: "matter.yaml"), completion: .file(extensions: ["yaml"]))
  var matter: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.country, valueName: "code"))
  var country: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.date, valueName: "yyyy-mm-dd"))
  var date: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.language, valueName: "tag"))
  var language: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.campaign, valueName: "name"))
  var campaign = "meta-ai"
  @Flag(name: .long, help: ArgumentHelp(Wording.Help.noHyphenation))
  var noHyphenation = false
  @OptionGroup var data: DataOptions

  /// The largest matter file, in bytes.
  private static let limit = 1 << 20

  /// The day of the document: `--date`, else today on this machine's calendar.
  func day() throws -> CivilDate {
    guard let date else { return Self.today() }
    guard let day = CivilDate(date) else { throw Failure(.usage, Wording.dateMalformed, hint: Wording.dateHint) }
    return day
  }

  private static func today() -> CivilDate {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return CivilDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? .earliest
  }

  /// Reads the matter and checks it with its evidence.
  func examine() throws -> Examination {
    let date = try day()
    try checkCountry()
    guard let matter else { throw try whatIsMissing(on: date) }
    let text = try read(matter)
    let world = LocalWorld(folder: try data.folder(), evidenceFolder: folder(of: matter))
    let wishes = Examination.Wishes(
      date: date, country: country, language: language, hyphenates: !noHyphenation)
    return try preparing { try Examination(of: text, name: name(of: matter), wishes: wishes, world: world) }
  }

  /// A country nobody knows is a slip of the command line, not of the matter.
  private func checkCountry() throws {
    guard let country else { return }
    let casebook = try data.casebook()
    _ = try opening { try casebook.country(country) }
  }

  private func read(_ path: String) throws -> String {
    let bytes: [UInt8]
    do throws(InputFile.Failure) {
      bytes =
        path == "-"
        ? try .init(InputFile.readStandardInput(limit: Self.limit)) : try InputFile.read(path, limit: Self.limit)
    } catch {
      throw Failure(.data, Wording.matterUnreadable(error), hint: Wording.matterHint)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.data, Wording.matterNotUTF8, hint: Wording.matterNotUTF8Hint)
    }
    return text
  }

  /// Without a matter and with nobody to ask: everything that is needed, at once.
  private func whatIsMissing(on date: CivilDate) throws -> Failure {
    let casebook = try data.casebook()
    let findings = try opening {
      try Review.whatIsNeeded(on: date, campaign: campaign, country: country, casebook: casebook)
    }
    let code = country ?? "DE"
    return Failure(
      .data, [.init(text: Wording.noMatter, hint: Wording.noMatterHint(code))] + findings.map(Wording.message))
  }

  private func folder(of path: String) -> String {
    guard path != "-", let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What messages call the file: its name alone, a path may hold a person's name.
  private func name(of path: String) -> String { path == "-" ? "standard input" : Wording.matterFile }
}

/// Runs something that prepares documents and turns its errors into the tool's.
func preparing<Value>(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as PreparationError {
    throw Failure(.failure, Wording.messages(error))
  } catch let error as DraftFailure {
    throw Failure(.failure, Wording.messages(error))
  }
}
