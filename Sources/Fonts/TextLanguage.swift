import CHarfBuzz

/// A language as the shaper wants it: some letters take another form in another language (OpenType `locl`).
///
/// Made once and kept; comparing and hashing cost one machine word.
public struct TextLanguage: Hashable, Sendable {
  /// HarfBuzz's interned pointer, as bits: it lives as long as the process and is never written to.
  private let bits: UInt

  /// Makes a language of a BCP 47 tag such as `de-AT`.
  public init(_ tag: String) {
    bits = UInt(bitPattern: hb_language_from_string(tag, -1))
  }

  var pointer: hb_language_t? { hb_language_t(bitPattern: bits) }
}
