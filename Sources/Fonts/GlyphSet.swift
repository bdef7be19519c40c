/// Glyphs of one face, each with the text it stands for: what a subset holds and its ToUnicode map says.
public struct GlyphSet: Hashable, Sendable {
  @usableFromInline private(set) var bits: [UInt64] = []
  private var texts: [UInt16: String] = [:]

  /// Makes an empty set.
  public init() {}

  /// How many glyphs it holds.
  public var count: Int { texts.count }

  /// Whether it holds none.
  public var isEmpty: Bool { texts.isEmpty }

  /// Whether it holds a glyph; a test of one bit.
  @inlinable public func contains(_ glyph: UInt16) -> Bool {
    let word = Int(glyph >> 6)
    return word < bits.count && bits[word] & (1 << UInt64(glyph & 63)) != 0
  }

  /// Adds a glyph; the first text given to it stays.
  ///
  /// - Parameters:
  ///   - glyph: its number in the face.
  ///   - text: what it stands for.
  public mutating func insert(_ glyph: UInt16, text: String) {
    guard !contains(glyph) else { return }
    let word = Int(glyph >> 6)
    if word >= bits.count { bits.append(contentsOf: repeatElement(0, count: word + 1 - bits.count)) }
    bits[word] |= 1 << UInt64(glyph & 63)
    texts[glyph] = text
  }

  /// Adds all glyphs of another set.
  public mutating func formUnion(_ other: GlyphSet) {
    for glyph in other.glyphs where !contains(glyph) { insert(glyph, text: other.text(of: glyph) ?? "") }
  }

  /// The glyphs of this set that are not in another: what a supplement has to bring.
  public func subtracting(_ other: GlyphSet) -> GlyphSet {
    var rest = GlyphSet()
    for glyph in glyphs where !other.contains(glyph) { rest.insert(glyph, text: texts[glyph] ?? "") }
    return rest
  }

  /// The glyphs in ascending order.
  public var glyphs: [UInt16] {
    var list: [UInt16] = []
    list.reserveCapacity(count)
    for (index, word) in bits.enumerated() {
      var rest = word
      while rest != 0 {
        list.append(UInt16(truncatingIfNeeded: index << 6 | rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return list
  }

  /// What a glyph stands for; nil if the set lacks it.
  public func text(of glyph: UInt16) -> String? { texts[glyph] }

  /// Six capital letters that depend on the glyphs alone: the tag of a subset font's name (ISO 32000-1 9.6.4).
  public var tag: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a
    for glyph in glyphs {
      hash = (hash ^ UInt64(glyph & 0xFF)) &* 0x100_0000_01B3
      hash = (hash ^ UInt64(glyph >> 8)) &* 0x100_0000_01B3
    }
    var letters = ""
    for _ in 0..<6 {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(65 + hash % 26)))
      hash /= 26
    }
    return letters
  }
}

/// The glyphs of every face that a document draws.
public struct GlyphUsage: Hashable, Sendable {
  private var sets: [GlyphSet] = []

  /// Makes an empty usage.
  public init() {}

  /// The faces with at least one glyph, ascending.
  public var faces: [FaceID] { sets.indices.filter { !sets[$0].isEmpty }.map(FaceID.init(index:)) }

  /// The glyphs of a face.
  public subscript(face: FaceID) -> GlyphSet { face.index < sets.count ? sets[face.index] : GlyphSet() }

  /// Adds a glyph of a face and what it stands for.
  public mutating func insert(_ glyph: UInt16, of face: FaceID, text: String) {
    grow(to: face)
    sets[face.index].insert(glyph, text: text)
  }

  /// Adds every glyph of a shaped run.
  public mutating func insert(_ run: ShapedRun, from library: FontLibrary) {
    grow(to: run.face)
    for glyph in run.glyphs where !sets[run.face.index].contains(glyph.id) {
      let text = run.contextual[glyph.id] ?? library[run.face].text(of: glyph.id) ?? "\u{FFFD}"
      sets[run.face.index].insert(glyph.id, text: text)
    }
  }

  /// Adds every glyph of a shaped text.
  public mutating func insert(_ text: ShapedText, from library: FontLibrary) {
    for run in text.runs { insert(run, from: library) }
  }

  /// Adds all glyphs of another usage.
  public mutating func formUnion(_ other: GlyphUsage) {
    for face in other.faces {
      grow(to: face)
      sets[face.index].formUnion(other[face])
    }
  }

  private mutating func grow(to face: FaceID) {
    while sets.count <= face.index { sets.append(GlyphSet()) }
  }
}
