/// What a text may not hold, whoever typed it.
public enum TextProblem: Hashable, Sendable {
  /// A control character: this code point, as the character at this place, counted from 1.
  case control(scalar: UInt32, position: Int)
  /// A character of a private use area, which has no agreed meaning and no glyph, in the same terms.
  ///
  /// Such characters also stand for values while a template is filled.
  case privateUse(scalar: UInt32, position: Int)
  /// More letters than allowed.
  case tooLong(letters: Int, limit: Int)
}

/// Where a text stands decides what it may hold.
public enum TextKind: Hashable, Sendable {
  /// A name, an address line, an identifier: one line, at most 200 letters.
  case line
  /// Free text: line breaks and tabs are the person's.
  case block

  /// The most letters such a text may have, counted as the reader sees them.
  public var limit: Int {
    switch self {
    case .line: 200
    case .block: 20_000
    }
  }
}

/// Looks at a text for what it may not hold; says one problem of each kind.
public func textProblems(_ text: String, kind: TextKind) -> [TextProblem] {
  // Most texts are sound: letters are counted, which takes long, only where one of them may be of interest.
  if text.utf8.count <= kind.limit,
    !text.hasByte(where: { mayBeginFault($0) }) || !text.withBytes({ mayHoldFault($0, kind) })
  {
    return []
  }
  if text.utf8.count <= kind.limit, !text.unicodeScalars.contains(where: { fault(of: $0.value, kind) != nil }) {
    return []
  }
  var found: [TextProblem] = []
  var position = 0
  var seen: (control: Bool, privateUse: Bool) = (false, false)
  for character in text {
    position += 1
    for scalar in character.unicodeScalars {
      switch fault(of: scalar.value, kind) {
      case .control?:
        if !seen.control { found.append(.control(scalar: scalar.value, position: position)) }
        seen.control = true
      case .privateUse?:
        if !seen.privateUse { found.append(.privateUse(scalar: scalar.value, position: position)) }
        seen.privateUse = true
      case nil: continue
      }
    }
  }
  if position > kind.limit { found.append(.tooLong(letters: position, limit: kind.limit)) }
  return found
}

private enum ScalarFault {
  case control
  case privateUse
}

/// Whether a text of UTF-8 may hold a character that `fault` names: quotation marks and the like begin as some of these do.
private func mayHoldFault(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: TextKind) -> Bool {
  bytes.indices.contains { place in
    switch bytes[place] {
    case 0x09, 0x0A, 0x0D: kind == .line
    case 0xC2: bytes[place + 1] < 0xA0
    case 0xE2: bytes[place + 1] == 0x80 && (0xA8...0xA9).contains(bytes[place + 2])
    case let byte: mayBeginFault(byte)
    }
  }
}

/// Whether a byte may be the first one of a character that `fault` names.
///
/// Every comparison is made, whatever the others say: so they are made for many bytes at a time.
private func mayBeginFault(_ byte: UInt8) -> Bool {
  let ascii: UInt8 = (byte < 0x20 ? 1 : 0) | (byte == 0x7F ? 1 : 0)
  let beyond: UInt8 = (byte == 0xC2 ? 1 : 0) | (byte == 0xE2 ? 1 : 0) | (byte >= 0xEE ? 1 : 0)
  return ascii | beyond != 0
}

private func fault(of value: UInt32, _ kind: TextKind) -> ScalarFault? {
  switch value {
  case 0x09, 0x0A, 0x0D: kind == .block ? nil : .control
  case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0xFFFE, 0xFFFF, 0xFFF9...0xFFFB: .control
  case 0xE000...0xF8FF, 0xF0000...0x10FFFF: .privateUse
  default: nil
  }
}
