/// What a picture file holds beside its picture; none of it gets into the display copy.
enum HiddenData: Int, Hashable, Comparable, CaseIterable {
  /// Where the picture was taken.
  case location
  /// Device, settings, date and time of the camera (Exif).
  case camera
  /// A small second picture.
  case thumbnail
  /// Comments and text fields.
  case comment
  /// XMP metadata.
  case xmp
  /// Press metadata (IPTC-IIM) or what an editor left.
  case editor
  /// When the file was last changed.
  case time
  /// Colours wider than, or other than, sRGB.
  case colourProfile
  /// Further frames.
  case animation
  /// Data after the picture's end, such as a film or a second picture.
  case trailing
  /// Something else.
  case other

  /// The data as a message names it.
  var name: String {
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

  static func < (left: HiddenData, right: HiddenData) -> Bool { left.rawValue < right.rawValue }

  /// Whether a colour profile says that it is sRGB, in ASCII or UTF-16.
  static func namesStandardColours(_ profile: some Collection<UInt8>) -> Bool {
    let letters = profile.filter { $0 != 0 }
    return contains(letters, "sRGB")
  }

  /// Whether bytes hold an ASCII text.
  static func contains(_ bytes: some Collection<UInt8>, _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    let all = Array(bytes)
    guard let first = wanted.first, all.count >= wanted.count else { return false }
    return (0...(all.count - wanted.count)).contains { start in
      all[start] == first && all[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }
}
