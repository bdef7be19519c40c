/// Growing memory that PDF syntax is written into, token by token; what the format does not allow is remembered.
///
/// Hot: a document is some ten thousand of these calls. Hence raw memory and inlining, no `String` and no `[UInt8]`.
public struct PDFBuffer: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  /// How many bytes are written.
  public internal(set) var count: Int {
    @inlinable get { used }
    set { used = newValue }
  }
  @usableFromInline var used = 0
  /// The limits exceeded so far.
  public internal(set) var violations: [PDFLimit] = []

  /// Makes an empty buffer.
  ///
  /// - Parameter capacity: the bytes it holds before it first grows.
  public init(capacity: Int = 1 << 16) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Forgets what was written; gives memory beyond 4 MiB back.
  public mutating func removeAll() {
    used = 0
    violations.removeAll()
    if capacity > 1 << 22 {
      base.deallocate()
      capacity = 1 << 16
      base = .allocate(capacity: capacity)
    }
  }

  /// Makes room for `extra` more bytes.
  @inlinable public mutating func reserve(_ extra: Int) {
    if used + extra > capacity { grow(extra) }
  }

  @usableFromInline @inline(never) mutating func grow(_ extra: Int) {
    let larger = max(capacity * 2, used + extra)
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    memory.update(from: base, count: used)
    base.deallocate()
    base = memory
    capacity = larger
  }

  /// Writes one byte.
  @inlinable public mutating func byte(_ byte: UInt8) {
    reserve(1)
    base[used] = byte
    used += 1
  }

  /// Writes syntax as it stands.
  @inlinable public mutating func raw(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    reserve(length)
    (base + used).update(from: text.utf8Start, count: length)
    used += length
  }

  /// Writes bytes as they stand.
  @inlinable public mutating func raw(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { raw($0) }
  }

  /// Writes bytes as they stand.
  @inlinable public mutating func raw(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (base + used).update(from: start, count: bytes.count)
    used += bytes.count
  }

  /// Lets `body` write at most `limit` bytes of its own.
  ///
  /// - Parameter body: takes room for `limit` bytes, returns how many it used.
  @inlinable public mutating func append(atMost limit: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    reserve(limit)
    used += body(base + used)
  }

  /// Lets `body` read what was written from `start` on.
  public func withBytes<Result, Failure: Error>(
    from start: Int = 0, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(start: base + start, count: used - start))
  }

  /// A copy of what was written.
  public var bytes: [UInt8] { withBytes { Array($0) } }

  @usableFromInline @inline(never) mutating func note(_ limit: PDFLimit) {
    violations.append(limit)
  }
}
