import CHarfBuzz

/// A stretch of text that is shaped at once: one face, one script, one direction.
struct Item {
  var face: FaceID
  var script: hb_script_t
  /// Embedding level (UAX #9): even reads left to right.
  var level: UInt8
  /// The characters, as indices into the itemizer's list.
  var range: Range<Int>
}

/// Cuts a text into items in a paragraph that reads left to right.
///
/// The bidirectional algorithm is reduced to what names and quotations need: letters carry their direction, digits after
/// right-to-left letters keep theirs, what stands between two right-to-left characters goes with them.
struct Itemizer {
  struct Character {
    var scalar: Unicode.Scalar
    var offset: Int32
    var face: FaceID
    var script: hb_script_t
    var level: UInt8
  }

  private(set) var characters: [Character] = []
  private(set) var missing: [MissingCharacter] = []
  private(set) var isRightToLeft = false

  init(_ text: String, face: FaceID, library: FontLibrary) {
    characters.reserveCapacity(text.utf8.count)
    var offset: Int32 = 0
    var mixed = false
    for scalar in text.unicodeScalars {
      let script = CharacterTraits.script(scalar)
      var chosen = face
      switch library.coverage(of: scalar, preferring: face) {
      case .face(let found): chosen = found
      case .missing(let package):
        missing.append(MissingCharacter(scalar: scalar, offset: Int(offset), package: package))
      }
      characters.append(Character(scalar: scalar, offset: offset, face: chosen, script: script, level: 0))
      mixed = mixed || script != HB_SCRIPT_LATIN || chosen != face
      offset += Int32(UTF8.width(scalar))
    }
    guard mixed else { return }
    keepMarksWithBases(library)
    resolveScripts()
    resolveLevels()
  }

  /// The items in painting order.
  func items() -> [Item] {
    var items: [Item] = []
    for (index, character) in characters.enumerated() {
      if let last = items.last, last.face == character.face, last.script == character.script,
        last.level == character.level
      {
        items[items.count - 1].range = last.range.lowerBound..<(index + 1)
      } else {
        items.append(
          Item(face: character.face, script: character.script, level: character.level, range: index..<(index + 1)))
      }
    }
    // UAX #9, rule L2
    for level in stride(from: items.map(\.level).max() ?? 0, to: 0, by: -1) {
      var start = 0
      while start < items.count {
        guard items[start].level >= level else {
          start += 1
          continue
        }
        var end = start
        while end < items.count, items[end].level >= level { end += 1 }
        items[start..<end].reverse()
        start = end
      }
    }
    return items
  }

  /// A mark is drawn by the face of its letter, or both by one that has both.
  private mutating func keepMarksWithBases(_ library: FontLibrary) {
    for index in characters.indices.dropFirst() {
      let mark = characters[index].scalar
      let joins = CharacterTraits.isIgnorable(mark) || CharacterTraits.isMark(mark)
      guard joins, characters[index].face != characters[index - 1].face else { continue }
      let base = characters[index - 1]
      let whole = CharacterTraits.composed(base.scalar, mark)
      if library[base.face].covers(mark) || whole.map({ library[base.face].covers($0) }) == true {
        characters[index].face = base.face
      } else if let both = [base.face, characters[index].face].first(where: {
        library[$0].covers(base.scalar) && library[$0].covers(mark)
      }) {
        characters[index].face = both
        characters[index - 1].face = both
      }
    }
  }

  /// Signs common to all scripts go with the letters before them, at the start with those after.
  private mutating func resolveScripts() {
    let isOpen = { (script: hb_script_t) in
      script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN
    }
    var current = characters.first { !isOpen($0.script) }?.script ?? HB_SCRIPT_LATIN
    for index in characters.indices {
      if isOpen(characters[index].script) {
        characters[index].script = current
      } else {
        current = characters[index].script
      }
    }
  }

  private mutating func resolveLevels() {
    let own = characters.map { character -> UInt8? in
      if CharacterTraits.isDigit(character.scalar) { return nil }
      let script = CharacterTraits.script(character.scalar)
      guard script != HB_SCRIPT_COMMON, script != HB_SCRIPT_INHERITED, script != HB_SCRIPT_UNKNOWN else { return nil }
      return hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL ? 1 : 0
    }
    guard own.contains(1) else { return }
    isRightToLeft = own.first { $0 != nil } == 1
    var strong: UInt8 = 0
    var index = 0
    while index < characters.count {
      if let level = own[index] {
        strong = level
        characters[index].level = level
        index += 1
        continue
      }
      if CharacterTraits.isDigit(characters[index].scalar) {
        characters[index].level = strong == 1 ? 2 : 0
        index += 1
        continue
      }
      // a stretch of neutral signs: inside right-to-left text if it stands on both sides
      var end = index
      while end < characters.count, own[end] == nil, !CharacterTraits.isDigit(characters[end].scalar) { end += 1 }
      let after = end < characters.count ? own[end] ?? strong : (isRightToLeft ? strong : 0)
      let isMark = CharacterTraits.isMark(characters[index].scalar)
      let level: UInt8 = strong == 1 && (after == 1 || isMark) ? 1 : 0
      for place in index..<end { characters[place].level = level }
      index = end
    }
  }
}
