/// A tag as it stands in a template.
struct TemplateTag: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case variable
    case section
    case inverted
    case end
    case partial
    case comment
  }
  let kind: Kind
  /// The name it is about; empty for a comment.
  let name: String
  /// Its bytes in the source, braces included.
  let range: Range<Int>
}

/// Finds every tag with its place, and refuses what is none: a person signs what comes of it.
struct TagScanner {
  let source: TemplateSource
  private(set) var tags: [TemplateTag] = []
  private(set) var problems: [TemplateProblem] = []

  private static let open = UInt8(ascii: "{")
  private static let close = UInt8(ascii: "}")
  private static let lineFeed = UInt8(ascii: "\n")

  init(_ source: TemplateSource) {
    self.source = source
    let bytes = source.bytes
    var index = 0
    while index + 1 < bytes.count {
      let byte = bytes[index]
      guard byte == Self.open || byte == Self.close, bytes[index + 1] == byte else {
        index += 1
        continue
      }
      guard byte == Self.open else {
        problems.append(source.problem("a tag ends that never began", at: index))
        index += 2
        continue
      }
      guard let end = Self.end(of: index, in: bytes) else {
        let hint = "close the tag with `}}` on the same line"
        problems.append(source.problem("a tag is not closed", at: index, hint: hint))
        while index < bytes.count, bytes[index] != Self.lineFeed { index += 1 }
        continue
      }
      read(index..<end)
      index = end
      if index < bytes.count, bytes[index] == Self.close {
        problems.append(source.problem("a brace follows the tag", at: index))
      }
    }
  }

  /// Where the tag that begins at `start` ends; nil if its line, or another tag, comes first.
  private static func end(of start: Int, in bytes: [UInt8]) -> Int? {
    var index = start + 2
    while index + 1 < bytes.count, bytes[index] != lineFeed {
      if bytes[index] == close, bytes[index + 1] == close { return index + 2 }
      if bytes[index] == open, bytes[index + 1] == open { return nil }
      index += 1
    }
    return nil
  }

  private mutating func read(_ range: Range<Int>) {
    let bytes = source.bytes
    let space = UInt8(ascii: " ")
    var name = (range.lowerBound + 2)..<(range.upperBound - 2)
    let sigil: TemplateTag.Kind? = name.isEmpty ? nil : Self.kind(bytes[name.lowerBound])
    guard sigil != .comment else {
      tags.append(TemplateTag(kind: .comment, name: "", range: range))
      return
    }
    if sigil != nil { name = (name.lowerBound + 1)..<name.upperBound }
    while let first = name.first, bytes[first] == space { name = (first + 1)..<name.upperBound }
    while let last = name.last, bytes[last] == space { name = name.lowerBound..<last }
    guard !name.isEmpty, name.allSatisfy({ Self.isNameByte(bytes[$0]) }) else {
      let hint = "allowed are {{name}}, {{#name}}, {{^name}}, {{/name}}, {{> partial}} and {{! remark}}"
      problems.append(source.problem("`\(source.text(range))` is no tag", at: range.lowerBound, hint: hint))
      return
    }
    tags.append(TemplateTag(kind: sigil ?? .variable, name: source.text(name), range: range))
  }

  private static func kind(_ byte: UInt8) -> TemplateTag.Kind? {
    switch byte {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .end
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "!"): .comment
    default: nil
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
