import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import Digests
import FilingKit
import LocalWorld
import Matter

/// Writes an objection to the controller.
struct ObjectionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "objection", abstract: Wording.Help.objection, discussion: Wording.Help.objectionDiscussion)

  @OptionGroup var options: MatterOptions
  @OptionGroup var letter: LetterOptions

  func run() throws { try letter.write("objection", with: options) }
}

/// Writes a renewed objection with requests for erasure, restriction and access.
struct RenewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew", abstract: Wording.Help.renew, discussion: Wording.Help.renewDiscussion)

  @OptionGroup var options: MatterOptions
  @OptionGroup var letter: LetterOptions

  func run() throws { try letter.write("renewal", with: options) }
}

/// Where a letter to the controller and its calendar file go; the same for every kind of letter.
struct LetterOptions: ParsableArguments {
  @Option(name: [.short, .long], help: ArgumentHelp(Wording.Help.letterOutput, valueName: "file"), completion: .file())
  var output: String?
  @Option(
    name: .long, help: ArgumentHelp(Wording.Help.letterCalendar, valueName: "file"),
    completion: .file(extensions: ["ics"]))
  var ics: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.onCollision, valueName: "abort|overwrite|suffix"))
  var onCollision = OutputFile.Collision.abort

  /// Writes a letter of a kind and says what comes next.
  func write(_ kind: String, with options: MatterOptions) throws {
    let interface = try options.data.interface()
    let language = try options.data.interfaceLanguageData()
    let writer = DocumentWriter(
      options: options, kind: kind, output: output, collision: onCollision, interface: interface)
    let made = try writer.make()
    let world = try options.data.world()
    let times = try preparing { try LetterCalendar(made.brief, language: language, world: world) }
    let file = times.file(for: try made.draft.bytes, isPosted: true)
    let calendar = try writeCalendar(file, beside: writer.path(for: made), in: interface)
    let written: DocumentWriter.Written
    do {
      written = try writer.write(made)
    } catch {
      // Neither without the other; what stood there before and was replaced cannot come back.
      if let calendar, onCollision != .overwrite { OutputFile.remove(calendar) }
      throw error
    }
    if let calendar, let file {
      MatterRecord.note(beside: options.matter, in: interface) { record in
        [record.entry(calendar, .calendar, sha256: SHA256Digest(of: file.bytes).hexadecimal)]
      }
    }
    var values = times.values
    values["file"] = written.file.map(OutputFile.absolute) ?? "-"
    values["pages"] = String(made.draft.pages)
    values["calendar"] = calendar.map(OutputFile.absolute) ?? "-"
    values["country"] = made.brief.country.code
    made.brief.kind.steps(in: language.tag, values).map(Terminal.plainSpaces)
      .forEach(written.file == nil ? Terminal.writeError : Terminal.write)
  }

  /// Writes the calendar file: where it was asked for, else beside the letter; none beside standard output.
  private func writeCalendar(
    _ file: CalendarFile?, beside letter: String?, in interface: Interface
  ) throws -> String? {
    let stem = letter.map { $0.hasSuffix(".pdf") ? String($0.dropLast(".pdf".count)) : $0 }
    guard let file, let path = ics ?? stem.map({ $0 + ".ics" }) else { return nil }
    return try CalendarWriter.write(
      file, to: path, option: ics == nil ? "--output" : "--ics", collision: onCollision, in: interface)
  }
}

/// Writes calendar files.
enum CalendarWriter {
  /// Writes one to a path that was given with an option.
  static func write(
    _ file: CalendarFile, to path: String, option: String = "--ics", collision: OutputFile.Collision,
    in interface: Interface
  ) throws -> String {
    do throws(OutputFile.Failure) {
      return try OutputFile.write(file.bytes, to: path, collision: collision)
    } catch {
      throw Failure(error, option: option, in: interface)
    }
  }
}
