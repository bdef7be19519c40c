import ArgumentParser
import Casebook
import Interview
import LocalWorld
import Matter
import Records

/// How the interview talks; the same for every command that asks.
struct InterviewOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(Wording.Help.progress, valueName: "none|lines"))
  var progress = Progress.lines
  @Option(name: .long, help: ArgumentHelp(Wording.Help.date, valueName: "yyyy-mm-dd"))
  var date: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.campaign, valueName: "name"))
  var campaign: String?
  @OptionGroup var data: DataOptions

  /// Whether a line says that something is under way; nothing is ever drawn again in either case.
  enum Progress: String, ExpressibleByArgument, CaseIterable {
    case none
    case lines
  }
}

extension Interface {
  /// The questions in this language.
  func script(_ folder: DataFolder) throws -> Script {
    let path = "locales/interview/\(language.rawValue).yaml"
    guard let bytes = folder.read(path) else {
      throw Failure(.failure, Wording.unreadable(path), hint: Wording.dataHint)
    }
    do {
      return try Script(String(decoding: bytes, as: UTF8.self), name: path)
    } catch {
      throw Failure(.failure, error.problems.map { .init(text: $0.description, hint: $0.hint) })
    }
  }
}
