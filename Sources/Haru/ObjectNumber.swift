import Storage

/// The number of an indirect object, known before the object is written.
public struct ObjectNumber: Hashable, Sendable, RawRepresentable {
  /// The number, from 1.
  public let rawValue: Int
  /// Takes a number as it is.
  @inlinable public init(rawValue: Int) { self.rawValue = rawValue }
  /// The number `offset` places further, among numbers that were reserved together.
  @inlinable public func advanced(by offset: Int) -> ObjectNumber { ObjectNumber(rawValue: rawValue + offset) }
}

/// What a stream holds, as it stands in the file; its dictionary names the filter.
public enum StreamData: Sendable {
  /// Bytes in memory, shared, not copied.
  case bytes([UInt8])
  /// Bytes of which some are in files, which are copied when the document is saved.
  case stored(StoredBytes)

  /// How many bytes the stream has.
  public var count: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .stored(let bytes): bytes.count
    }
  }
}
