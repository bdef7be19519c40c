/// A character encoding of a hyphenation dictionary, as its first line names it.
enum Charset: Hashable, Sendable {
  case utf8
  /// One byte a character.
  case eightBit(CharsetCodes)

  /// Finds the encoding of a name such as `ISO8859-1`, `UTF-8` or `microsoft-cp1251`; nil for an unknown one.
  init?(name: String) {
    let canonical = Self.canonical(name)
    if canonical == "UTF-8" || canonical == "UTF8" {
      self = .utf8
      return
    }
    guard let table = Self.tables[canonical] else { return nil }
    self = .eightBit(CharsetCodes(table))
  }

  /// Encodes one lower-case character; a byte no pattern holds stands for one the encoding lacks.
  func encode(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
    switch self {
    case .utf8:
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    case .eightBit(let codes):
      if scalar.value < 0x80 {
        bytes.append(UInt8(scalar.value))
      } else {
        bytes.append(
          codes.byte(of: scalar) ?? Self.relative(scalar).flatMap { $0 == "'" ? 0x27 : codes.byte(of: $0) }
            ?? Self.unknown)
      }
    }
  }

  /// Decodes what a dictionary writes in place of letters.
  func decode(_ bytes: some Sequence<UInt8>) -> String {
    switch self {
    case .utf8: return String(decoding: Array(bytes), as: UTF8.self)
    case .eightBit(let codes):
      var text = ""
      for byte in bytes {
        let scalar = byte < 0x80 ? Unicode.Scalar(byte) : codes.scalar(of: byte) ?? "\u{FFFD}"
        text.unicodeScalars.append(scalar)
      }
      return text
    }
  }

  private static let unknown: UInt8 = 0x01

  /// What an old encoding writes for a character it lacks: the straight apostrophe, Romanian letters with a cedilla.
  private static func relative(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "’": "'"
    case "ș": "ş"
    case "ț": "ţ"
    default: nil
    }
  }

  private static func canonical(_ name: String) -> String {
    let upper = name.uppercased()
    if upper.hasPrefix("ISO-8859-") { return "ISO8859-" + upper.dropFirst(9) }
    if upper.hasSuffix("CP1251") { return "CP1251" }
    return upper
  }

  /// The bytes 0xA0 to 0xFF of each encoding; U+FFFD where it has no character.
  private static let tables: [String: String] = [
    "ISO8859-1":
      "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö"
      + "÷øùúûüýþÿ",
    "ISO8859-2":
      "\u{A0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{AD}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö"
      + "÷řůúűüýţ˙",
    "ISO8859-4":
      "\u{A0}ĄĸŖ¤ĨĻ§¨ŠĒĢŦ\u{AD}Ž¯°ą˛ŗ´ĩļˇ¸šēģŧŊžŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎĪĐŅŌĶÔÕÖ×ØŲÚÛÜŨŪßāáâãäåæįčéęëėíîīđņōķôõö"
      + "÷øųúûüũū˙",
    "ISO8859-5":
      "\u{A0}ЁЂЃЄЅІЇЈЉЊЋЌ\u{AD}ЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕі"
      + "їјљњћќ§ўџ",
    "ISO8859-7":
      "\u{A0}‘’£€₯¦§¨©ͺ«¬\u{AD}\u{FFFD}―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\u{FFFD}ΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθ"
      + "ικλμνξοπρςστυφχψωϊϋόύώ\u{FFFD}",
    "ISO8859-9":
      "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö"
      + "÷øùúûüışÿ",
    "ISO8859-10":
      "\u{A0}ĄĒĢĪĨĶ§ĻĐŠŦŽ\u{AD}ŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõö"
      + "ũøųúûüýþĸ",
    "ISO8859-13":
      "\u{A0}”¢£¤„¦§Ø©Ŗ«¬\u{AD}®Æ°±²³“µ¶·ø¹ŗ»¼½¾æĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļšńņóōõö"
      + "÷ųłśūüżž’",
    "ISO8859-15":
      "\u{A0}¡¢£€¥Š§š©ª«¬\u{AD}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö"
      + "÷øùúûüýþÿ",
    "CP1251":
      "\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхц"
      + "чшщъыьэюя",
  ]
}

/// What the bytes from 0xA0 mean in an encoding of one byte a character.
struct CharsetCodes: Hashable, Sendable {
  private let scalars: [Unicode.Scalar]
  /// The byte of each character below U+0500, where most letters are; 0 if it has none.
  private let low: [UInt8]

  /// - Parameter table: the characters of the bytes 0xA0 to 0xFF; U+FFFD where there is none.
  init(_ table: String) {
    scalars = Array(table.unicodeScalars)
    var low = [UInt8](repeating: 0, count: 0x500)
    for (index, scalar) in scalars.enumerated() where scalar.value < 0x500 {
      low[Int(scalar.value)] = UInt8(0xA0 + index)
    }
    self.low = low
  }

  func byte(of scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < low.count { return low[Int(scalar.value)] == 0 ? nil : low[Int(scalar.value)] }
    guard scalar != "\u{FFFD}" else { return nil }
    return scalars.firstIndex(of: scalar).map { UInt8(0xA0 + $0) }
  }

  func scalar(of byte: UInt8) -> Unicode.Scalar? { byte < 0xA0 ? nil : scalars[Int(byte) - 0xA0] }
}
