import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The two ends of a terminal that is none: a program holds the slave, a test types and reads at the master.
struct PseudoTerminal {
  let master: FileHandle
  let slave: FileHandle

  init() throws {
    var descriptors: (master: Int32, slave: Int32) = (-1, -1)
    guard openpty(&descriptors.master, &descriptors.slave, nil, nil, nil) == 0 else {
      throw SubprocessError(description: "no pseudo-terminal can be had")
    }
    master = FileHandle(fileDescriptor: descriptors.master, closeOnDealloc: true)
    slave = FileHandle(fileDescriptor: descriptors.slave, closeOnDealloc: true)
  }

  /// What is shown until the last program lets go of the terminal.
  func readToEnd(seconds: Double) -> Data {
    var shown = Data()
    let end = Date().addingTimeInterval(seconds)
    var buffer = [UInt8](repeating: 0, count: 4096)
    while Date() < end {
      var state = pollfd(fd: master.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, 100) > 0 else { continue }
      let count = read(master.fileDescriptor, &buffer, buffer.count)
      // At the end Linux reports an error (EIO), not an end of file.
      guard count > 0 else { break }
      shown.append(contentsOf: buffer[..<count])
    }
    return shown
  }
}
