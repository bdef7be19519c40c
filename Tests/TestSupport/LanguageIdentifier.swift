import Foundation

/// Tells the languages of our texts apart by the letters that follow each other in them.
///
/// What each language looks like is learnt from the templates, the interview and the kit in it: a sentence that was left
/// in another language looks like the many of that one. Sequences of four bytes are counted; which language makes those
/// of a text likeliest is its language (W. B. Cavnar and J. M. Trenkle, “N-Gram-Based Text Categorization”, 1994, with
/// likelihoods in place of ranks).
public enum LanguageIdentifier {
  /// How likely each sequence is in a language, as a logarithm.
  private static let models: [String: [Float]] = Repository.languages.reduce(into: [:]) { models, language in
    models[language] = model(of: language)
  }

  /// How much likelier a sequence must be on average, as a logarithm, for one language to be it.
  private static let margin: Float = 0.25
  /// How much likelier the whole text must be: of a few words, one name can make the average.
  private static let wholeMargin: Float = 16
  /// The fewest sequences that say anything.
  private static let fewest = 24

  /// The language of a text; nil where too little speaks for one.
  public static func language(of text: String) -> String? {
    let sequences = sequences(of: text)
    guard sequences.count >= fewest else { return nil }
    let scores = models.map { language, model in
      (language: language, score: sequences.reduce(Float(0)) { $0 + model[$1] } / Float(sequences.count))
    }.sorted { ($0.score, $1.language) > ($1.score, $0.language) }
    let needed = max(margin, wholeMargin / Float(sequences.count))
    guard let first = scores.first, scores.count > 1, first.score > scores[1].score + needed else { return nil }
    return first.language
  }

  private static func model(of language: String) -> [Float] {
    var counts = [Float](repeating: 0.3, count: 65536)
    for file in files(of: language) {
      guard var text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      // Keys and remarks of data files are English in every language.
      if file.pathExtension == "yaml" { text = text.replacing(#/(?m)^\s*[\w.]+:|#.*$/#, with: " ") }
      for sequence in sequences(of: text) { counts[sequence] += 1 }
    }
    let sum = counts.reduce(0, +)
    return counts.map { log($0 / sum) }
  }

  private static func files(of language: String) -> [URL] {
    let templates = Repository.root.appendingPathComponent("templates")
    let all = FileManager.default.enumerator(at: templates, includingPropertiesForKeys: nil)?.allObjects ?? []
    return all.compactMap { $0 as? URL }.filter { $0.lastPathComponent.hasSuffix(".\(language).md") }
      + ["interview", "kit"].map { Repository.root.appendingPathComponent("locales/\($0)/\(language).yaml") }
  }

  /// The sequences of a text's words, each as a number below 65,536; what stands for values, names of fields and
  /// products, and what tests make up (`Zq…`) is no word.
  private static func sequences(of text: String) -> [Int] {
    let plain = text.replacing(
      #/\{[^}]*\}\}?|\]\([^)]*\)|https?:\S+|\b[a-z]+[._][\w.]+|\b[a-z]+: \w*|\b\w*[a-z][A-Z]\w*|\bZq\w*/#, with: " ")
    let words = plain.lowercased().split { !$0.isLetter }
    let bytes = Array(" \(words.joined(separator: " ")) ".utf8)
    guard bytes.count >= 4 else { return [] }
    return (0...(bytes.count - 4)).map { index in
      var hash: UInt32 = 2_166_136_261
      for byte in bytes[index..<(index + 4)] { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
      return Int((hash >> 16) ^ (hash & 0xFFFF))
    }
  }
}
