import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import Document
import LocalWorld
import Messages

/// Writes the complaint.
struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: Wording.Help.draft, discussion: Wording.Help.draftDiscussion)

  @OptionGroup var options: MatterOptions
  @OptionGroup var help: OrganisationOptions
  @Option(name: [.short, .long], help: ArgumentHelp(Wording.Help.output, valueName: "file"), completion: .file())
  var output: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.onCollision, valueName: "abort|overwrite|suffix"))
  var onCollision = OutputFile.Collision.abort
  @Option(name: .long, help: ArgumentHelp(Wording.Help.kit, valueName: "folder"), completion: .directory)
  var kit: String?

  @Option(name: .long, help: ArgumentHelp(Wording.Help.withTranslation, valueName: "tag"))
  var withTranslation: String?
  @Flag(name: .long, help: ArgumentHelp(Wording.Help.identity))
  var identity = false
  @Option(name: .long, help: ArgumentHelp(Wording.Help.splitMB, valueName: "n"))
  var splitMB: Int?

  func run() throws {
    guard splitMB.map({ (1...1_000).contains($0) }) ?? true else {
      throw Failure(.usage, Wording.splitSize, hint: Wording.splitSizeHint)
    }
    if options.matter == nil, output == nil, kit == nil, splitMB == nil, withTranslation == nil,
      help.organisation == nil,
      Terminal.isConversation
    {
      return try InterviewSession(options).begin(country: options.country)
    }
    let interface = try options.data.interface()
    let writer = DocumentWriter(
      options: options, kind: DocumentKind.complaint, output: output, collision: onCollision, interface: interface,
      megabytes: splitMB, translation: withTranslation, organisation: try help.open(for: options, in: interface),
      asksIdentity: identity)
    if let kit {
      guard output == nil else { throw Failure(.usage, Wording.kitAndOutput, hint: Wording.kitAndOutputHint) }
      guard splitMB == nil else { throw Failure(.usage, Wording.splitAlone, hint: Wording.splitAloneHint) }
      try KitWriter(writer: writer, folder: kit).write().forEach(Terminal.write)
      return
    }
    guard splitMB == nil || output != "-" else {
      throw Failure(.usage, Wording.splitAlone, hint: Wording.splitAloneHint)
    }
    let written = try writer.write(writer.make())
    Summary(written, in: interface).lines.forEach(written.file == nil ? Terminal.writeError : Terminal.write)
  }
}

/// What a person hears after a draft: five lines.
struct Summary {
  let lines: [String]

  /// - Parameter channel: the way of filing that was chosen, if not the authority's preferred one.
  init(_ written: DocumentWriter.Written, by channel: Channel? = nil, in interface: Interface) {
    let brief = written.brief
    let channel = channel ?? brief.channel
    let (pages, annexes) = (written.draft.pages, written.draft.document.annexes.count)
    let authority = brief.authority?.names.nearest(to: brief.language.tag) ?? ""
    let beside: String? =
      if let originals = written.originals {
        interface.text(.attachFolder, .term(originals))
      } else {
        channel?.originals == .beside ? interface.text(.attachOriginals) : nil
      }
    let filing = interface.text(.fileIt, .term(authority), Line.way(channel))
    lines =
      [
        written.file.map { interface.text(.written, .term(OutputFile.absolute($0))) }
          ?? interface.text(.writtenToOutput)
      ]
      + written.parts.map { interface.text(.written, .term(OutputFile.absolute($0))) } + [
        Self.pages(pages, annexes: annexes, in: interface),
        interface.text(.nothingSent),
        beside.map { filing + " " + $0 } ?? filing,
        interface.text(brief.country.ownLaw != nil && brief.country.duties.isEmpty ? .nextWithoutTime : .next),
      ]
  }
  /// How long a document is.
  static func pages(_ pages: Int, annexes: Int, in interface: Interface) -> String {
    interface.text(
      annexes == 0 ? .pages : annexes == 1 ? .pagesOneAnnex : .pagesAnnexes, .number(pages), .number(annexes))
  }
}
