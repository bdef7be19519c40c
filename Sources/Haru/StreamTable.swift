import CHaru
import Storage

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
    case .given(.stored(let bytes)): copy(bytes, to: output)
    }
  }

  private func copy(_ bytes: StoredBytes, to output: HPDF_Stream) -> HPDF_STATUS {
    var status = HPDF_STATUS(HPDF_OK)
    do throws(StorageError) {
      try bytes.read { chunk in
        status = HPDF_Stream_Write(
          output, chunk.baseAddress?.assumingMemoryBound(to: HPDF_BYTE.self), UInt32(clamping: chunk.count))
        return status == HPDF_STATUS(HPDF_OK)
      }
    } catch {
      switch error {
      case .changed: return fail(.fileChanged)
      case .file(let code): return fail(.file(errno: code))
      }
    }
    return status
  }

  private func fail(_ error: HaruError) -> HPDF_STATUS {
    self.error = error
    return HPDF_STATUS(HPDF_FILE_IO_ERROR)
  }
}
