import Document

/// A fast 64-bit hash of what a paragraph says, the same in every process; equality is still checked in full.
struct Fingerprint {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  mutating func add(_ word: UInt64) {
    let product = (value ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    value = product.high ^ product.low
  }

  mutating func add(_ string: String) {
    let done: Void? = string.utf8.withContiguousStorageIfAvailable { add($0) }
    if done == nil { Array(string.utf8).withUnsafeBufferPointer { add($0) } }
  }

  @inline(__always)
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    add(UInt64(bytes.count))
    let raw = UnsafeRawBufferPointer(bytes)
    var position = 0
    while position + 8 <= raw.count {
      add(raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    var rest: UInt64 = 0
    while position < raw.count {
      rest = rest << 8 | UInt64(raw[position])
      position += 1
    }
    add(rest)
  }

  mutating func add(_ content: [Inline]) {
    add(UInt64(content.count))
    for inline in content { add(inline) }
  }

  private mutating func add(_ inline: Inline) {
    switch inline {
    case .text(let text):
      add(1)
      add(text)
    case .literal(let text, let hyphenates):
      add(hyphenates ? 2 : 3)
      add(text)
    case .emphasis(let content):
      add(4)
      add(content)
    case .strong(let content):
      add(5)
      add(content)
    case .foreign(let language, let content):
      add(6)
      add(language.rawValue)
      add(content)
    case .link(let link):
      add(7)
      switch link.destination {
      case .place(let place): add(place)
      case .uri(let uri): add(uri)
      }
      add(link.content)
      add(link.description)
    case .footnote(let footnote):
      add(8)
      add(footnote.content)
    case .lineBreak: add(9)
    case .pageNumber:
      // What is set is a placeholder, the same for every place.
      add(10)
    }
  }
}
