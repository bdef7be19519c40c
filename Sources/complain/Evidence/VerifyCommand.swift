import ArgumentParser
import LocalWorld
import Messages
import Verification

/// Recomputes the hashes of a document's exhibits.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: Wording.Help.verify, discussion: Wording.Help.verifyDiscussion)

  @Argument(help: ArgumentHelp(Wording.Help.verified, valueName: "file.pdf"), completion: .file(extensions: ["pdf"]))
  var file: String
  @Argument(help: ArgumentHelp(Wording.Help.verifiedFolder, valueName: "folder"), completion: .directory)
  var folder: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.format, valueName: "text|json"))
  var format = ListFormat.text
  @OptionGroup var data: DataOptions

  func run() throws {
    let interface = try data.interface()
    let found = try verification(in: interface)
    switch format {
    case .json: Terminal.write(try AuthoritiesCommand.json(Entry(found)))
    case .text:
      for exhibit in found.exhibits { Terminal.write(interface.worded(line(of: exhibit))) }
      if found.strangers > 0 {
        Terminal.write(interface.worded(Message(VerifyLine.strangers, .number(found.strangers))))
      }
      Terminal.write(
        interface.worded(Message(found.isSound ? VerifyLine.sound : .unsound, .number(found.exhibits.count))))
    }
    if !found.isSound { throw Failure(.data, []) }
  }

  private func verification(in interface: Interface) throws -> Verification {
    let document: Verification.Original
    do throws(InputFile.Failure) {
      document = .init(name: "", content: try InputFile.stored(file))
    } catch {
      throw Failure(.data, Line.matter(error), hint: VerifyLine.fileHint, in: interface)
    }
    var originals: [Verification.Original]?
    if let folder {
      do throws(InputFile.Failure) {
        originals = try FolderListing.stored(in: folder).map { .init(name: $0.name, content: $0.content) }
      } catch {
        throw Failure(.data, VerifyLine.folder, hint: VerifyLine.folderHint, in: interface)
      }
    }
    do throws(VerificationFault) {
      return try Verification(document.content, folder: originals)
    } catch {
      let (problem, hint): (VerifyLine, VerifyLine) =
        switch error {
        case .noPDF: (.noPDF, .fileHint)
        case .damaged: (.damaged, .damagedHint)
        case .rewritten: (.rewritten, .damagedHint)
        case .noExhibits: (.noExhibits, .noExhibitsHint)
        case .changed: (.changed, .changedHint)
        }
      throw Failure(.data, problem, hint: hint, in: interface)
    }
  }

  /// What was found of an exhibit, in one line.
  private func line(of exhibit: Verification.Exhibit) -> Message {
    let number = Message.Parameter.term(exhibit.number)
    func line(_ words: VerifyLine) -> Message { Message(words, number) }
    switch (exhibit.inside, exhibit.folder) {
    case (.unchanged?, nil): return line(.inside)
    case (.changed?, nil): return line(.insideChanged)
    case (.missing?, nil): return line(.insideMissing)
    case (nil, .unchanged?): return line(.inFolder)
    case (nil, .changed?): return line(.inFolderChanged)
    case (nil, .missing?): return line(.inFolderMissing)
    case (.unchanged?, .unchanged?): return line(.both)
    case (let inside?, let folder?):
      return Message(VerifyLine.differing, number, .words(VerifyLine.of(inside)), .words(VerifyLine.of(folder)))
    case (nil, nil):
      if exhibit.isWithheld { return line(.withheld) }
      if let part = exhibit.otherPart { return Message(VerifyLine.otherPart, number, .number(part)) }
      return line(exhibit.isBeside ? .beside : .kept)
    }
  }

  /// The answer as programs read it.
  private struct Entry: Encodable {
    struct Exhibit: Encodable {
      let number: String
      let sha256: String?
      let bytes: Int?
      let inside: String?
      let folder: String?
      let otherPart: Int?
      let delivered: String
    }
    let sound: Bool
    let strangers: Int
    let exhibits: [Exhibit]

    init(_ found: Verification) {
      (sound, strangers) = (found.isSound, found.strangers)
      exhibits = found.exhibits.map {
        Exhibit(
          number: $0.number, sha256: $0.sha256, bytes: $0.size, inside: $0.inside?.rawValue,
          folder: $0.folder?.rawValue, otherPart: $0.otherPart,
          delivered: $0.isWithheld
            ? "withheld"
            : $0.inside != nil || $0.otherPart != nil && !$0.isBeside
              ? "embedded" : $0.isBeside ? "beside" : "kept")
      }
    }
  }
}
