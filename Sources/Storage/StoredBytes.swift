/// Bytes that a document will hold: in memory, or parts of files that are copied when the document is written.
///
/// What is large stays in its file, so that memory does not grow with a person's evidence. A value: copying it copies no
/// byte.
public struct StoredBytes: Sendable {
  enum Piece: Sendable {
    case memory([UInt8], Range<Int>)
    case file(StoredFile, Range<Int>)
    case scratch(ScratchFile, Range<Int>)
  }

  private(set) var pieces: [Piece]
  /// How many bytes they are.
  public private(set) var count: Int

  /// Makes none.
  public init() { (pieces, count) = ([], 0) }

  /// Takes bytes in memory, shared, not copied.
  public init(_ bytes: [UInt8]) {
    (pieces, count) = bytes.isEmpty ? ([], 0) : ([.memory(bytes, 0..<bytes.count)], bytes.count)
  }

  /// Takes the whole of a file.
  public init(_ file: StoredFile) { self.init(file, 0..<file.size) }

  /// Takes a part of a file.
  public init(_ file: StoredFile, _ range: Range<Int>) {
    (pieces, count) = ([.file(file, range)], range.count)
  }

  init(_ file: ScratchFile, _ range: Range<Int>) {
    (pieces, count) = ([.scratch(file, range)], range.count)
  }

  /// Adds what another has.
  public mutating func append(_ other: StoredBytes) {
    pieces += other.pieces
    count += other.count
  }

  /// Some of the bytes.
  ///
  /// - Parameter ranges: in any order, each within `0..<count`; what lies beyond is left out.
  public func parts(_ ranges: [Range<Int>]) -> StoredBytes {
    var result = StoredBytes()
    for range in ranges {
      var start = 0
      for piece in pieces {
        let part = range.clamped(to: start..<(start + piece.count))
        if !part.isEmpty { result.append(piece, (part.lowerBound - start)..<(part.upperBound - start)) }
        start += piece.count
      }
    }
    return result
  }

  private mutating func append(_ piece: Piece, _ range: Range<Int>) {
    func moved(_ whole: Range<Int>) -> Range<Int> {
      (whole.lowerBound + range.lowerBound)..<(whole.lowerBound + range.upperBound)
    }
    switch piece {
    case .memory(let bytes, let whole): pieces.append(.memory(bytes, moved(whole)))
    case .file(let file, let whole): pieces.append(.file(file, moved(whole)))
    case .scratch(let file, let whole): pieces.append(.scratch(file, moved(whole)))
    }
    count += range.count
  }

  /// The bytes where they are one array in memory; nil where a part of them would have to be read or copied.
  public var array: [UInt8]? {
    guard let first = pieces.first else { return [] }
    guard pieces.count == 1, case .memory(let bytes, let range) = first, range.count == bytes.count else { return nil }
    return bytes
  }

  /// Whether they begin so, as far as their beginning is in memory; bytes in a file are taken to.
  public func begins(with start: [UInt8]) -> Bool {
    guard count >= start.count else { return false }
    guard case .memory(let bytes, let range) = pieces.first else { return true }
    return bytes[range].prefix(start.count).elementsEqual(start.prefix(range.count))
  }

  /// The scratch file where all of them are, if they are the whole of one.
  public var scratch: ScratchFile? {
    guard pieces.count == 1, case .scratch(let file, let range) = pieces[0], range.lowerBound == 0 else { return nil }
    return file
  }

  /// The person's files that hold a part of them.
  public var files: [StoredFile] {
    pieces.compactMap { if case .file(let file, _) = $0 { file } else { nil } }
  }

  /// Everything in memory; for what is known to be small.
  public func whole() throws(StorageError) -> [UInt8] {
    if let array { return array }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    try read { chunk in
      bytes += chunk
      return true
    }
    return bytes
  }
}

extension StoredBytes.Piece {
  var count: Int {
    switch self {
    case .memory(_, let range), .file(_, let range), .scratch(_, let range): range.count
    }
  }
}
