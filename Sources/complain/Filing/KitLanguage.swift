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
    guard let law = region(ofOwnLaw: document, world: world) else { return asked }
    // The words of a language are about the GDPR; under a law of its own a State has words of its own, or none.
    let own = "\(asked)-\(law)"
    return world.data("locales/kit/\(own).yaml") == nil ? document : own
  }

  /// The State a language is spoken in, if it has a law of its own.
  private static func region(ofOwnLaw document: String, world: LocalWorld) -> String? {
    let parts = document.split(separator: "-").map(String.init)
    guard parts.count == 2, let country = try? Casebook(world: world).country(parts[1]) else { return nil }
    return country.ownLaw == nil ? nil : country.code
  }
}
