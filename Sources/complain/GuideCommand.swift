import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import LocalWorld
import Matter
import Messages

/// Shows how to object with the controller's own form, and from when a complaint is possible.
struct GuideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guide", abstract: Wording.Help.guide, discussion: Wording.Help.guideDiscussion)

  @Option(name: .long, help: ArgumentHelp(Wording.Help.country, valueName: "code"))
  var country: String
  @Option(name: .long, help: ArgumentHelp(Wording.Help.guideLanguage, valueName: "tag"))
  var language: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.guideOn, valueName: "yyyy-mm-dd"))
  var on: String?
  @Option(
    name: .long, help: ArgumentHelp(Wording.Help.guideCalendar, valueName: "file"),
    completion: .file(extensions: ["ics"]))
  var ics: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.onCollision, valueName: "abort|overwrite|suffix"))
  var onCollision = OutputFile.Collision.abort
  @Option(name: .long, help: ArgumentHelp(Wording.Help.sampleCampaign, valueName: "name"))
  var campaign: String?
  @OptionGroup var options: DataOptions

  /// The longest line: that of the narrowest terminal in use.
  private static let width = 80

  func run() throws {
    let sent = try on.map { text in
      guard let day = CivilDate(text) else { throw Failure(.usage, Wording.onMalformed, hint: Wording.dateHint) }
      return day
    }
    if ics != nil, sent == nil { throw Failure(.usage, Wording.calendarNeedsDay, hint: Wording.calendarNeedsDayHint) }
    let world = try options.world()
    let casebook = Casebook(world: world)
    let campaign = try opening { try casebook.campaign(self.campaign ?? chosenCampaign(in: casebook)) }
    let country = try opening { try casebook.country(self.country) }
    let interface = try options.interface()
    let language = try opening { () throws(CasebookError) in
      let language = try casebook.language(self.language ?? country.language)
      let guides = try casebook.languages(of: Guide.template, in: country.templateFolder(of: campaign.id))
      guard country.ownLaw == nil || !guides.isEmpty else {
        throw .unknown(
          kind: "country", hint: Message(CasebookMessage.known, .list(try countriesOfTheRegulation(casebook))))
      }
      let written = try casebook.languagesOfText(in: country.code).filter(guides.contains)
      guard written.contains(String(language.tag.prefix { $0 != "-" })) else {
        throw .unknown(kind: "language", hint: Message(CasebookMessage.known, .list(written.map { .term($0) })))
      }
      return language
    }
    let kind = try opening { try casebook.kind("objection") }
    let holidays = try opening { try casebook.calendar(for: campaign, in: country) }
    let times = try preparing {
      try sent.map { day in
        guard let controller = campaign.controller else {
          throw Failure(.usage, Wording.guideWithoutController, hint: Wording.guideWithoutControllerHint)
        }
        return try LetterCalendar(
          kind: kind, sent: day, calendar: holidays, controller: controller, language: language, world: world)
      }
    }
    let guide = try preparing {
      try Guide(
        campaign: campaign, country: country, language: language, date: sent ?? MatterOptions.today(), sending: times,
        width: Self.width, world: world)
    }
    var calendar: String?
    if let ics, let file = times?.file(for: Array("\(campaign.id) \(country.code)".utf8), isPosted: false) {
      calendar = try CalendarWriter.write(file, to: ics, collision: onCollision, in: interface)
    }
    guide.lines.forEach(Terminal.write)
    if let calendar { Terminal.writeError(interface.text(.written, .term(OutputFile.absolute(calendar)))) }
  }

  /// The countries that every campaign is written for; one with a law of its own needs a guide of its own.
  private func countriesOfTheRegulation(_ casebook: Casebook) throws(CasebookError) -> [Message.Parameter] {
    var codes: [Message.Parameter] = []
    for code in try casebook.countries() where try casebook.country(code).ownLaw == nil { codes.append(.term(code)) }
    return codes
  }
}
