import CHaru
import Glibc

/// The data of a document's streams, written when libharu comes to them.
final class StreamTable {
  private enum Source {
    case given(StreamData)
    /// A part of `copied`.
    case copied(Range<Int>)
  }
  private var data: [Source] = []
  private var copied = PDFBuffer(capacity: 1 << 15)
  /// How many bytes all of them have.
  private(set) var byteCount = 0
  /// What went wrong while a stream was written; libharu only carries a status.
  private(set) var error: HaruError?

  func removeAll() {
    data.removeAll(keepingCapacity: true)
    copied.removeAll()
    byteCount = 0
    error = nil
  }

  func append(_ stream: StreamData) -> Int32 {
    data.append(.given(stream))
    byteCount += stream.count
    return Int32(data.count - 1)
  }

  /// Takes bytes that are gone when the file is written.
  func append(copying bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let start = copied.count
    copied.raw(bytes)
    data.append(.copied(start..<copied.count))
    byteCount += bytes.count
    return Int32(data.count - 1)
  }

  /// Writes the stream at `place`.
  func write(_ place: Int, to output: HPDF_Stream) -> HPDF_STATUS {
    switch data[place] {
    case .copied(let range):
      copied.withBytes(from: range.lowerBound) { HPDF_Stream_Write(output, $0.baseAddress, UInt32(range.count)) }
    case .given(.bytes(let bytes)):
      bytes.withUnsafeBufferPointer { HPDF_Stream_Write(output, $0.baseAddress, UInt32(clamping: $0.count)) }
    case .given(.file(let path, let length)):
      copy(path, length, to: output)
    }
  }

  private func copy(_ path: String, _ length: Int, to output: HPDF_Stream) -> HPDF_STATUS {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return fail(.file(errno: errno)) }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var total = 0
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return fail(.file(errno: errno)) }
      total += count
      // The dictionary before the data already states the length.
      guard total <= length, count > 0 || total == length else { return fail(.fileChanged) }
      if count == 0 { return HPDF_STATUS(HPDF_OK) }
      let status = HPDF_Stream_Write(output, buffer, UInt32(count))
      if status != HPDF_STATUS(HPDF_OK) { return status }
    }
  }

  private func fail(_ error: HaruError) -> HPDF_STATUS {
    self.error = error
    return HPDF_STATUS(HPDF_FILE_IO_ERROR)
  }
}
