/// A file that is read in pieces and can be read again from its beginning.
public struct RowSource: Sendable {
  /// Gives the next bytes, at most as many as asked for; `nil` at the end.
  public typealias Chunks = (_ count: Int) throws -> [UInt8]?

  private let opening: @Sendable () throws -> Chunks

  /// Takes a way of opening the file; each call starts at its first byte.
  public init(open: @escaping @Sendable () throws -> Chunks) { opening = open }

  /// A table that is in memory already.
  public init(bytes: [UInt8]) {
    self.init {
      var rest = bytes[...]
      return { count in
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
      }
    }
  }

  /// Opens the file at its first byte.
  func open() throws(TableFault) -> Chunks {
    do { return try opening() } catch { throw .unreadable }
  }

  /// How much is read at a time, in bytes: small beside everything else that is kept, large beside a system call.
  static let chunkSize = 1 << 16
}
