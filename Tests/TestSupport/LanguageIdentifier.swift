/// Tells German, English and French apart by function words: a closed set, for text that is known to be one of them.
///
/// Function words are few, frequent and hardly shared; where a word belongs to two of the languages it counts for both.
public enum LanguageIdentifier {
  /// The words by language.
  static let words: [String: Set<String>] = [
    "de": [
      "der", "die", "das", "des", "dem", "den", "ein", "eine", "einer", "eines", "einem", "einen", "und", "oder",
      "nicht",
      "ist", "sind", "war", "wird", "werden", "wurde", "wurden", "hat", "haben", "auf", "aus", "bei", "bis", "durch",
      "für", "gegen", "im", "in", "mit", "nach", "ohne", "seit", "sich", "sie", "über", "um", "unter", "vom", "von",
      "vor", "zu", "zum", "zur", "zwischen", "als", "auch", "dass", "daß", "es", "ob", "soweit", "sowie", "nur", "kein",
      "keine", "keinen", "keiner", "an", "am", "dies", "diese", "dieser", "dieses", "er", "ihr", "ihre", "ihrer",
      "welche", "welchen", "wann", "wer", "wie", "so", "hier", "kann", "darf", "soll", "wenn", "noch", "dort", "dazu",
    ],
    "en": [
      "the", "of", "and", "or", "not", "is", "are", "was", "were", "be", "been", "has", "have", "had", "by", "for",
      "from",
      "in", "into", "it", "its", "on", "to", "that", "this", "these", "those", "which", "who", "with", "without", "as",
      "at", "an", "a", "any", "all", "if", "no", "only", "also", "should", "may", "can", "could", "would", "there",
      "their", "they", "under", "up", "whether", "when", "what", "how", "so", "such", "than", "then", "here", "about",
      "between", "before", "after", "other", "out", "does", "did",
    ],
    "fr": [
      "le", "la", "les", "un", "une", "des", "du", "de", "au", "aux", "et", "ou", "ne", "pas", "est", "sont", "a",
      "ont",
      "été", "être", "par", "pour", "dans", "sur", "avec", "sans", "sous", "en", "que", "qui", "qu", "dont", "où", "ce",
      "cet", "cette", "ces", "se", "sa", "son", "ses", "leur", "leurs", "il", "elle", "ils", "elles", "l", "d", "n",
      "s",
      "c", "j", "plus", "aussi", "même", "si", "ainsi", "comme", "jusqu", "depuis", "avant", "après", "entre", "à", "y",
      "aucun", "aucune", "tout", "toute", "toutes", "tous", "lorsque", "quelles", "quels", "quelle", "quel", "soit",
    ],
  ]

  /// How many words of each language a text has, and how many words in all.
  static func counts(_ text: String) -> (languages: [String: Int], words: Int) {
    let all = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return (words.mapValues { known in all.filter { known.contains($0) }.count }, all.count)
  }

  /// The language of a text; nil where too little speaks for one.
  public static func language(of text: String) -> String? {
    let counts = counts(text).languages.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let first = counts.first, first.value >= 2, first.value > counts[1].value else { return nil }
    return first.key
  }
}
