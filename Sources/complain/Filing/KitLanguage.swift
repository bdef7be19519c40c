import Casebook
import ComplaintKit
import FilingKit
import LocalWorld

/// The language of what a person reads in a kit, and of what `filed`, `where` and `forget` tell.
enum KitLanguage {
  /// The language asked for, else that of the environment, else the document's.
  ///
  /// A document in a variant of that language decides the variant: German in Austria is Austrian German.
  static func tag(_ options: DataOptions, document: String, world: LocalWorld) -> String {
    let asked = options.interfaceLanguage?.rawValue ?? InterfaceLanguage.said(by: Terminal.environment)?.rawValue
    guard let asked, asked != document.prefix(while: { $0 != "-" }) else {
      return KitWording.isAvailable(document, world: world) ? document : InterfaceLanguage.english.rawValue
    }
    return asked
  }
}
