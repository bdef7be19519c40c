import Casebook
import Checking
import ComplaintKit
import Digests
import Evidence
import LocalWorld
import Matter
import Messages

/// Where a document was written.
struct DocumentOutput {
  /// The PDF.
  let path: String
  /// The folder with the unchanged originals, where the channel takes them beside the PDF.
  let originals: String?

  /// Writes the PDF and what belongs beside it: all of it, or nothing.
  ///
  /// - Parameters:
  ///   - wanted: the PDF's path.
  ///   - world: opens the originals once more.
  init(
    _ draft: Draft, of brief: Brief, exhibits: [Exhibit], to wanted: String, collision: OutputFile.Collision,
    world: LocalWorld, interface: Interface
  ) throws {
    let files = try Self.originals(of: brief, exhibits, world, interface)
    do throws(OutputFile.Failure) {
      let folder =
        files.isEmpty ? nil : try OutputFolder(files, at: OutputFolder.path(beside: wanted), collision: collision)
      do throws(OutputFile.Failure) {
        path = try OutputFile.write(draft.bytes, to: wanted, collision: collision)
        originals = folder?.path
      } catch {
        folder?.remove()
        throw error
      }
    } catch {
      throw Failure(error, in: interface)
    }
  }

  private static func originals(
    of brief: Brief, _ exhibits: [Exhibit], _ world: LocalWorld, _ interface: Interface
  ) throws -> [(name: String, bytes: [UInt8])] {
    guard brief.channel?.originals == .beside else { return [] }
    return try exhibits.compactMap { exhibit -> (name: String, bytes: [UInt8])? in
      guard let name = exhibit.originalName else { return nil }
      let bytes = try? world.evidence(brief.matter.evidence[exhibit.number - 1].file, limit: exhibit.size)
      guard let bytes, SHA256Digest(of: bytes).hexadecimal == exhibit.sha256 else {
        throw Failure(
          .failure, interface.text(.evidenceChanged, .term("evidence.\(exhibit.number).file")),
          hint: interface.text(.evidenceChangedHint), in: interface)
      }
      return (name, bytes)
    }
  }
}
