import Casebook
import Checking
import Document
import Matter
import Records
import Templates

/// How to object with the controller's own form: a campaign's guide as plain text.
public struct Guide: Sendable {
  /// The lines, without line ends, none longer than asked unless a word is.
  public let lines: [String]

  /// The name of a campaign's template: `guide.<language>.md`.
  public static let template = "guide"

  /// Composes the guide.
  ///
  /// - Parameters:
  ///   - campaign: whose guide.
  ///   - country: where the person lives.
  ///   - language: the language of the text.
  ///   - date: the day on which it is read: what is said of forms and policies is what was so on that day.
  ///   - sending: the time for the answer, if the day of sending is known.
  ///   - width: the longest line, in characters.
  ///   - world: where everything comes from.
  public init(
    campaign: Campaign, country: Country, language: Language, date: CivilDate, sending: LetterCalendar?, width: Int,
    world: any World
  ) throws(PreparationError) {
    let campaign = campaign.applied(in: country.code)
    let files = DataFiles(world: world)
    let casebook = Casebook(world: world)
    let tag = LanguageTag(rawValue: language.tag)
    let wording = try DocumentWording(tag: language.tag, files: files)
    let templates = try Preparation.templates(
      campaign: campaign, country: country, kind: Self.template, tag: tag,
      wording: Phrases(language: language).structure, files: files)
    let register = try Preparation.register(templates.citations, casebook)

    var scope = ValueScope()
    scope.set(campaign, on: date)
    for (name, isCitable) in Preparation.citable(register, in: country.code, on: date) {
      scope.set(name, flag: isCitable)
    }
    scope.set("authority.of_seat", flag: country.code == campaign.controller?.country)
    if let controller = campaign.controller {
      let state = wording.states[controller.country] ?? controller.country
      scope.set("controller.name", text: controller.name, .datum)
      scope.set("controller.address", text: (controller.address + [state]).joined(separator: ", "), .datum)
    }
    scope.set("sending.has_date", flag: sending != nil)
    if let sending {
      for (name, text) in sending.values where name != "controller" && name != "address" {
        scope.set("sending.\(name)", text: text)
      }
    }
    do throws(TemplateProblems) {
      let rendering = try templates.render(scope)
      let tree = try templates.parse(
        rendering, printer: RegisterPrinter(register: register, language: language, date: date))
      let parts = try templates.fill(
        tree, with: rendering, context: DocumentContext(language: tag, annexes: [:], directives: [:]))
      var text = PlainText(width: width)
      text.add(parts)
      lines = text.lines
    } catch {
      throw .templates(error)
    }
  }
}
