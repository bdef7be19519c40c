import Casebook
import Foundation

/// The casebook of this repository, as the tests read it.
enum Data {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let casebook = Casebook(
    read: { path in
      let file = root.appending(path: path)
      return FileManager.default.fileExists(atPath: file.path)
        ? try String(contentsOf: file, encoding: .utf8) : nil
    },
    list: { path in
      (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: path).path)) ?? []
    })

  /// A casebook of files given as text.
  static func casebook(_ files: [String: String]) -> Casebook {
    Casebook(
      read: { files[$0] },
      list: { folder in
        Set(
          files.keys.filter { $0.hasPrefix(folder + "/") }.compactMap { path in
            path.dropFirst(folder.count + 1).split(separator: "/").first.map(String.init)
          }
        ).sorted()
      })
  }
}
