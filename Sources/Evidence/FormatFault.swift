import Messages

/// What a parser finds wrong in a file; the words hold nothing from the file.
enum FormatFault: Error, Hashable, Sendable {
  case damaged(Damage)
  case unsupported(Variant)
  case tooManyPixels(width: Int, height: Int, limit: Int)
  case tooManyPages(limit: Int)
  case notConverted(ConversionObstacle)
  /// What keeps a file of this format, attached to a mail, from being shown.
  case attached(EvidenceFormat, ConversionObstacle)
  case redaction(RedactionFault)
  case passage(Excerpt.Fault)

  /// How a file is damaged.
  enum Damage: String, MessageCode {
    case endlessParts = "damage.endlessParts"
    case noHeader = "damage.noHeader"
    case endsEarly = "damage.endsEarly"
    case checksum = "damage.checksum"
    case order = "damage.order"
    case palette = "damage.palette"
    case header = "damage.header"
    case noPalette = "damage.noPalette"
    case compression = "damage.compression"
    case pixelsMissing = "damage.pixelsMissing"
    case pixelsCut = "damage.pixelsCut"
    case pixelsTooMany = "damage.pixelsTooMany"
    case segments = "damage.segments"
    case noPicture = "damage.noPicture"
    case twoFrames = "damage.twoFrames"
    case decoding = "damage.decoding"

    var english: String {
      switch self {
      case .endlessParts: "its parts lie within each other without end"
      case .noHeader: "it has no header"
      case .endsEarly: "it ends too early"
      case .checksum: "a checksum does not fit"
      case .order: "its parts are out of order"
      case .palette: "its palette is not valid"
      case .header: "its header is not valid"
      case .noPalette: "its palette is missing"
      case .compression: "its pixels are not compressed as they must be"
      case .pixelsMissing: "most pixels are missing"
      case .pixelsCut: "pixels at its end are missing"
      case .pixelsTooMany: "it unpacks to more than its header announces"
      case .segments: "its segments do not follow each other"
      case .noPicture: "it has no picture in it"
      case .twoFrames: "it has two frames"
      case .decoding: "its pixels cannot be decoded"
      }
    }
  }

  /// What a sound file holds that is not taken.
  enum Variant: String, MessageCode {
    case appleApps = "variant.appleApps"
    case extended = "variant.extended"
    case coding = "variant.coding"
    case lateHeight = "variant.lateHeight"
    case deepColour = "variant.deepColour"
    case colours = "variant.colours"
    case memory = "variant.memory"

    var english: String {
      switch self {
      case .appleApps: "Apple's variant for apps"
      case .extended: "it uses an extension"
      case .coding: "lossless, hierarchical or arithmetic coding"
      case .lateHeight: "its height stands after its pixels"
      case .deepColour: "more than eight bits a sample"
      case .colours: "its colours"
      case .memory: "it needs more memory than there is"
      }
    }
  }
}
