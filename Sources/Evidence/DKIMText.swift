import Digests

/// A mail as signatures see it: its fields raw, its text, all lines ended by CR LF.
struct DKIMText {
  /// The fields in order, each from its name to before its last line end.
  private(set) var fields: [(name: String, bytes: [UInt8])] = []
  private let body: [UInt8]

  /// Takes a mail apart.
  ///
  /// Programs that save mails on systems with other line ends change all of them; they are changed back.
  init(_ mail: [UInt8]) {
    let bytes = Self.withLineEnds(mail)
    var (start, field): (Int, [UInt8]) = (0, [])
    var fields: [[UInt8]] = []
    while start < bytes.count {
      let end = Self.lineEnd(in: bytes, from: start)
      let line = bytes[start..<end]
      start = min(end + 2, bytes.count)
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09, !field.isEmpty {
        field += [0x0D, 0x0A] + line
        continue
      }
      if !field.isEmpty { fields.append(field) }
      field = Array(line)
    }
    if !field.isEmpty { fields.append(field) }
    self.fields = fields.compactMap { field in
      guard let colon = field.firstIndex(of: 0x3A) else { return nil }
      let name = String(decoding: field[..<colon], as: UTF8.self).lowercased()
      return (name.trimmed ?? "", field)
    }
    body = Array(bytes[start...])
  }

  private static func withLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 32)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A, previous != 0x0D { result.append(0x0D) }
      result.append(byte)
      previous = byte
    }
    return result
  }

  /// Where the line that begins at `start` ends: at CR LF, or at the end.
  private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, !(bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A) { end += 1 }
    return end
  }

  // MARK: Canonical forms

  /// The text in a canonical form (RFC 6376, 3.4.3 and 3.4.4).
  func body(_ form: DKIMSignature.Canonical) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(body.count)
    var (start, empty) = (0, 0)
    while start < body.count {
      let end = Self.lineEnd(in: body, from: start)
      let line = form == .simple ? Array(body[start..<end]) : Self.squeezed(body[start..<end])
      start = min(end + 2, body.count)
      if line.isEmpty {
        empty += 1
        continue
      }
      for _ in 0..<empty { result += [0x0D, 0x0A] }
      empty = 0
      result += line
      result += [0x0D, 0x0A]
    }
    return result.isEmpty && form == .simple ? [0x0D, 0x0A] : result
  }

  /// Runs of blanks as one, none at the end.
  private static func squeezed(_ line: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var isBlank = false
    for byte in line {
      if byte == 0x20 || byte == 0x09 {
        isBlank = true
        continue
      }
      if isBlank { result.append(0x20) }
      isBlank = false
      result.append(byte)
    }
    return result
  }

  /// A field in a canonical form, without a line end (RFC 6376, 3.4.1 and 3.4.2).
  static func field(_ field: [UInt8], _ form: DKIMSignature.Canonical) -> [UInt8] {
    guard form == .relaxed, let colon = field.firstIndex(of: 0x3A) else { return field }
    let name = String(decoding: field[..<colon], as: UTF8.self).lowercased().trimmed ?? ""
    let value = squeezed(field[(colon + 1)...].filter { $0 != 0x0D && $0 != 0x0A })
    return Array((name + ":").utf8) + value.drop { $0 == 0x20 }
  }

  /// What a signature signs: the fields it names, each from the bottom up, then itself without its value.
  ///
  /// - Parameter position: of the signature among the fields.
  func signedHeader(of signature: DKIMSignature, at position: Int) -> [UInt8] {
    var places: [String: [Int]] = [:]
    for (index, field) in fields.enumerated() { places[field.name, default: []].append(index) }
    var result: [UInt8] = []
    for name in signature.fields {
      guard let index = places[name]?.popLast() else { continue }
      result += Self.field(fields[index].bytes, signature.header)
      result += [0x0D, 0x0A]
    }
    return result + Self.field(Self.withoutValue(fields[position].bytes), signature.header)
  }

  /// The signature's field with nothing after `b=`.
  private static func withoutValue(_ field: [UInt8]) -> [UInt8] {
    guard let colon = field.firstIndex(of: 0x3A) else { return field }
    let tags = field[(colon + 1)...].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    let kept = tags.map { tag -> ArraySlice<UInt8> in
      guard let equals = tag.firstIndex(of: UInt8(ascii: "=")) else { return tag }
      let name = tag[..<equals].filter { ![0x20, 0x09, 0x0D, 0x0A].contains($0) }
      return name == [UInt8(ascii: "b")] ? tag[...equals] : tag
    }
    return Array(field[...colon]) + Array(kept.joined(separator: [UInt8(ascii: ";")]))
  }
}
