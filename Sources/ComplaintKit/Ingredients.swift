import Digests
import Fonts

/// Everything documents are made of beside the matter: what must be the same on two machines, or on two days, for the same
/// bytes to come out.
public enum Ingredients {
  /// A hash of all templates, locales, fonts and dictionaries, and of the version of the program.
  ///
  /// - Parameters:
  ///   - font: reads a font file by its path; `nil` if it is not there.
  public static func fingerprint(version: String, world: any World, font: (String) -> [UInt8]?) -> SHA256Digest {
    var names: [UInt8] = []
    func add(_ name: String, _ content: [UInt8]?) {
      // An absent file differs from an empty one.
      let digest = content.map { SHA256Digest(of: $0).bytes } ?? []
      names += name.utf8 + [0] + digest
    }
    add(version, nil)
    func addAll(in folder: String) {
      for name in world.names(in: folder) {
        let path = "\(folder)/\(name)"
        // Most are files: whether one is a folder is asked only of what cannot be read.
        if let content = world.data(path) {
          add(path, content)
        } else if world.names(in: path).isEmpty {
          add(path, nil)
        } else {
          addAll(in: path)
        }
      }
    }
    for folder in ["locales", "templates"] { addAll(in: folder) }
    for entry in FontLibrary.primary + FontLibrary.fallbacks {
      add(entry.path, font("\(world.fontFolder)/\(entry.path)"))
    }
    for dictionary in HyphenationFiles.all { add(dictionary.debianPackage, world.resource(dictionary)) }
    add("profile", world.resource(.colourProfile))
    return SHA256Digest(of: names)
  }
}
