import Messages

/// What a file is by its content; its name is never asked.
public enum EvidenceFormat: String, CaseIterable, Hashable, Sendable {
  /// Portable Network Graphics (ISO/IEC 15948).
  case png
  /// JPEG (ITU-T T.81).
  case jpeg
  /// One mail as it was transmitted (RFC 5322).
  case mail
  /// Several mails in one file (RFC 4155).
  case mailbox
  /// A mail as classic Outlook saves it.
  case outlook
  /// A web page with its pictures, saved as one file.
  case webArchive
  /// Pictures of iPhones and other telephones (ISO/IEC 23008-12), AVIF among them.
  case heif
  /// WebP.
  case webp
  /// GIF.
  case gif
  /// TIFF.
  case tiff
  /// Windows bitmap.
  case bmp
  /// Portable Document Format (ISO 32000).
  case pdf
  /// HTML.
  case html
  /// Text without a structure known here.
  case text
  /// A film or a sound recording.
  case recording
  /// A ZIP archive, which office documents are too.
  case zip
  /// Anything else.
  case unknown

  /// Looks at the first bytes.
  public init(of bytes: [UInt8]) {
    if let format = EvidenceFormat.signature(of: bytes) {
      self = format
    } else if let format = HeaderSniff.format(of: bytes) {
      self = format
    } else {
      self = EvidenceFormat.textual(bytes)
    }
  }

  /// The media type of the formats that become exhibits (IANA's registry).
  public var mediaType: String {
    switch self {
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .mail: "message/rfc822"
    case .outlook: "application/vnd.ms-outlook"
    case .heif: "image/heif"
    case .webp: "image/webp"
    case .gif: "image/gif"
    case .tiff: "image/tiff"
    case .pdf: "application/pdf"
    case .html: "text/html"
    case .text: "text/plain"
    default: "application/octet-stream"
    }
  }

  /// The ending of such a file's name.
  public var fileExtension: String {
    switch self {
    case .png: "png"
    case .jpeg: "jpg"
    case .mail: "eml"
    case .outlook: "msg"
    case .heif: "heic"
    case .tiff: "tif"
    case .text: "txt"
    case .webp, .gif, .pdf, .html: rawValue
    default: "bin"
    }
  }

  /// The format as messages name it.
  var wording: Message { Message(code: "format." + rawValue, pattern: name) }

  private var name: String {
    switch self {
    case .png: "a PNG picture"
    case .jpeg: "a JPEG picture"
    case .mail: "an e-mail"
    case .mailbox: "a mailbox with several e-mails"
    case .outlook: "an e-mail saved by Outlook (.msg)"
    case .webArchive: "a saved web page"
    case .heif: "a HEIC or AVIF picture"
    case .webp: "a WebP picture"
    case .gif: "a GIF picture"
    case .tiff: "a TIFF picture"
    case .bmp: "a BMP picture"
    case .pdf: "a PDF file"
    case .html: "an HTML page"
    case .text: "a text file"
    case .recording: "a film or sound recording"
    case .zip: "a ZIP archive or office document"
    case .unknown: "of a kind not known here"
    }
  }

  /// What an ending of a file name promises; nil where it promises nothing that is known here.
  static func promised(byExtension ending: String) -> EvidenceFormat? {
    switch ending.lowercased() {
    case "png": .png
    case "jpg", "jpeg", "jpe", "jfif": .jpeg
    case "eml": .mail
    case "mbox": .mailbox
    case "msg": .outlook
    case "mht", "mhtml": .webArchive
    case "heic", "heif", "avif": .heif
    case "webp": .webp
    case "gif": .gif
    case "tif", "tiff": .tiff
    case "bmp": .bmp
    case "pdf": .pdf
    case "htm", "html": .html
    case "txt", "text", "csv", "json", "log", "md": .text
    case "mp4", "mov", "m4a", "mp3", "webm": .recording
    case "zip", "docx", "odt", "xlsx", "pptx": .zip
    default: nil
    }
  }

  private static func signature(of bytes: [UInt8]) -> EvidenceFormat? {
    func begins(_ signature: [UInt8], at offset: Int = 0) -> Bool {
      bytes.count >= offset + signature.count && bytes[offset..<(offset + signature.count)].elementsEqual(signature)
    }
    func text(_ signature: String, at offset: Int = 0) -> Bool { begins(Array(signature.utf8), at: offset) }
    if begins(PNGFile.signature) { return .png }
    if begins([0xFF, 0xD8, 0xFF]) { return .jpeg }
    if text("ftyp", at: 4) { return isoMedia(bytes) }
    if text("RIFF"), text("WEBP", at: 8) { return .webp }
    if text("RIFF") || text("OggS") || text("ID3") || begins([0x1A, 0x45, 0xDF, 0xA3]) { return .recording }
    if text("GIF87a") || text("GIF89a") { return .gif }
    if begins([0x49, 0x49, 0x2A, 0]) || begins([0x4D, 0x4D, 0, 0x2A]) { return .tiff }
    if text("BM"), bytes.count > 26, begins([0, 0, 0, 0], at: 6) { return .bmp }
    if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return OutlookFile.isMail(bytes) ? .outlook : .unknown
    }
    if begins([0x50, 0x4B, 3, 4]) { return .zip }
    // Readers of PDF accept the header anywhere in the first 1,024 bytes (ISO 32000-1, Annex H, note 13).
    if text("%PDF-") { return .pdf }
    return nil
  }

  /// Tells pictures from films among the files of the ISO base format by their brand.
  private static func isoMedia(_ bytes: [UInt8]) -> EvidenceFormat {
    guard bytes.count >= 12 else { return .unknown }
    let brand = String(decoding: bytes[8..<12], as: UTF8.self)
    return ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"].contains(brand)
      ? .heif : .recording
  }

  private static func textual(_ bytes: [UInt8]) -> EvidenceFormat {
    let start = bytes.prefix(1_024)
    let lowered = String(decoding: start, as: UTF8.self).lowercased()
    if lowered.contains("%pdf-") { return .pdf }
    if lowered.contains("<html") || lowered.contains("<!doctype html") { return .html }
    let controls = start.count { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains($0) }
    return controls == 0 && !start.isEmpty ? .text : .unknown
  }
}
