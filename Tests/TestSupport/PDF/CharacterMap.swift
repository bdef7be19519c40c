/// What the codes of a font stand for: a ToUnicode CMap (ISO 32000-1 9.10.3).
public struct CharacterMap: Sendable {
  /// How many bytes a code has.
  public private(set) var codeLength = 1
  /// The characters of each code.
  public private(set) var characters: [Int: String] = [:]

  /// Reads the map's text.
  ///
  /// - Throws: `PDFSyntaxError`.
  init(_ bytes: [UInt8]) throws {
    var scanner = PDFScanner(bytes)
    var operands: [PDFObject] = []
    while let token = try scanner.token() {
      switch token {
      case .object(let value): operands.append(value)
      case .keyword("endcodespacerange"):
        if case .string(let low)? = operands.first { codeLength = low.count }
        operands = []
      case .keyword("endbfchar"):
        for index in stride(from: 0, to: operands.count - 1, by: 2) {
          guard let code = Self.code(operands[index]) else { continue }
          characters[code] = Self.characters(operands[index + 1])
        }
        operands = []
      case .keyword("endbfrange"):
        for index in stride(from: 0, to: operands.count - 2, by: 3) { readRange(operands[index...].prefix(3)) }
        operands = []
      case .keyword: operands = []
      }
    }
  }

  private mutating func readRange(_ range: ArraySlice<PDFObject>) {
    guard let low = Self.code(range[range.startIndex]), let high = Self.code(range[range.startIndex + 1]), low <= high
    else { return }
    switch range[range.startIndex + 2] {
    case .array(let items):
      for (index, item) in items.enumerated() where low + index <= high {
        characters[low + index] = Self.characters(item)
      }
    case .string(var bytes):
      for code in low...high {
        characters[code] = Self.characters(.string(bytes))
        // Only the last byte counts up (9.10.3).
        if let last = bytes.indices.last { bytes[last] &+= 1 }
      }
    default: break
    }
  }

  private static func code(_ object: PDFObject) -> Int? {
    guard case .string(let bytes) = object else { return nil }
    return bytes.reduce(0) { $0 << 8 | Int($1) }
  }

  private static func characters(_ object: PDFObject) -> String? {
    guard case .string(let bytes) = object, bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    return String(decoding: units, as: UTF16.self)
  }
}

/// A font of the file, as far as reading text needs it.
public struct PDFFont: Sendable {
  /// `BaseFont`, or the resource's name for a Type 3 font.
  public var name: String
  /// Whether its program is in the file.
  public var isEmbedded: Bool
  /// What its codes stand for; nil if the file does not say.
  public var characterMap: CharacterMap?

  /// Reads a font.
  ///
  /// - Parameters:
  ///   - object: the font's dictionary or a reference to it.
  ///   - resource: its name in the page's resources.
  init(_ object: PDFObject, resource: String, in file: PDFFile) {
    let font = file.dictionary(object) ?? [:]
    name = font["BaseFont"]?.name ?? resource
    var descriptor = file.dictionary(font["FontDescriptor"])
    if let descendant = file.dictionary(file.array(font["DescendantFonts"])?.first) {
      descriptor = file.dictionary(descendant["FontDescriptor"])
    }
    let isType3 = file.resolve(font["Subtype"])?.name == "Type3"
    isEmbedded = isType3 || ["FontFile", "FontFile2", "FontFile3"].contains { descriptor?[$0] != nil }
    characterMap = file.streamBytes(font["ToUnicode"]).flatMap { try? CharacterMap($0) }
  }

  /// The characters that a shown string stands for; a code without any is `problem`.
  func text(_ bytes: [UInt8], problem: (String) -> Void) -> String {
    guard let map = characterMap else {
      problem("font \(name) shows text and has no readable ToUnicode map")
      return ""
    }
    guard bytes.count.isMultiple(of: map.codeLength) else {
      problem("font \(name) shows half a code")
      return ""
    }
    var result = ""
    for index in stride(from: 0, to: bytes.count, by: map.codeLength) {
      let code = bytes[index..<index + map.codeLength].reduce(0) { $0 << 8 | Int($1) }
      if let characters = map.characters[code] {
        result += characters
      } else {
        problem("font \(name) shows code \(code), which its ToUnicode map lacks")
      }
    }
    return result
  }
}
