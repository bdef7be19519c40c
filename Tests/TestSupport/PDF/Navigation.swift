/// Where a link or bookmark leads.
public enum PDFTarget: Hashable, Sendable {
  /// A page, from 0.
  case page(Int)
  /// An address outside.
  case uri(String)
}

/// A bookmark as a reader shows it.
public struct PDFBookmark: Hashable, Sendable {
  /// The words.
  public var title: String
  /// How deep it stands, from 1.
  public var level: Int
  /// Where it leads; nil if nowhere.
  public var target: PDFTarget?
}

/// A file inside the file (ISO 32000-1 7.11.4).
public struct PDFAttachment: Sendable {
  /// The name a reader shows (`UF`).
  public var name: String
  /// What it is (`Desc`).
  public var description: String
  /// The file specification's dictionary.
  public var specification: [String: PDFObject]
  /// The dictionary of the stream that holds it.
  public var stream: [String: PDFObject]
  /// Its bytes; nil if they cannot be read.
  public var bytes: [UInt8]?
}

extension TaggedPDFReader {
  /// Where a link annotation leads.
  public func linkTarget(_ annotation: [String: PDFObject]) -> PDFTarget? {
    let action = file.dictionary(annotation["A"]) ?? [:]
    if action["S"]?.name == "URI" { return action["URI"]?.text.map { .uri($0) } }
    return target(annotation["Dest"] ?? (action["S"]?.name == "GoTo" ? action["D"] : nil))
  }

  private func target(_ destination: PDFObject?) -> PDFTarget? {
    guard let first = file.array(destination)?.first?.reference else { return nil }
    return pages.firstIndex { $0.number == first }.map { .page($0) }
  }

  /// The bookmarks in order.
  public func bookmarks() -> [PDFBookmark] {
    var result: [PDFBookmark] = []
    var seen: Set<Int> = []
    func walk(_ first: PDFObject?, level: Int) {
      var next = first
      while let number = next?.reference, seen.insert(number).inserted, let item = file.dictionary(next) {
        let action = file.dictionary(item["A"]) ?? [:]
        result.append(
          PDFBookmark(
            title: item["Title"]?.text ?? "", level: level,
            target: target(item["Dest"] ?? (action["S"]?.name == "GoTo" ? action["D"] : nil))))
        walk(item["First"], level: level + 1)
        next = item["Next"]
      }
    }
    walk(file.dictionary(file.catalog["Outlines"])?["First"], level: 1)
    return result
  }

  /// The embedded files in the order of their name tree.
  public func attachments() -> [PDFAttachment] {
    let names = file.dictionary(file.catalog["Names"]) ?? [:]
    return file.nameTree(names["EmbeddedFiles"]).map { _, value in
      let specification = file.dictionary(value) ?? [:]
      let held = file.dictionary(specification["EF"])?["F"]
      return PDFAttachment(
        name: specification["UF"]?.text ?? "", description: specification["Desc"]?.text ?? "",
        specification: specification, stream: file.dictionary(held) ?? [:], bytes: file.streamBytes(held))
    }
  }

  /// The XMP packet; nil if there is none or it is compressed, which harvesters cannot read.
  public var metadata: String? {
    guard case .stream(let dictionary, let bytes)? = file.resolve(file.catalog["Metadata"]), dictionary["Filter"] == nil
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The headings in reading order.
  public func headings() -> [(level: Int, text: String)] {
    elements.compactMap { element in element.headingLevel.map { ($0, text(element)) } }
  }

  /// Links, bookmarks, page labels and attachments as text: what a golden file holds of them.
  public func navigationDump() -> String {
    var lines = ["page labels: " + file.pageLabels(count: pages.count).joined(separator: " "), "bookmarks:"]
    for bookmark in bookmarks() {
      lines.append(String(repeating: "  ", count: bookmark.level) + bookmark.title + Self.arrow(bookmark.target))
    }
    lines.append("links:")
    for (place, page) in pages.enumerated() {
      for number in page.annotations {
        let annotation = file.dictionary(.reference(number)) ?? [:]
        lines.append("  page \(place + 1): \(annotation["Contents"]?.text ?? "")" + Self.arrow(linkTarget(annotation)))
      }
    }
    lines.append("attachments:")
    for attachment in attachments() {
      let relationship = attachment.specification["AFRelationship"]?.name ?? "none"
      let type = attachment.stream["Subtype"]?.name ?? "none"
      lines.append("  \(attachment.name) (\(type), \(relationship)): \(attachment.description)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func arrow(_ target: PDFTarget?) -> String {
    switch target {
    case .page(let place)?: " → page \(place + 1)"
    case .uri(let address)?: " → \(address)"
    case nil: " → nowhere"
    }
  }
}
