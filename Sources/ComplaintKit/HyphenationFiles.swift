import Document
import Hyphenation

/// Which of Debian's dictionaries hyphenates which language; the others are set ragged right.
///
/// Estonian and Lithuanian are among these: their dictionaries are TeX's patterns as they were, and divide wrongly when they are
/// read as libhyphen reads them (“töödelda-kse”, “dokume-ntų”).
///
/// Each is among the packages needed to run: words quoted in one of these languages need its dictionary too.
enum HyphenationFiles {
  private static let names: [String: String] = [
    "bg": "hyph_bg_BG.dic", "cs": "hyph_cs_CZ.dic", "da": "hyph_da_DK.dic", "de": "hyph_de_DE.dic",
    "el": "hyph_el_GR.dic", "en": "hyph_en_GB.dic", "es": "hyph_es_ES.dic", "fr": "hyph_fr.dic",
    "hr": "hyph_hr_HR.dic", "hu": "hyph_hu_HU.dic", "is": "hyph_is_IS.dic", "it": "hyph_it_IT.dic",
    "lv": "hyph_lv_LV.dic", "nb": "hyph_nb_NO.dic", "nl": "hyph_nl_NL.dic", "nn": "hyph_nn_NO.dic",
    "pl": "hyph_pl_PL.dic", "pt": "hyph_pt_PT.dic", "ro": "hyph_ro_RO.dic", "sk": "hyph_sk_SK.dic",
    "sl": "hyph_sl_SI.dic", "sv": "hyph_sv_SE.dic",
  ]

  /// Every dictionary that may be read.
  static var all: [SystemResource] { names.values.sorted().map { .hyphenation($0) } }

  /// Reads the dictionaries of some languages; one that nobody has is not in the answer, one that is missing an error.
  static func dictionaries(
    for tags: Set<LanguageTag>, world: any World
  ) throws(PreparationError) -> [LanguageTag: HyphenationDictionary] {
    var found: [LanguageTag: HyphenationDictionary] = [:]
    for language in Set(tags.map(\.primary)).sorted() {
      guard let name = names[language] else { continue }
      let resource = SystemResource.hyphenation(name)
      guard let bytes = world.resource(resource) else { throw .missingResource(resource) }
      do throws(HyphenationError) {
        found[LanguageTag(rawValue: language)] = try HyphenationDictionary(bytes: bytes)
      } catch {
        throw .unusableResource(resource, "\(error)")
      }
    }
    return found
  }
}
