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

  /// - Parameter limit: how many lines are kept, in each of two generations.
  init(limit: Int) { entries = FingerprintTable(limit: limit) }

  /// How many paragraphs are held.
  var count: Int { entries.count }

  mutating func paragraph(_ key: Key, fingerprint: UInt64) -> SetParagraph? {
    entries.find(fingerprint) { entry in
      Self.cost(entry.paragraph)
    } where: { entry in
      entry.key.isSame(key)
    }?.paragraph
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
