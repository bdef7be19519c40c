import Glibc

/// Writes through file descriptors.
public enum DescriptorWriting {
  /// Writes all bytes, however few the system takes at a time.
  ///
  /// - Returns: what the system said; nil if everything was written.
  public static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
    var offset = 0
    while offset < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? ENOSPC : errno }
      offset += count
    }
    return nil
  }
}
