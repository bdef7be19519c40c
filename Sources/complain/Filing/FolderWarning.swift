import LocalWorld
import Messages

/// One line about a folder that is copied elsewhere or that others can open; never a failure.
enum FolderWarning {
  /// Warns about a folder that was just written, or in which something was.
  static func print(about folder: String, in interface: Interface) {
    var service: FolderPrivacy.Service?
    var isReadable = false
    for concern in FolderPrivacy.concerns(about: folder) {
      switch concern {
      case .synchronised(let name): service = name
      case .readableByOthers: isReadable = true
      }
    }
    switch (service, isReadable) {
    case (nil, false): return
    case (nil, true): Terminal.warn(interface.text(.folderReadable), in: interface)
    case (let service?, let isReadable):
      let line: FilingLine = isReadable ? .folderSynchronisedAndReadable : .folderSynchronised
      Terminal.warn(interface.text(line, .term(service.rawValue)), in: interface)
    }
  }
}

extension Terminal {
  /// A warning to standard error, its severity as a word.
  static func warn(_ text: String, in interface: Interface) {
    writeError(label(interface.label(.warning), colour: 33) + " " + text)
  }
}
