import Storage

/// A person's file: its bytes for whoever reads them now, and where they are when the document is written.
///
/// The bytes are let go as soon as the exhibit is made; what an exhibit holds on to is ``stored``.
public struct EvidenceFile: Sendable {
  /// Everything in it.
  public let bytes: [UInt8]
  /// The same bytes for later: in memory where they are few.
  public let stored: StoredBytes

  /// Takes a file that was read.
  public init(_ bytes: [UInt8], stored: StoredBytes) {
    self.bytes = bytes
    self.stored = stored
  }

  /// Takes a file that is in memory alone.
  public init(_ bytes: [UInt8]) { self.init(bytes, stored: StoredBytes(bytes)) }
}

/// Where bytes go that a document needs later: to memory, or to a file where they are many.
public typealias Keeper = @Sendable (_ bytes: [UInt8]) -> StoredBytes
