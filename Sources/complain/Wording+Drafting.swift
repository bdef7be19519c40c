import Casebook
import ComplaintKit
import LocalWorld
import Matter
import Records
import TaggedPDF
import Templates
import Typesetting

extension Wording {
  static let matterFile = "the matter"
  static let dateMalformed = "--date is no day that exists"
  static let dateHint = "write it as 2026-11-23"
  static let otherCampaign = "--campaign is another campaign than that of the matter"
  static let otherCampaignHint = "leave --campaign out, or correct campaign in the matter"
  static let matterHint = "name a file with the matter; `complain sample > my-matter.yaml` writes one to begin with"
  static let matterNotUTF8 = "the matter is not a text in UTF-8"
  static let matterNotUTF8Hint = "save it as UTF-8 in a text editor"
  static let noMatter = "no matter was given; this is needed"
  static let nothingWritten = "nothing was written"
  static let nothingSent = "Nothing was sent. The file is on this computer only."
  static let summaryNext =
    "Next: read it aloud, sign where it asks for it, file it, and note the date; an answer is due within three months."

  static func noMatterHint(_ country: String) -> String {
    "begin with: complain sample --country \(country) > my-matter.yaml"
  }

  static func matterUnreadable(_ failure: InputFile.Failure) -> String {
    switch failure {
    case .missing: "there is no such file"
    case .isFolder: "this is a folder, not a matter"
    case .notPermitted: "this file may not be read"
    case .notAFile: "this is no file"
    case .tooLarge: "this file is too large for a matter"
    case .other: "this file cannot be read"
    }
  }

  static func checkPassed(_ count: Int) -> String {
    count == 0 ? "nothing was found" : "no errors; the complaint can be drafted"
  }

  /// A finding's own line: field, place, message.
  static func text(_ finding: Finding) -> String {
    var place = finding.field
    if let line = finding.line { place += place.isEmpty ? "line \(line)" : " (line \(line))" }
    return (place.isEmpty ? "" : place + ": ") + finding.message + " [\(finding.code)]"
  }

  static func summaryFile(_ path: String?) -> String { path.map { "Written: \($0)" } ?? "Written to standard output." }

  static func summaryPages(_ pages: Int, annexes: Int) -> String {
    let parts = annexes == 0 ? "without annexes" : annexes == 1 ? "with 1 annex" : "with \(annexes) annexes"
    return "\(pages) pages, \(parts)."
  }

  static func summaryFiling(authority: String, channel: Channel?, originals: Channel.Originals) -> String {
    let way =
      switch channel?.kind {
      case .email: "by e-mail to \(channel?.address ?? "")"
      case .form: "through its form: \(channel?.address ?? "")"
      case .portal: "through its portal: \(channel?.address ?? "")"
      case .post, nil: "by post, to the address on page 1"
      }
    let beside = originals == .beside ? " Attach the original files beside it." : ""
    return "File it with \(authority), \(way).\(beside)"
  }

  static func notWritten(_ failure: OutputFile.Failure) -> String {
    switch failure {
    case .exists: "a file of this name is there already"
    case .noFolder: "the folder for the complaint does not exist"
    case .notPermitted: "the folder for the complaint cannot be written"
    case .diskFull: "the disk is full"
    case .tooLarge: "the file would be larger than this system allows"
    case .isFolder: "the name of the complaint is a folder's"
    case .other: "the complaint could not be written"
    }
  }

  static func notWrittenHint(_ failure: OutputFile.Failure) -> String {
    switch failure {
    case .exists: "give another name with --output, or say --on-collision overwrite or suffix"
    case .noFolder, .notPermitted, .isFolder: "give another place with --output; nothing was written"
    case .diskFull, .tooLarge: "make room, or give another place with --output; nothing was left behind"
    case .other: "give another place with --output; nothing was left behind"
    }
  }

  // MARK: what the tool itself lacks

  static func messages(_ error: PreparationError) -> [Failure.Message] {
    switch error {
    case .casebook(let error):
      switch error {
      case .unknown(let kind, let hint): [.init(text: unknown(kind), hint: hint)]
      case .broken(let problems): messages(problems)
      case .unreadable(let path): [.init(text: unreadable(path), hint: dataHint)]
      }
    case .records(let problems): messages(problems)
    case .templates(let problems): messages(problems)
    case .missingData(let path): [.init(text: "\(path) is missing", hint: dataHint)]
    case .missingResource(let resource):
      [.init(text: "\(name(resource)) is not installed", hint: "apt-get install \(resource.debianPackage)")]
    case .unusableResource(let resource, let why):
      [
        .init(
          text: "\(name(resource)) cannot be used: \(why)",
          hint: "apt-get install --reinstall \(resource.debianPackage)")
      ]
    case .fonts(let problems): problems.map { .init(text: $0.message, hint: $0.hint) }
    case .pdf(let error): [.init(text: error.description, hint: nil)]
    }
  }

  static func messages(_ failure: DraftFailure) -> [Failure.Message] {
    switch failure {
    case .templates(let problems): messages(problems)
    case .typesetting(let problems):
      problems.map { problem in
        switch problem.kind {
        case .missingCharacter(_, let package):
          .init(
            text: "no font can show \(problem.codePoint ?? "a character") in \(problem.place)",
            hint: package.map { "apt-get install \($0)" })
        case .unknownPlace(let name): .init(text: "\(problem.place) refers to `\(name)`, which is nowhere", hint: nil)
        case .duplicatePlace(let name): .init(text: "`\(name)` names two places", hint: nil)
        }
      }
    case .pdf(let error): [.init(text: error.description, hint: nil)]
    }
  }

  private static func messages(_ problems: RecordProblems) -> [Failure.Message] {
    problems.problems.map { .init(text: $0.description, hint: $0.hint) }
  }

  private static func messages(_ problems: TemplateProblems) -> [Failure.Message] {
    problems.problems.map { problem in
      let place = problem.line > 0 ? "\(problem.file):\(problem.line):\(problem.column): " : "\(problem.file): "
      let source = problem.source.isEmpty ? "" : "\n  " + problem.source
      return .init(text: place + problem.message + source, hint: problem.hint)
    }
  }

  private static func name(_ resource: SystemResource) -> String {
    switch resource {
    case .hyphenation(let name): "the hyphenation dictionary \(name)"
    case .colourProfile: "the sRGB colour profile"
    }
  }
}
