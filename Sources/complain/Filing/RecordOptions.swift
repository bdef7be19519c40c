import ArgumentParser
import Checking
import FilingKit
import LocalWorld

/// Which matter's copies are meant; the same for naming and deleting them.
struct RecordOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(Wording.Help.matter, valueName: "matter.yaml"), completion: .file(extensions: ["yaml"]))
  var matter: String
  @OptionGroup var data: DataOptions

  /// The record of the matter; both may be gone, but not both at once.
  func record(in interface: Interface) throws -> MatterRecord {
    guard matter != "-" else { throw Failure(.usage, Wording.standardInput, hint: Wording.standardInputHint) }
    let own = try MatterRecord(of: matter, in: interface)
    guard own.exists || PlainFile.state(of: matter) != .gone else {
      throw Failure(.data, .matterMissing, hint: .matterHint, in: interface)
    }
    return own
  }

  /// The words for the person; without a language to go by, those of the documents made last.
  func wording(_ own: MatterRecord) throws -> KitWording {
    let world = try data.world()
    let document = own.record.complaints.last?.drafted?.language ?? "en"
    let tag = KitLanguage.tag(data, document: document, world: world)
    return try preparing { try KitWording(tag: tag, world: world) }
  }
}
