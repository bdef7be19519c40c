import Foundation

/// Looks for words in a file wherever and however a program could have left them.
///
/// Every stream, attachment, string, name and text of a PDF, everything that is base64, in UTF-8, Latin-1, both orders of
/// UTF-16, hexadecimal, base64 and the escapes of addresses and JSON; letters of either case.
public struct SecretSearch {
  private let secret: String
  private let forms: [(name: String, bytes: [UInt8])]
  private let exactForms: [(name: String, bytes: [UInt8])]

  /// - Parameter secret: words without blanks at their ends, at least six letters.
  public init(_ secret: String) {
    self.secret = secret.lowercased()
    let plain = Array(secret.utf8)
    let wide = secret.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let wideLittle = secret.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    func hexadecimal(_ bytes: [UInt8], before mark: String = "") -> [UInt8] {
      bytes.flatMap { Array((mark + String(format: "%02x", $0)).utf8) }
    }
    let json = secret.utf16.flatMap { Array(("\\u" + String(format: "%04x", $0)).utf8) }
    let quoted = plain.flatMap { byte in
      byte < 0x80 && byte > 0x20 ? [byte] : Array("=\(String(format: "%02X", byte))".utf8)
    }
    let address = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? secret
    forms = [
      ("UTF-8", plain), ("Latin-1", secret.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }),
      ("UTF-16BE", wide), ("UTF-16LE", wideLittle), ("hexadecimal", hexadecimal(plain)),
      ("hexadecimal UTF-16", hexadecimal(wide)), ("percent", hexadecimal(plain, before: "%")),
      ("address", Array(address.utf8)), ("form", Array(secret.replacingOccurrences(of: " ", with: "+").utf8)),
      ("JSON", json), ("quoted-printable", quoted),
      ("without blanks", Array(secret.replacingOccurrences(of: " ", with: "").utf8)),
    ].map { ($0.0, Self.lowered($0.1)) }
    // Base64 of what begins at each of three places of a group: the digits that depend on the secret alone.
    exactForms = [("base64", plain), ("base64 UTF-16", wide)].flatMap { name, bytes in
      (0..<3).map { shift in
        let digits = Array(Data([UInt8](repeating: 0, count: shift) + bytes).base64EncodedData())
        let first = shift == 0 ? 0 : shift + 1
        let last = (shift + bytes.count) * 8 / 6
        return (name, Array(digits[first..<last]))
      }
    }
  }

  /// Where the words are in a file, each place with the form in which they stand; empty if nowhere.
  public func places(in bytes: [UInt8], of file: String) -> [String] {
    var found = plainPlaces(in: bytes, file)
    if bytes.starts(with: Array("%PDF-".utf8)) {
      do { found += try places(in: PDFFile(bytes), file) } catch { found.append("\(file): not readable: \(error)") }
    }
    for (number, decoded) in Self.base64Blocks(of: bytes).enumerated() {
      found += places(in: decoded, of: "\(file), base64 block \(number + 1)")
    }
    return found
  }

  private func places(in file: PDFFile, _ name: String) throws -> [String] {
    var found: [String] = []
    for (number, object) in file.objects.sorted(by: { $0.key < $1.key }) {
      found += places(in: object, "\(name), object \(number)")
      if case .stream = object, let bytes = file.streamBytes(object) {
        found += plainPlaces(in: bytes, "\(name), stream \(number)")
      }
    }
    let reader = TaggedPDFReader(file)
    var texts = [("transcript", reader.transcript()), ("text", reader.text()), ("XMP", reader.metadata ?? "")]
    texts += reader.bookmarks().map { ("bookmark", $0.title) }
    texts += reader.elements.compactMap { element in element.alternative.map { ("alternative text", $0) } }
    for page in file.pages() {
      texts.append(("page \(page.number)", page.content.sequences.map(\.text).joined(separator: " ")))
    }
    for (place, text) in texts { found += plainPlaces(in: Array(text.utf8), "\(name), \(place)") }
    for attachment in reader.attachments() {
      found += plainPlaces(
        in: Array((attachment.name + "\n" + attachment.description).utf8), "\(name), attachment's name")
      found += places(in: attachment.bytes ?? [], of: "\(name), attachment")
    }
    return found
  }

  private func places(in object: PDFObject, _ place: String) -> [String] {
    switch object {
    case .string(let bytes): plainPlaces(in: bytes, place)
    case .name(let name): plainPlaces(in: Array(name.utf8), place)
    case .array(let items): items.flatMap { places(in: $0, place) }
    case .dictionary(let values), .stream(let values, _): values.flatMap { places(in: $0.value, "\(place) /\($0.key)") }
    default: []
    }
  }

  private func plainPlaces(in bytes: [UInt8], _ place: String) -> [String] {
    let text = Data(Self.lowered(bytes))
    // Line ends and blanks between the words, as a page has them.
    let joined = Data(Self.lowered(bytes).filter { $0 > 0x20 })
    var found = forms.filter { text.range(of: Data($0.bytes)) != nil || joined.range(of: Data($0.bytes)) != nil }.map(
      \.name)
    let exact = Data(bytes)
    found += exactForms.filter { exact.range(of: Data($0.bytes)) != nil }.map(\.name)
    return found.map { "\(place): \($0)" }
  }

  private static func lowered(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  /// What stands in long runs of base64, over line ends.
  private static func base64Blocks(of bytes: [UInt8]) -> [[UInt8]] {
    var blocks: [[UInt8]] = []
    var run: [UInt8] = []
    for byte in bytes + [0] {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x2F, 0x3D: run.append(byte)
      case 0x0A, 0x0D: continue
      default:
        if run.count >= 64, let data = Data(base64Encoded: Data(run.prefix(run.count / 4 * 4))) {
          blocks.append([UInt8](data))
        }
        run = []
      }
    }
    return blocks
  }
}
