import Storage

/// What programs made of a file, in the order of its pages: read one at a time, because all of them may be large.
public struct ConvertedFiles: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
  /// Where each is.
  public let stored: [StoredBytes]

  /// Takes files that are kept somewhere.
  public init(_ stored: [StoredBytes]) { self.stored = stored }

  /// Takes files in memory.
  public init(arrayLiteral files: [UInt8]...) { stored = files.map { StoredBytes($0) } }

  /// The first page's place.
  public var startIndex: Int { 0 }
  /// The place behind the last page.
  public var endIndex: Int { stored.count }

  /// One of them; nothing where it cannot be read any more, which no format takes for a file.
  public subscript(place: Int) -> [UInt8] { (try? stored[place].whole()) ?? [] }
}
