import Digests
import Document
import Matter
import Storage

/// Files that are shown as pictures another program made of them.
struct ConvertedFile {
  /// A page: its picture, and its words where the file holds them as text.
  struct Page {
    /// Nil where words of the page are blacked out, which its picture would show.
    var picture: Picture?
    /// Nil where the file is no text at all; empty for a page without words.
    var lines: [TextLine]?
    /// Whether there were words that are left out, because areas of the page are blacked out.
    var withholdsText = false
  }

  let bytes: [UInt8]
  let limits: EvidenceLimits
  let convert: Converter
  let reader: PictureReader
  var boxes = BlackBoxes()

  /// Pages of a PDF, each with its text layer; an empty text is a page without one.
  ///
  /// - Parameter redactor: what is to be blacked out in the text.
  /// - Returns: the pages, and how many characters at the end were left out before they were looked at.
  func pdf(_ redactor: inout Redactor?) throws(FormatFault) -> (pages: [Page], cut: Int) {
    let pictures = try pictures(.pdfPages)
    let text = try converted(.pdfText, pages: limits.pages).first.map { String(decoding: $0, as: UTF8.self) } ?? ""
    // A soft hyphen at a line's end is where the setter of the file divided a word.
    let texts = text.replacing("\u{AD}\n", with: "").split(separator: "\u{0C}", omittingEmptySubsequences: false)
    // Each page ends with a form feed. Where a page's words hold another, it is not known which words are whose.
    let isApart = texts.count == pictures.count + 1 && texts.last?.isEmpty == true
    var pages = pictures.enumerated().map { index, picture in
      let lines =
        index < texts.count ? PlainText.lines(of: String(texts[index]), isFlowed: false, deletesSpace: false) : []
      // Where a word lies on its page is not known well enough to tell whether a box covers it.
      let isCovered = (picture.areas > 0 || !isApart && !boxes.isEmpty) && !lines.allSatisfy(\.isBlank)
      return Page(picture: picture, lines: isCovered ? [] : lines, withholdsText: isCovered)
    }
    guard redactor?.hasWords == true else { return (pages, 0) }
    // All pages in one go: words may begin on one and end on the next.
    let all = pages.flatMap { $0.lines ?? [] }
    let redacted = redactor?.lines(all) ?? (kept: all, cut: 0)
    var start = 0
    for index in pages.indices {
      let lines = pages[index].lines ?? []
      let end = start + lines.count
      let kept = Array(redacted.kept[min(start, redacted.kept.count)..<min(end, redacted.kept.count)])
      // The text of a page that was not looked at may hold the words, and so may its picture.
      if kept != lines || !isApart && redacted.kept != all { pages[index].picture = nil }
      pages[index].lines = kept
      start = end
    }
    return (pages, redacted.cut)
  }

  /// Pages of a TIFF.
  func tiff() throws(FormatFault) -> [Page] { try pictures(.tiffPages).map { Page(picture: $0) } }

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
    try boxes.check(pages: files.count)
    var pictures: [Picture] = []
    for (place, file) in files.enumerated() {
      var picture = try picture(file, at: files.stored[place], without: boxes.on(page: place + 1), of: conversion)
      // A page larger than any paper comes as a single pixel.
      guard conversion != .pdfPages || max(picture.image.width, picture.image.height) > 1 else {
        throw .notConverted(.refused)
      }
      // The converter has turned it already, and what it wrote beside the pixels is not the original's.
      picture.image.orientation = .upright
      picture.extras = []
      pictures.append(picture)
    }
    return pictures
  }

  private func picture(
    _ file: [UInt8], at stored: StoredBytes, without boxes: [Redaction.Area.Rectangle], of conversion: Conversion
  ) throws(FormatFault) -> Picture {
    let isJPEG = EvidenceFormat(of: file) == .jpeg
    if !boxes.isEmpty, isJPEG {
      return try reader.jpeg(try JPEGFile(file, pixelLimit: limits.pixels), without: boxes, isUpright: true)
    }
    if !boxes.isEmpty { return try reader.png(file, without: boxes, wasLossy: conversion == .webpPicture) }
    // The picture is named by its own bytes: pages of one file differ.
    let name = SHA256Digest(of: file)
    let source = EvidenceFile(file, stored: stored)
    return isJPEG ? try reader.jpeg(source, digest: name) : try reader.png(source, digest: name)
  }

  private func converted(_ conversion: Conversion, pages: Int) throws(FormatFault) -> ConvertedFiles {
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
