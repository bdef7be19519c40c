import CHaru
import Glibc

extension HaruDocument {
  /// Writes the file into memory.
  public mutating func save() throws(HaruError) -> [UInt8] {
    releaseSink()
    // libharu's own words around an object's body, and its row in the table, are shorter; a page's and the page tree's are
    // longer. Where that is wrong the sink finds memory of its own.
    let bound = 8192 + text.count + streams.byteCount + 96 * bodies.count + 512 * contentStreams.count
    var failure: HaruError?
    let bytes = [UInt8](unsafeUninitializedCapacity: bound) { memory, initialized in
      sink.pointee.bytes = memory.baseAddress
      sink.pointee.capacity = memory.count
      sink.pointee.borrowed = 1
      do throws(HaruError) { try write(descriptor: -1) } catch { failure = error }
      guard sink.pointee.borrowed != 0 else { return }
      if failure == nil { initialized = sink.pointee.count }
      sink.pointee.bytes = nil
      sink.pointee.capacity = 0
      sink.pointee.borrowed = 0
    }
    defer { releaseSink() }
    if let failure { throw failure }
    guard let own = sink.pointee.bytes else { return bytes }
    return Array(UnsafeBufferPointer(start: own, count: sink.pointee.count))
  }

  /// Writes the file to an open descriptor; makes it neither durable nor visible under another name.
  ///
  /// Memory does not grow with the file: streams that are files are copied through a small buffer.
  public mutating func save(to descriptor: Int32) throws(HaruError) {
    try write(descriptor: descriptor)
    if haru_sink_flush(sink) != 0 { throw HaruError.file(errno: sink.pointee.error) }
  }

  /// Writes a new file with mode 0600; an existing one is an error, and a failure leaves none.
  public mutating func save(toFile path: String) throws(HaruError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw HaruError.file(errno: errno) }
    do {
      try save(to: descriptor)
    } catch {
      close(descriptor)
      unlink(path)
      throw error
    }
    guard close(descriptor) == 0 else {
      let code = errno
      unlink(path)
      throw HaruError.file(errno: code)
    }
  }

  private mutating func write(descriptor: Int32) throws(HaruError) {
    let document = try current
    if !text.violations.isEmpty { throw HaruError.limits(text.violations) }
    let undefined = bodies.count { $0.offset < 0 }
    if undefined > 0 { throw HaruError.undefinedObjects(count: undefined) }

    sink.pointee.count = 0
    sink.pointee.total = 0
    sink.pointee.error = 0
    sink.pointee.descriptor = descriptor
    haru_arena_enter(arena)
    guard let writer = HPDF_CallbackWriter_New(document.pointee.mmgr, haru_sink_write, sink) else {
      throw failure("CallbackWriter_New")
    }
    // HPDF_SaveToStream makes a memory stream only where there is none yet.
    document.pointee.stream = writer
    let ready = bodies.map { haru_body(offset: $0.offset, length: $0.length, stream: $0.stream) }
    let status = text.withBytes { text in
      ready.withUnsafeBufferPointer { ready in
        var table = haru_bodies(
          text: text.baseAddress, bodies: ready.baseAddress, count: ready.count,
          write_stream: { context, stream, output in
            Unmanaged<StreamTable>.fromOpaque(context).takeUnretainedValue().write(Int(stream), to: output)
          },
          context: Unmanaged.passUnretained(streams).toOpaque())
        return withUnsafePointer(to: &table) { table in
          haru_bodies_enter(table)
          defer { haru_bodies_enter(nil) }
          return HPDF_SaveToStream(document)
        }
      }
    }
    if let error = streams.error { throw error }
    if sink.pointee.error != 0 { throw HaruError.file(errno: sink.pointee.error) }
    try check(status, "SaveToStream")
  }

  private func releaseSink() {
    free(sink.pointee.bytes)
    sink.pointee.bytes = nil
    sink.pointee.capacity = 0
    sink.pointee.count = 0
  }
}
