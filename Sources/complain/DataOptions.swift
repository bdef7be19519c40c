import ArgumentParser
import Casebook
import ComplaintKit
import LocalWorld
import Messages
import Records

/// Where templates and locales are; the same for every command.
struct DataOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(Wording.Help.data, valueName: "folder"))
  var data: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.interfaceLanguage, valueName: "tag"))
  var interfaceLanguage: InterfaceLanguage?

  /// Finds the data folder: `--data`, else beside the program.
  func folder() throws -> DataFolder {
    if let data {
      guard let folder = DataFolder(path: data) else {
        throw Failure(.usage, Wording.noDataThere, hint: Wording.dataHint)
      }
      return folder
    }
    guard let program = DataFolder.programPath(), let folder = DataFolder(besideProgram: program) else {
      throw Failure(.failure, Wording.noData, hint: Wording.dataHint)
    }
    return folder
  }

  /// The world as commands see it that open no evidence, or evidence beside a matter.
  func world(evidenceFolder: String = ".") throws -> LocalWorld {
    LocalWorld(folder: try folder(), evidenceFolder: evidenceFolder)
  }

  /// What is said to the person: in the language asked for, else in that of the environment.
  func interface() throws -> Interface { try Interface(personsLanguage, casebook: casebook) }

  /// The person's language as documents have it, with its dates.
  func interfaceLanguageData() throws -> Language {
    try opening(.failure) { try casebook().language(personsLanguage.rawValue) }
  }

  private var personsLanguage: InterfaceLanguage {
    interfaceLanguage ?? InterfaceLanguage(environment: Terminal.environment)
  }

  /// The casebook.
  func casebook() throws -> Casebook { Casebook(world: try world()) }
}

/// How a list is printed.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// Runs something of the casebook and turns its errors into the tool's.
func opening<Value>(_ status: ExitStatus = .usage, _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as CasebookError {
    switch error {
    case .unknown(let kind, let hint): throw Failure(status, Wording.unknown(kind), hint: hint.description)
    case .broken(let problems):
      throw Failure(.failure, problems.problems.map { .init(text: $0.description, hint: $0.hint) })
    case .unreadable(let path): throw Failure(.failure, Wording.unreadable(path), hint: Wording.dataHint)
    }
  }
}
