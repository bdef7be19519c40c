import Messages

/// What a picture file holds beside its picture; none of it gets into the display copy.
enum HiddenData: String, MessageCode, Comparable {
  /// Where the picture was taken.
  case location = "hiddenData.location"
  /// Device, settings, date and time of the camera (Exif).
  case camera = "hiddenData.camera"
  /// A small second picture.
  case thumbnail = "hiddenData.thumbnail"
  /// Comments and text fields.
  case comment = "hiddenData.comment"
  /// XMP metadata.
  case xmp = "hiddenData.xmp"
  /// Press metadata (IPTC-IIM) or what an editor left.
  case editor = "hiddenData.editor"
  /// When the file was last changed.
  case time = "hiddenData.time"
  /// Colours wider than, or other than, sRGB.
  case colourProfile = "hiddenData.colourProfile"
  /// Further frames.
  case animation = "hiddenData.animation"
  /// Data after the picture's end, such as a film or a second picture.
  case trailing = "hiddenData.trailing"
  /// Something else.
  case other = "hiddenData.other"

  /// The data as a message names it.
  var english: String {
    switch self {
    case .location: "the place where it was taken"
    case .camera: "camera data"
    case .thumbnail: "a preview picture"
    case .comment: "comments"
    case .xmp: "XMP metadata"
    case .editor: "data of an editor"
    case .time: "the time of the last change"
    case .colourProfile: "a colour profile"
    case .animation: "further frames"
    case .trailing: "data after the picture's end"
    case .other: "data of a kind not known here"
    }
  }

  static func < (left: HiddenData, right: HiddenData) -> Bool { left.place < right.place }

  /// The order in which they are named.
  private var place: Int { HiddenData.allCases.firstIndex(of: self) ?? 0 }

  /// Whether a colour profile says that it is sRGB, in ASCII or UTF-16.
  static func namesStandardColours(_ profile: some Collection<UInt8>) -> Bool {
    let letters = profile.filter { $0 != 0 }
    return contains(letters, "sRGB")
  }

  /// Whether bytes hold an ASCII text.
  static func contains(_ bytes: some Collection<UInt8>, _ text: String) -> Bool {
    Array(bytes).containsBytes(Array(text.utf8))
  }
}
