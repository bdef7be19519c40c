import Casebook
import Checking
import ComplaintKit
import Digests
import Evidence
import FilingKit
import LocalWorld
import Matter
import Messages
import Storage

/// Where a document was written.
struct DocumentOutput {
  /// The PDF.
  let path: String
  /// The folder with the unchanged originals, where the channel takes them beside the PDF.
  let originals: String?
  /// The further parts, where one file would be too large.
  let parts: [String]

  /// Writes the PDF and what belongs beside it: all of it, or nothing; then notes it beside the matter.
  ///
  /// - Parameters:
  ///   - wanted: the PDF's path; what was filed is not replaced.
  ///   - matter: the matter's file, if it is one.
  ///   - world: opens the originals once more.
  init(
    _ draft: Draft, parts: [Draft] = [], of brief: Brief, exhibits: [Exhibit], to wanted: String,
    collision: OutputFile.Collision,
    matter: String?, world: LocalWorld, interface: Interface
  ) throws {
    try FrozenFiles.refuse(wanted, collision: collision, matter: matter, in: interface)
    for part in parts.indices {
      try FrozenFiles.refuse(Self.path(of: wanted, part: part + 2), collision: collision, matter: matter, in: interface)
    }
    let files = try Self.originals(of: brief, exhibits, world, interface)
    var further: [String] = []
    do throws(OutputFile.Failure) {
      let folder =
        files.isEmpty ? nil : try OutputFolder(files, at: OutputFolder.path(beside: wanted), collision: collision)
      do throws(OutputFile.Failure) {
        for (place, part) in parts.enumerated() {
          let name = Self.path(of: wanted, part: place + 2)
          further.append(try OutputFile.write(part.content, to: name, collision: collision))
        }
        path = try OutputFile.write(draft.content, to: wanted, collision: collision)
        originals = folder?.path
        self.parts = further
        Self.note(
          draft, of: brief, exhibits, at: path, files, in: folder, Array(zip(further, parts)), beside: matter, interface
        )
        FolderWarning.print(about: MatterRecord.folder(of: path), in: interface)
      } catch {
        folder?.remove()
        // What stood there before and was replaced cannot come back.
        if collision != .overwrite { further.forEach(OutputFile.remove) }
        throw error
      }
    } catch {
      throw error == .sourceChanged ? Failure(changed: exhibits, in: interface) : Failure(error, in: interface)
    }
  }

  /// The file of a part of a document: `complaint-DE-part-2.pdf` for `complaint-DE.pdf`.
  static func path(of document: String, part: Int) -> String {
    guard part > 1 else { return document }
    let stem = document.hasSuffix(".pdf") ? String(document.dropLast(".pdf".count)) : document
    return stem + "-part-\(part).pdf"
  }

  private static func originals(
    of brief: Brief, _ exhibits: [Exhibit], _ world: LocalWorld, _ interface: Interface
  ) throws -> [(name: String, content: StoredBytes)] {
    guard brief.channel?.originals == .beside else { return [] }
    return try exhibits.compactMap { exhibit -> (name: String, content: StoredBytes)? in
      guard let name = exhibit.originalName else { return nil }
      return (name, try original(of: exhibit, brief, world, interface))
    }
  }

  /// The unchanged file of an exhibit, the one that was read before.
  static func original(
    of exhibit: Exhibit, _ brief: Brief, _ world: LocalWorld, _ interface: Interface
  ) throws -> StoredBytes {
    let file = try? world.evidence(of: brief.matter.evidence[exhibit.number - 1], limit: exhibit.size)
    guard let file, SHA256Digest(of: file.bytes).hexadecimal == exhibit.sha256 else {
      throw Failure(changed: [exhibit], in: interface)
    }
    return file.stored
  }

  private static func note(
    _ draft: Draft, of brief: Brief, _ exhibits: [Exhibit], at path: String,
    _ originals: [(name: String, content: StoredBytes)], in folder: OutputFolder?,
    _ parts: [(path: String, draft: Draft)],
    beside matter: String?, _ interface: Interface
  ) {
    let isComplaint = brief.kind.id == DocumentKind.complaint
    MatterRecord.note(beside: matter, in: interface) { record in
      let document = record.entry(
        path, isComplaint ? .complaint : .letter, sha256: try draft.content.sha256().hexadecimal,
        drafted: isComplaint ? .init(brief, exhibits) : nil)
      let further = try parts.map { part in
        record.entry(part.path, .original, sha256: try part.draft.content.sha256().hexadecimal)
      }
      guard let folder else { return [document] + further }
      // They were written just now; what was hashed when they were read is what they are.
      let files = zip(folder.written, originals).map { written, original in
        record.entry(written, .original, sha256: exhibits.first { $0.originalName == original.name }?.sha256)
      }
      return [document] + further + files + [record.entry(folder.path, .folder, sha256: nil)]
    }
  }
}

extension Failure {
  /// Evidence that is no longer what it was when it was read and hashed.
  ///
  /// - Parameter exhibits: those of which one changed; named are the ones whose files tell.
  init(changed exhibits: [Exhibit], in interface: Interface) {
    let told = exhibits.filter { exhibit in exhibit.files.contains { !$0.isUnchanged } }
    self.init(
      .failure,
      (told.isEmpty ? exhibits : told).map { exhibit in
        Message(
          text: interface.text(.evidenceChanged, .term("evidence.\(exhibit.number).file")),
          hint: interface.text(.evidenceChangedHint))
      }, in: interface)
  }
}

extension FilingRecord.Drafted {
  /// What the record keeps of a complaint; nil where there is no authority to file it with.
  init?(_ brief: Brief, _ exhibits: [Exhibit]) {
    guard let authority = brief.authority else { return nil }
    self.init(
      date: brief.date, matter: brief.matter.digest(evidence: exhibits.map(\.sha256)), campaign: brief.campaign.id,
      country: brief.country.code, authority: authority.id, language: brief.language.tag,
      reference: brief.matter.reference)
  }
}
