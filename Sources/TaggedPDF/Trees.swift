import Haru

/// A number tree (ISO 32000-1 7.9.7): one node while it is small, leaves of 256 entries otherwise.
struct NumberTree: ~Copyable {
  private var values = PDFBuffer(capacity: 1 << 14)
  private var entries: [(key: Int, start: Int)] = []

  /// Adds an entry; keys ascend.
  mutating func append(_ key: Int, _ value: (inout PDFBuffer) -> Void) {
    entries.append((key, values.count))
    value(&values)
  }

  /// Writes the tree.
  ///
  /// - Returns: its root.
  func write(to document: inout HaruDocument) throws(HaruError) -> ObjectNumber {
    try writeTree(of: entries.count, to: &document) { range, out in
      out.raw("/Nums[")
      for place in range {
        out.integer(entries[place].key)
        out.raw(" ")
        let end = place + 1 < entries.count ? entries[place + 1].start : values.count
        values.withBytes(from: entries[place].start) { bytes in
          out.raw(UnsafeBufferPointer(rebasing: bytes[..<(end - entries[place].start)]))
        }
        out.raw(" ")
      }
      out.raw("]")
    } limit: { place, out in
      out.integer(entries[place].key)
    }
  }
}

/// A name tree (ISO 32000-1 7.9.6) from names to objects.
struct NameTree {
  private var entries: [(name: [UInt8], value: ObjectNumber)] = []

  /// Adds an entry; names differ.
  mutating func insert(_ name: String, _ value: ObjectNumber) {
    entries.append((Array(name.utf8), value))
  }

  /// Writes the tree, sorted by the names' bytes.
  ///
  /// - Returns: its root; nil where it is empty.
  func write(to document: inout HaruDocument) throws(HaruError) -> ObjectNumber? {
    guard !entries.isEmpty else { return nil }
    let sorted = entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    return try writeTree(of: sorted.count, to: &document) { range, out in
      out.raw("/Names[")
      for place in range {
        out.string(sorted[place].name)
        out.raw(" ")
        out.reference(sorted[place].value)
        out.raw(" ")
      }
      out.raw("]")
    } limit: { place, out in
      out.string(sorted[place].name)
    }
  }
}

/// Writes the nodes of a tree of `count` entries; a tree of two levels holds eight million.
private func writeTree(
  of count: Int, to document: inout HaruDocument, leaf: (Range<Int>, inout PDFBuffer) -> Void,
  limit: (Int, inout PDFBuffer) -> Void
) throws(HaruError) -> ObjectNumber {
  let size = 256
  let root = try document.reserve()
  guard count > size else {
    document.define(root) { leaf(0..<count, &$0) }
    return root
  }
  let leaves = (count + size - 1) / size
  let first = try document.reserve(leaves)
  for place in 0..<leaves {
    let range = place * size..<min(count, (place + 1) * size)
    document.define(first.advanced(by: place)) { out in
      out.raw("/Limits[")
      limit(range.lowerBound, &out)
      out.raw(" ")
      limit(range.upperBound - 1, &out)
      out.raw("]")
      leaf(range, &out)
    }
  }
  document.define(root) { out in
    out.raw("/Kids[")
    out.array(of: leaves)
    for place in 0..<leaves {
      out.reference(first.advanced(by: place))
      out.raw(" ")
    }
    out.raw("]")
  }
  return root
}
