import Casebook
import ComplaintKit
import LocalWorld
import Matter
import Messages
import Records
import Storage
import TaggedPDF
import Templates
import Typesetting

extension Wording {
  static let matterFile = "the matter"
  static let organisationFile = "the organisation's file"
  static let dateMalformed = "--date is no day that exists"
  static let dateHint = "write it as 2026-11-23"
  static let guideWithoutController = "this campaign leaves the controller to the matter, so no day can be counted here"
  static let guideWithoutControllerHint = "`complain objection` counts the days for the letter it writes"
  static let noInterview = "there are no questions for this campaign yet"
  static func noInterviewHint(_ campaign: String) -> String {
    "`complain sample --campaign \(campaign)` writes a matter to be filled in"
  }
  static let batchWithoutController =
    "this campaign leaves the controller to the matter, and a table has no columns for it"
  static let batchWithoutControllerHint = "write a campaign for that controller: docs/new-campaign.md"
  static let otherCampaign = "--campaign is another campaign than that of the matter"
  static let otherCampaignHint = "leave --campaign out, or correct campaign in the matter"

  static let onMalformed = "--on is no day that exists"
  static let calendarNeedsDay = "--ics needs the day on which the objection is sent"
  static let calendarNeedsDayHint = "give it with --on 2026-11-23"

  static func sampleCommand(_ country: String) -> String {
    "complain sample --country \(country) > my-matter.yaml"
  }

  // MARK: what the tool itself lacks

  static func messages(_ error: PreparationError) -> [Failure.Message] {
    switch error {
    case .casebook(let error):
      switch error {
      case .unknown(let kind, let hint): [.init(text: unknown(kind), hint: hint.description)]
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
    case .evidence(let error):
      [
        .init(
          text: error == .changed
            ? "a file of the evidence changed while it was being read" : "a file of the evidence cannot be read",
          hint: "let nothing write to it, then draft again; nothing was written")
      ]
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
