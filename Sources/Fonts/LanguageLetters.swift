/// The letters beyond a–z that each language of the European Union and its neighbours writes (CLDR main exemplars).
enum LanguageLetters {
  /// The letters of a language in both cases; empty for an unknown one, whose letters then come by supplements.
  static func letters(of primary: String) -> String {
    guard let small = small[primary] else { return "" }
    return small + capitals(of: small)
  }

  /// The languages that have an entry.
  static var languages: [String] { small.keys.sorted() }

  /// Letters of Western European names: Latin-1.
  static let westernNames = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"

  /// Letters of Central European, Baltic and Turkish names.
  static let centralNames =
    "ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŸŹźŻżŽžȘșȚț"

  private static let small: [String: String] = [
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "cs": "áčďéěíňóřšťúůýž",
    "da": "åæøé",
    "de": "äöüß",
    "el": "αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώ",
    "en": "àéèêëïôö",
    "es": "áéíñóúü",
    "et": "äõöüšž",
    "fi": "åäöšž",
    "fr": "àâæçéèêëîïôœùûüÿ",
    "ga": "áéíóú",
    "hr": "čćđšž",
    "hu": "áéíóöőúüű",
    "is": "áðéíóúýþæö",
    "it": "àèéìòóù",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "mt": "àċèġħìòùż",
    "nb": "åæøàéèêóòôâ",
    "nl": "áäéëíïóöúüèêç",
    "nn": "åæøàéèêóòôâ",
    "no": "åæøàéèêóòôâ",
    "pl": "ąćęłńóśźż",
    "pt": "áàâãçéêíóôõú",
    "ro": "ăâîșț",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšžćđ",
    "sv": "åäöéà",
  ]

  /// Unicode's own capitals, letter by letter; ß keeps its small form.
  private static func capitals(of letters: String) -> String {
    var text = ""
    for scalar in letters.unicodeScalars {
      let capital = scalar.properties.uppercaseMapping
      if capital.unicodeScalars.count == 1 { text += capital }
    }
    return text
  }
}
