extension FontFace {
  /// Whether the face can show a character, be it by a substitute, a composed or a decomposed form.
  public func covers(_ scalar: Unicode.Scalar) -> Bool {
    if glyph(for: scalar) != nil { return true }
    if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) { return false }
    if CharacterTraits.isIgnorable(scalar) { return true }
    if CharacterTraits.isSpace(scalar) { return glyph(for: " ") != nil }
    if CharacterTraits.substitutes(scalar).contains(where: { glyph(for: $0) != nil }) { return true }
    guard let (base, mark) = CharacterTraits.decomposed(scalar) else { return false }
    return covers(base) && glyph(for: mark) != nil
  }
}

/// Who shows a character.
enum Coverage: Equatable {
  /// A face.
  case face(FaceID)
  /// No face; the package of a stand-in that could not be asked, if there is one.
  case missing(package: String?)
}

extension FontLibrary {
  /// The face that shows a character when a text is set in another: that one, its sibling family, then the stand-ins.
  ///
  /// The search ends at a stand-in that is not installed: another machine may have it and would choose it, and the same
  /// input must give the same bytes everywhere.
  func coverage(of scalar: Unicode.Scalar, preferring face: FaceID) -> Coverage {
    if self[face].covers(scalar) { return .face(face) }
    if self[face.sibling].covers(scalar) { return .face(face.sibling) }
    // emphasis is worth less than the letter itself
    let plain = FaceID.face(face.family)
    if self[plain].covers(scalar) { return .face(plain) }
    if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) { return .missing(package: nil) }
    for index in 0..<fallbackFaces.count {
      guard let stand = fallbackFaces[index] else { return .missing(package: fallbackFaces.package(at: index)) }
      if stand.covers(scalar) { return .face(FaceID(index: FaceID.primary.count + index)) }
    }
    return .missing(package: nil)
  }

  /// The characters of ASCII that the face of the text shows, a bit each: nearly all that anybody writes.
  static func plain(_ face: FontFace) -> (low: UInt64, high: UInt64) {
    var plain: (low: UInt64, high: UInt64) = (0, 0)
    for value in UInt8(0x20)...0x7E where face.covers(Unicode.Scalar(value)) {
      if value < 64 { plain.low |= 1 << UInt64(value) } else { plain.high |= 1 << UInt64(value & 63) }
    }
    return plain
  }

  /// The characters of a text that no face can show, in order, each once.
  public func missingCharacters(in text: String, face: FaceID = .serif) -> [MissingCharacter] {
    var missing: [MissingCharacter] = []
    var offset = 0
    var known: (low: UInt64, high: UInt64) = face == .serif ? plain : (low: 0, high: 0)
    for scalar in text.unicodeScalars {
      defer { offset += UTF8.width(scalar) }
      // Most characters are of ASCII, and each of these is looked up once.
      if scalar.isASCII {
        let bit = UInt64(1) << UInt64(scalar.value & 63)
        let isKnown = (scalar.value < 64 ? known.low : known.high) & bit != 0
        if isKnown { continue }
        if scalar.value < 64 { known.low |= bit } else { known.high |= bit }
      }
      if case .missing(let package) = coverage(of: scalar, preferring: face),
        !missing.contains(where: { $0.scalar == scalar })
      {
        missing.append(MissingCharacter(scalar: scalar, offset: offset, package: package))
      }
    }
    return missing
  }
}
