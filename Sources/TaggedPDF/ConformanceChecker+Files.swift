import Document
import Storage
import Typesetting

extension ConformanceChecker {
  mutating func checkBookmarks() {
    var place = 0
    var stack = Array(layout.outline.reversed())
    while let bookmark = stack.popLast() {
      if bookmark.title.allSatisfy(\.isWhitespace) || !layout.pages.indices.contains(bookmark.page) {
        report(.bookmark, at: .bookmark(place))
      }
      place += 1
      stack.append(contentsOf: bookmark.children.reversed())
    }
  }

  /// Images whose data cannot be what they say; a reader would draw noise or nothing.
  mutating func checkImages() {
    for (place, image) in layout.images.enumerated() where !image.isPlausible {
      report(.image, at: .image(place))
    }
  }

  /// What the pages draw with: glyphs that no font has or that nobody says the characters of, images that are none.
  ///
  /// Writing the pages finds the same, and does so instead where all else is well.
  mutating func checkDrawings(_ encoder: RunEncoder) {
    var contents = PageContents(layout, encoder: encoder)
    for (index, page) in layout.pages.enumerated() {
      for (sequence, content) in page.contents.enumerated() {
        for drawing in content.drawings { contents.note(drawing, page: index, sequence: sequence) }
      }
    }
    problems += contents.problems
  }

  mutating func checkAttachments(_ attachments: [Attachment]) {
    var names: Set<String> = []
    for (place, attachment) in attachments.enumerated() {
      let location = ConformanceProblem.Location.attachment(place)
      let name = attachment.name
      let isPlain = name.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x2F && $0 != 0x5C }
      if name.isEmpty || name == "." || name == ".." || !isPlain || !names.insert(name).inserted {
        report(.attachmentName, at: location)
      }
      if attachment.description.allSatisfy(\.isWhitespace) { report(.attachmentDescription, at: location) }
      let parts = attachment.mediaType.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      let isType = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x21...0x7E).contains($0) } }
      if !isType { report(.attachmentType, at: location) }
      if !PDFDate(attachment.date).isPlausible { report(.attachmentDate, at: location) }
    }
  }
}

extension PDFDate {
  init(_ date: (year: Int, month: Int, day: Int)) {
    self.init(year: date.year, month: date.month, day: date.day)
  }
}

extension Image {
  /// Samples a pixel.
  var components: Int {
    switch colourSpace {
    case .gray, .indexed: 1
    case .rgb: 3
    }
  }

  /// Bytes of a row of samples, padded.
  var rowBytes: Int { (width * components * bitsPerComponent + 7) / 8 }

  var isPlausible: Bool {
    guard (1...32_767).contains(width), (1...32_767).contains(height), [1, 2, 4, 8].contains(bitsPerComponent),
      data.count > 0, encoding != .raw || opacity.map({ $0.count == width * height }) ?? true
    else { return false }
    if case .indexed(let palette) = colourSpace {
      guard palette.count % 3 == 0, (1...256).contains(palette.count / 3), encoding != .jpeg else { return false }
    }
    switch encoding {
    case .raw: return data.count == rowBytes * height
    case .jpeg: return bitsPerComponent == 8 && data.begins(with: [0xFF, 0xD8])
    case .pngRows, .deflated: return true
    }
  }
}
