import Digests
import Document

/// Files that are shown as pictures another program made of them.
struct ConvertedFile {
  /// A page: its picture, and its words where the file holds them as text.
  struct Page {
    var picture: Picture
    var text: String?
  }

  let bytes: [UInt8]
  let limits: EvidenceLimits
  let convert: Converter
  let reader: PictureReader

  /// Pages of a PDF, each with its text layer; an empty text is a page without one.
  func pdf() throws(FormatFault) -> [Page] {
    let pictures = try pictures(.pdfPages)
    let text = try converted(.pdfText, pages: limits.pages).first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    // A soft hyphen at a line's end is where the setter of the file divided a word.
    let texts = text.replacing("\u{AD}\n", with: "").split(separator: "\u{0C}", omittingEmptySubsequences: false).map(
      String.init)
    return pictures.enumerated().map { index, picture in
      Page(picture: picture, text: index < texts.count ? texts[index] : "")
    }
  }

  /// Pages of a TIFF.
  func tiff() throws(FormatFault) -> [Page] {
    try pictures(.tiffPages).map { Page(picture: $0, text: nil) }
  }

  /// A single picture.
  func picture(_ conversion: Conversion, isAnimated: Bool = false) throws(FormatFault) -> Picture {
    guard var picture = try pictures(conversion).first else { throw .damaged(.noPicture) }
    if isAnimated { picture.extras.insert(.animation) }
    return picture
  }

  /// A mail in the form of its transmission.
  func mail() throws(FormatFault) -> [UInt8] {
    guard let mail = try converted(.outlookMail, pages: 1).first else { throw .damaged(.noHeader) }
    guard mail.count <= 2 * limits.fileBytes else { throw .notConverted(.tooLarge) }
    return mail
  }

  private func pictures(_ conversion: Conversion) throws(FormatFault) -> [Picture] {
    let files = try converted(conversion, pages: limits.pages + 1)
    guard !files.isEmpty else { throw .damaged(.noPicture) }
    guard files.count <= limits.pages else { throw .tooManyPages(limit: limits.pages) }
    var pictures: [Picture] = []
    for file in files {
      let format = EvidenceFormat(of: file)
      // The picture is named by its own bytes: pages of one file differ.
      let name = SHA256Digest(of: file)
      let source = EvidenceFile(file, stored: reader.keep(file))
      var picture =
        switch format {
        case .jpeg: try reader.jpeg(source, digest: name)
        default: try reader.png(source, digest: name)
        }
      // The converter has turned it already, and what it wrote beside the pixels is not the original's.
      picture.image.orientation = .upright
      picture.extras = []
      pictures.append(picture)
    }
    return pictures
  }

  private func converted(_ conversion: Conversion, pages: Int) throws(FormatFault) -> [[UInt8]] {
    do throws(ConversionObstacle) {
      return try convert(bytes, conversion, pages)
    } catch {
      throw .notConverted(error)
    }
  }
}

extension EvidenceFormat {
  /// Whether a WebP or GIF file has more than one frame.
  static func isAnimated(_ bytes: [UInt8]) -> Bool {
    // WebP container, extended header: the flags stand after RIFF, size, WEBP, VP8X and the chunk's size.
    if bytes.holds("VP8X", at: 12), bytes.count > 20 { return bytes[20] & 0x02 != 0 }
    // GIF89a, Netscape's extension: the only way browsers take a GIF as moving.
    return bytes.holds("GIF", at: 0) && HiddenData.contains(bytes[..<min(bytes.count, 1 << 16)], "NETSCAPE2.0")
  }
}
