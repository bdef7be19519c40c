import Foundation

/// Tells the languages of our texts apart by their words and by the letters that follow each other in them.
///
/// What each language looks like is learnt from the templates, the interview, the kit and the command line in it: a
/// sentence that was left in another language looks like the many of that one. Sequences of five bytes and whole words are
/// counted; which language makes those of a text likeliest is its language (W. B. Cavnar and J. M. Trenkle, “N-Gram-Based
/// Text Categorization”, 1994, with likelihoods in place of ranks). Words tell Danish from Norwegian, whose letters follow
/// each other alike.
public enum LanguageIdentifier {
  /// How likely each sequence and each word is in a language, as logarithms.
  private struct Model {
    var sequences: [Float]
    var words: [Float]
  }

  private static let models: [String: Model] = Repository.languages.reduce(into: [:]) { models, language in
    models[language] = model(of: language)
  }

  /// How much likelier a text must be in one language than in any other, as a logarithm; more where a few words say it.
  private static func margin(_ sequences: Int) -> Float { sequences < 60 ? 24 : 12 }
  /// What a word counts in sequences.
  private static let weightOfWords: Float = 2
  /// The fewest sequences that say anything.
  private static let fewest = 24
  private static let length = 5
  /// How many numbers sequences and words are given: enough that few share one.
  private static let numbers = 1 << 18

  /// The language of a text; nil where too little speaks for one.
  public static func language(of text: String) -> String? {
    let features = Features(text)
    guard features.sequences.count >= fewest else { return nil }
    let scores = models.map { language, model in
      (
        language: language,
        score: features.sequences.reduce(Float(0)) { $0 + model.sequences[$1] }
          + weightOfWords * features.words.reduce(Float(0)) { $0 + model.words[$1] }
      )
    }.sorted { ($0.score, $1.language) > ($1.score, $0.language) }
    guard let first = scores.first, scores.count > 1, first.score > scores[1].score + margin(features.sequences.count)
    else { return nil }
    return first.language
  }

  private static func model(of language: String) -> Model {
    var sequences = [Float](repeating: 0.3, count: numbers)
    var words = sequences
    for file in files(of: language) {
      guard var text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      // Keys and remarks of data files are English in every language.
      if file.pathExtension == "yaml" { text = text.replacing(#/(?m)^\s*[\w.]+:|#.*$/#, with: " ") }
      let features = Features(text)
      for sequence in features.sequences { sequences[sequence] += 1 }
      for word in features.words { words[word] += 1 }
    }
    return Model(sequences: logarithms(sequences), words: logarithms(words))
  }

  private static func logarithms(_ counts: [Float]) -> [Float] {
    let sum = counts.reduce(0, +)
    return counts.map { log($0 / sum) }
  }

  private static func files(of language: String) -> [URL] {
    let templates = Repository.root.appendingPathComponent("templates")
    let all = FileManager.default.enumerator(at: templates, includingPropertiesForKeys: nil)?.allObjects ?? []
    return all.compactMap { $0 as? URL }.filter { $0.lastPathComponent.hasSuffix(".\(language).md") }
      + ["interview", "kit", "interface"].map {
        Repository.root.appendingPathComponent("locales/\($0)/\(language).yaml")
      }
  }

  /// What is counted of a text, each as a number below `numbers`; what stands for values, names of fields and products, and
  /// what tests make up (`Zq…`) is no word.
  private struct Features {
    var sequences: [Int] = []
    var words: [Int] = []

    init(_ text: String) {
      let plain = text.replacing(
        #/\{[^}]*\}\}?|\]\([^)]*\)|https?:\S+|\b[a-z]+[._][\w.]+|\b[a-z]+: \w*|\b\w*[a-z][A-Z]\w*|\bZq\w*/#, with: " ")
      let all = plain.lowercased().split { !$0.isLetter }
      words = all.map { Self.number($0.utf8) }
      let bytes = Array(" \(all.joined(separator: " ")) ".utf8)
      guard bytes.count >= length else { return }
      sequences = (0...(bytes.count - length)).map { Self.number(bytes[$0..<($0 + length)]) }
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> Int {
      var hash: UInt32 = 2_166_136_261
      for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
      return Int(((hash >> 18) ^ hash) & UInt32(numbers - 1))
    }
  }
}
