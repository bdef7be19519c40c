import Casebook
import Checking
import ComplaintKit
import Digests
import Document
import Evidence
import FilingKit
import LocalWorld
import Matter
import Messages
import Storage

/// Writes the folder a person files from.
struct KitWriter {
  let writer: DocumentWriter
  /// The folder asked for.
  let folder: String

  /// Checks the matter, says what was found, and writes the kit unless an error stands.
  ///
  /// - Returns: the lines a person hears.
  func write() throws -> [String] {
    let made = try writer.make()
    let (options, interface, brief) = (writer.options, writer.interface, made.brief)
    guard let authority = brief.authority else { throw Failure(.usage, Wording.kitNeedsAuthority) }
    let world = try options.matterWorld(of: brief.campaign.id, by: writer.organisation)
    let tag = KitLanguage.tag(options.data, document: brief.language.tag, world: world)
    let exhibits = made.exhibits.filter { Kit.holdsOriginal(of: $0, brief) }
    let originals = try exhibits.map { try DocumentOutput.original(of: $0, brief, world, interface) }
    let matter = options.matter.flatMap { $0 == "-" ? nil : $0 }
    let sources = Kit.Sources(
      exhibits: exhibits, originals: originals, matterName: matter.map(MatterRecord.name(of:)),
      recordName: matter.map(MatterRecord.name(beside:)))
    let kit = try preparing {
      try Kit(brief, to: authority, draft: made.draft, sources: sources, language: tag, world: world)
    }
    let path = try write(kit, of: made)
    FolderWarning.print(about: path, in: interface)
    MatterRecord.note(beside: options.matter, in: interface) { record in
      try kit.files.map { file in
        let digest = try file.content.sha256().hexadecimal
        let isComplaint = file.name == Kit.complaintName
        return record.entry(
          "\(path)/\(file.name)", isComplaint ? .complaint : .kit, sha256: digest,
          drafted: isComplaint ? .init(brief, made.exhibits) : nil)
      } + [record.entry(path, .folder, sha256: nil)]
    }
    let (pages, annexes) = (made.draft.pages, made.draft.document.annexes.count)
    return [
      interface.text(.written, .term(OutputFile.absolute(path))), Summary.pages(pages, annexes: annexes, in: interface),
      interface.text(.kitNothingSent), interface.text(.kitOpen), interface.text(.kitNext),
    ]
  }

  private func write(_ kit: Kit, of made: DocumentWriter.Made) throws -> String {
    let interface = writer.interface
    try FrozenFiles.refuse(folder, collision: writer.collision, matter: writer.options.matter, in: interface)
    do throws(NewFolder.Failure) {
      return try NewFolder.write(
        kit.files.map { ($0.name, $0.content) }, to: folder, collision: writer.collision, ours: Kit.isName)
    } catch {
      switch error {
      case .file(.sourceChanged): throw Failure(changed: made.exhibits, in: interface)
      case .file(let failure):
        let (problem, hint) = FilingLine.kit(failure)
        throw Failure(failure == .exists ? .usage : .failure, problem, hint: hint, in: interface)
      case .holdsOther: throw Failure(.usage, .kitHoldsOther, hint: .kitHoldsOtherHint, in: interface)
      }
    }
  }
}
