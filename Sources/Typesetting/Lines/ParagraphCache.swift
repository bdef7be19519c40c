import Document

/// A bounded memory of set paragraphs.
///
/// A paragraph is kept when it is set for the second time: what one person alone says is not, so that memory stays small
/// and what everybody's document says stays close together in it.
struct ParagraphCache {
  /// What decides how a paragraph is set.
  struct Key {
    var content: [Inline]
    var style: UInt8
    var hyphenates: Bool
    var language: LanguageTag
    var measure: Units
    /// The number of the first footnote in it; 0 if there is none.
    var firstNote: Int

    var fingerprint: UInt64 {
      var fingerprint = Fingerprint()
      fingerprint.add(UInt64(style) | UInt64(firstNote) << 8 | UInt64(measure) << 32)
      fingerprint.add(language.rawValue)
      fingerprint.add(content)
      return fingerprint.value
    }

    @inline(__always)
    func isSame(_ other: Key) -> Bool {
      style == other.style && measure == other.measure && firstNote == other.firstNote
        && hyphenates == other.hyphenates && language == other.language && content == other.content
    }

    /// Where the content lies in memory: that of a template's own paragraphs is the same array in every document.
    @inline(__always)
    var place: UInt { content.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) } }

    /// Whether the other content is this very array, which is seen without reading it.
    @inline(__always)
    func isSameArray(_ other: Key) -> Bool {
      place == other.place && content.count == other.content.count && style == other.style
        && measure == other.measure && firstNote == other.firstNote && hyphenates == other.hyphenates
        && language == other.language
    }
  }

  private final class Entry {
    let key: Key
    let paragraph: SetParagraph
    init(_ key: Key, _ paragraph: SetParagraph) {
      self.key = key
      self.paragraph = paragraph
    }
  }

  private var entries: FingerprintTable<Entry>
  /// The last paragraphs that were set once, by the lower bits of their fingerprints; one pushes out the other.
  private var candidates = ContiguousArray<UInt64>(repeating: 0, count: 2048)

  /// Paragraphs that were found by what they say, by where their content lies, which it does as long as it is held here.
  private var lying = ContiguousArray<Entry?>(repeating: nil, count: 512)
  /// Where the content lay that was last found for each of them: what lies elsewhere in every document is not kept.
  private var lain = ContiguousArray<UInt>(repeating: 0, count: 512)

  /// - Parameter limit: how many lines are kept, in each of two generations.
  init(limit: Int) { entries = FingerprintTable(limit: limit) }

  /// How many paragraphs are held.
  var count: Int { entries.count }

  /// The paragraph whose content is the array it was when it was found last.
  @inline(__always)
  func paragraphOfArray(_ key: Key) -> SetParagraph? {
    guard let entry = lying[slot(key)], entry.key.isSameArray(key) else { return nil }
    return entry.paragraph
  }

  mutating func paragraph(_ key: Key, fingerprint: UInt64) -> SetParagraph? {
    let found = entries.find(fingerprint) { entry in
      Self.cost(entry.paragraph)
    } where: { entry in
      entry.key.isSame(key)
    }?.paragraph
    if let found {
      let place = slot(key)
      if lain[place] == key.place { lying[place] = Entry(key, found) }
      lain[place] = key.place
    }
    return found
  }

  private func slot(_ key: Key) -> Int {
    // Arrays begin at multiples of 16 and differ mostly in the bits above.
    let place = (key.place >> 4) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: place >> 40) & (lying.count - 1)
  }

  /// Takes note of a paragraph that was set.
  mutating func add(_ paragraph: SetParagraph, _ key: Key, fingerprint: UInt64) {
    let place = Int(truncatingIfNeeded: fingerprint) & (candidates.count - 1)
    guard candidates[place] == fingerprint else {
      candidates[place] = fingerprint
      return
    }
    entries.insert(Entry(key, paragraph), fingerprint, cost: Self.cost(paragraph))
  }

  private static func cost(_ paragraph: SetParagraph) -> Int { max(1, paragraph.lineCount) }
}
