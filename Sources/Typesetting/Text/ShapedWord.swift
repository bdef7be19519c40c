import Fonts
import Hyphenation

/// A word as glyphs, with the places where it may be divided; what a line is made of.
final class ShapedWord: Sendable {
  /// Glyphs of one face, in painting order.
  struct Run: Sendable {
    var face: FaceID
    var glyphs: [GlyphRun.Glyph]
    /// For each glyph the UTF-8 offset of its first character in the word.
    var clusters: [Int32]
    var actualText: String?
    /// How far right of the pen the first glyph is drawn, in thousandths of the size.
    var shift: Int32
  }
  /// A place where a line may end within the word.
  struct Break: Sendable {
    /// The UTF-8 offset of what begins the next line.
    var offset: Int
    /// The width of what stays, without hyphen, in thousandths of the size.
    var width: Int
    var kind: Breakpoint.Kind
    var penalty: Double
    /// What is written otherwise when the word is divided here.
    var replacement: HyphenationPoint.Replacement?
  }
  /// How a word is to be set.
  struct Attributes: Hashable, Sendable {
    var face: FaceID
    /// The place of the language among those the shaper knows.
    var language: UInt8
    var hyphenates: Bool
    /// Nothing is to be divided or taken away: a space, or a part of a divided word.
    var isFragment = false

    var packed: UInt32 {
      UInt32(face.index) | UInt32(language) << 8 | (hyphenates ? 1 << 16 : 0) | (isFragment ? 1 << 17 : 0)
    }
  }

  // What finding, measuring and painting a word read stands first, in one or two lines of the processor's cache: most of the time
  // that a known word takes is waiting for memory.

  /// The UTF-8 it was made of, in the memory of its glyphs: one place to read for who compares and paints.
  nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
  let packedAttributes: UInt32
  /// Whether there are any breaks, known without looking at their list.
  let hasBreaks: Bool
  /// Whether the word is one run that says itself what it stands for: the face and glyphs below are all of it.
  let isPlain: Bool
  let isRightToLeft: Bool
  /// Whether a number that follows stays on the line: `Art. 21`, `§ 19`.
  let tiesToNumber: Bool
  let startsWithDigit: Bool
  /// A lone dash, which begins no line.
  let isDash: Bool
  /// The sum of all advances, in thousandths of the size.
  let width: Int
  let face: FaceID
  /// The glyphs of the first run, in memory of their own, so that painting them counts no references.
  nonisolated(unsafe) let glyphs: UnsafeBufferPointer<GlyphRun.Glyph>
  private nonisolated(unsafe) let memory: UnsafeMutableRawPointer
  let attributes: Attributes
  let runs: [Run]
  let breaks: [Break]
  let missing: [MissingCharacter]
  /// What it was shaped from, for the characters of its glyphs, where the font alone does not say them.
  let source: ShapedText?

  init(
    bytes: [UInt8], attributes: Attributes, shaped: ShapedText,
    breaks: [BreakOpportunities.Place]
  ) {
    self.attributes = attributes
    packedAttributes = attributes.packed
    source = shaped.runs.contains(where: \.needsContext) ? shaped : nil
    runs = shaped.runs.map(Run.init(_:))
    let first = runs.first
    isPlain = runs.count == 1 && first?.actualText == nil && first?.shift == 0
    face = first?.face ?? attributes.face
    let count = first?.glyphs.count ?? 0
    let (stride, alignment) = (MemoryLayout<GlyphRun.Glyph>.stride, MemoryLayout<GlyphRun.Glyph>.alignment)
    // The bytes go first: they are compared before anything is painted.
    let start = (bytes.count + alignment - 1) / alignment * alignment
    memory = .allocate(byteCount: start + count * stride, alignment: alignment)
    let said = memory.bindMemory(to: UInt8.self, capacity: bytes.count)
    _ = UnsafeMutableBufferPointer(start: said, count: bytes.count).initialize(from: bytes)
    self.bytes = UnsafeBufferPointer(start: said, count: bytes.count)
    let painted = (memory + start).bindMemory(to: GlyphRun.Glyph.self, capacity: count)
    _ = UnsafeMutableBufferPointer(start: painted, count: count).initialize(from: first?.glyphs ?? [])
    glyphs = UnsafeBufferPointer(start: painted, count: count)
    width = runs.reduce(0) { $0 + $1.glyphs.reduce(0) { $0 + Int($1.advance) } }
    missing = shaped.missing
    isRightToLeft = shaped.isRightToLeft
    let runs = self.runs
    self.breaks =
      shaped.isRightToLeft
      ? []
      : breaks.map { place in
        Break(
          offset: place.offset, width: Self.width(of: runs, before: place.offset), kind: place.kind,
          penalty: place.penalty, replacement: place.replacement)
      }
    hasBreaks = !self.breaks.isEmpty
    tiesToNumber = Ties.bindsNumber(bytes)
    startsWithDigit = bytes.first.map { (0x30...0x39).contains($0) } ?? false
    isDash = bytes.elementsEqual([0xE2, 0x80, 0x93]) || bytes.elementsEqual([0xE2, 0x80, 0x94])
  }

  /// Whether the word is made of these bytes.
  @inline(__always)
  func says(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == other.count else { return false }
    let (own, other) = (UnsafeRawBufferPointer(bytes), UnsafeRawBufferPointer(other))
    var position = 0
    while position + 8 <= own.count {
      if own.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        != other.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      {
        return false
      }
      position += 8
    }
    while position < own.count {
      if own[position] != other[position] { return false }
      position += 1
    }
    return true
  }

  // never written to after the initialiser, which is what makes sharing it safe
  deinit { memory.deallocate() }

  /// Every place between two clusters: for what is longer than a line and has no better ones.
  func emergencyBreaks() -> [Break] {
    guard !isRightToLeft else { return [] }
    let starts = Set(runs.flatMap(\.clusters)).sorted()
    return starts.dropFirst().map { offset in
      let known = breaks.first { $0.offset == Int(offset) && $0.kind != .hyphen }
      return known
        ?? Break(offset: Int(offset), width: Self.width(of: runs, before: Int(offset)), kind: .token, penalty: 900)
    }
  }

  private static func width(of runs: [Run], before offset: Int) -> Int {
    var width = 0
    for run in runs {
      for (glyph, cluster) in zip(run.glyphs, run.clusters) where Int(cluster) < offset {
        width += Int(glyph.advance)
      }
    }
    return width
  }
}

extension ShapedWord.Run {
  /// Takes over a shaped run; horizontal offsets go into the neighbours' advances, `.notdef` is left out.
  init(_ run: ShapedRun) {
    face = run.face
    actualText = run.actualText
    glyphs = []
    clusters = []
    shift = 0
    glyphs.reserveCapacity(run.glyphs.count)
    for glyph in run.glyphs where glyph.id != 0 {
      if glyph.xOffset != 0 {
        if glyphs.isEmpty {
          shift = glyph.xOffset
        } else {
          glyphs[glyphs.count - 1].advance += glyph.xOffset
        }
      }
      glyphs.append(
        GlyphRun.Glyph(
          id: glyph.id, advance: glyph.advance - glyph.xOffset, natural: glyph.natural, rise: glyph.yOffset))
      clusters.append(glyph.cluster)
    }
  }
}
