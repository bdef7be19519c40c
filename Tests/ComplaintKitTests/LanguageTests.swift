import Casebook
import Checking
import Document
import Evidence
import Foundation
import Matter
import Templates
import TestSupport
import Testing

@testable import ComplaintKit

/// What the project says is in the language of the document and typeset as that language is.
@Suite struct LanguageTests {
  @Test(arguments: Bench.countries, Bench.kinds)
  func everyPassageIsInTheDocumentsLanguage(of: (country: String, language: String), kind: String) throws {
    let (country, language) = of
    let primary = String(language.prefix(2))
    var long = 0
    var undecided: [String] = []
    var seen: Set<String> = []
    for entry in try Corpus.of(country, kind).entries {
      for passage in entry.document.passages() where passage.kind != .quoted {
        let own = passage.own
        guard own.filter(\.isLetter).count > 24, seen.insert(own).inserted else { continue }
        let found = LanguageIdentifier.language(of: own)
        if passage.kind != .note { #expect(found == nil || found == primary, "\(entry) \(passage.place): \(own)") }
        // What stands for a value is no word.
        let words = own.split(separator: " ").filter { $0.contains(where: \.isLetter) }
        if words.count >= 8, passage.kind == .text {
          long += 1
          if found != primary { undecided.append(own) }
        }
      }
    }
    #expect(long > (kind == DocumentKind.complaint ? 60 : 8))
    // One in twenty, or one of the few of a letter.
    #expect(
      undecided.count <= max(1, long / 20), "of \(long) passages these cannot be told to be \(primary): \(undecided)")
  }

  @Test(arguments: Bench.countries, Bench.kinds)
  func everyPassageIsTypesetAsItsLanguageIs(of: (country: String, language: String), kind: String) throws {
    let (country, language) = of
    var seen: Set<String> = []
    var faults: Set<String> = []
    for entry in try Corpus.of(country, kind).entries {
      for passage in entry.document.passages() where seen.insert(passage.own).inserted {
        // An exhibit's own characters are as they came.
        if passage.kind == .quoted { continue }
        for fault in Typography.faults(passage.own, language: String(language.prefix(2))) {
          faults.insert("\(passage.place): \(fault)")
        }
      }
      let letterhead = entry.document.letterhead
      for line in (letterhead?.delivery ?? []) + [letterhead?.placeAndDate ?? "", entry.document.metadataTitle] {
        for fault in Typography.faults(line, language: String(language.prefix(2))) { faults.insert("letter: \(fault)") }
      }
    }
    #expect(faults.sorted() == [])
  }

  /// The rules see what they are there for.
  @Test(arguments: [
    ("de", "ein  Wort"), ("de", "Art. 6 DSGVO"), ("de", "§ 19 BDSG"), ("de", "ein „Wort\" hier"),
    ("de", "Das ist so.."),
    ("en", "a word , and"), ("en", "the Controller's form"), ("en", "„quoted“ words"), ("en", "()"),
    ("fr", "ceci: cela"), ("fr", "article 6 du RGPD"), ("fr", "« mot »"), ("fr", "n° 3"), ("fr", "l'objet"),
    ("fr", "quoi ?"), ("de", " Anfang"), ("en", "(see annex 2"),
  ])
  func rulesSeeFaults(language: String, text: String) {
    #expect(!Typography.faults(text, language: language).isEmpty)
  }

  @Test(arguments: [
    ("de", "Nach Art.\u{A0}6 Abs.\u{A0}1 DSGVO „gilt“ das; das §-Zeichen nicht."),
    ("en", "The Controller’s “form”: see (a)."),
    ("fr", "L’article\u{A0}6 dit\u{A0}: «\u{A0}oui\u{A0}»\u{202F}; n°\u{A0}3."),
  ])
  func rulesLetGoodTextPass(language: String, text: String) {
    #expect(Typography.faults(text, language: language) == [])
  }
}

/// The rules of typing that a reader notices when they are broken.
enum Typography {
  private static let common: [(pattern: String, name: String)] = [
    ("  ", "two spaces"), ("\\.\\.", "two full stops"), (" ,", "space before comma"),
    (" \\.", "space before full stop"),
    (",,", "two commas"), (";\\.", "semicolon and full stop"), ("[,;:]\\)", "stop before bracket"),
    ("\\( ", "space in bracket"),
    (" \\)", "space in bracket"), ("\\(\\)", "empty brackets"), ("[\"']", "straight quotation mark"),
    ("^[ \u{A0}]|[ \u{A0}]$", "space at the edge"),
    (
      "(?<! a|e\\.a|Inc|m\\.fl|o\\.fl|u\\.c|κ\\.λπ| ym|i dr|i in|e o| a i|ir kt|\u{A0}d|\u{A0}p|\u{A0}m|\u{A0}str)\\.,",
      "full stop and comma"
    ),
    (":\\.", "colon and full stop"),
    ("§ |§§ ", "space after §"), ("\\{|\\}", "brace"), ("--|\\.\\.\\.", "typewriter dash or dots"),
    (",\\.", "comma and full stop"),
  ]
  private static let own: [String: [(pattern: String, name: String)]] = [
    "de": [
      (" [;:!?]", "space before stop"),
      ("Art\\. |Abs\\. \\d|Rn\\. |Nr\\. \\d|lit\\. |Anlage \\d|Beilage \\d", "breaking citation"),
      ("[“”][^„‚]*„$|[«»]", "foreign quotation mark"), ("”", "foreign quotation mark"),
      (
        "\\d{1,2}\\. (Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)",
        "breaking date"
      ),
    ],
    "en": [
      (" [;:!?]", "space before stop"), ("Art\\. |Article \\d|paras? \\d|Annex \\d|s\\. \\d", "breaking citation"),
      ("[«»„]", "foreign quotation mark"),
    ],
    "fr": [
      ("[^\u{A0}\u{202F}][:;!?](?!//)", "no space before stop"),
      ("articles? \\d|n° |points? \\d|paragraphes? \\d|Pièce \\d|section \\d", "breaking citation"),
      ("«[^\u{A0}\u{202F}]|[^\u{A0}\u{202F}]»", "guillemet without space"), ("[„]", "foreign quotation mark"),
    ],
    "nl": [
      (" [;:!?]", "space before stop"), ("artikel \\d|overweging \\d|punt \\d|bijlage \\d", "breaking citation"),
      ("[«»„]", "foreign quotation mark"),
    ],
    "es": [
      (" [;:!?]", "space before stop"), ("artículos? \\d|apartado \\d|considerando \\d|anexo \\d", "breaking citation"),
      ("[„]", "foreign quotation mark"),
    ],
    "it": [
      (" [;:!?]", "space before stop"), ("articol[oi] \\d|art\\. \\d|punt[oi] \\d|allegato \\d", "breaking citation"),
      ("[„]", "foreign quotation mark"), ("e’ |perche’|E’ ", "apostrophe for an accent"),
    ],
    "pl": [
      (" [;:!?]", "space before stop"), ("art\\. \\d|ust\\. \\d|pkt \\d|lit\\. [a-z]|nr \\d", "breaking citation"),
      ("“", "foreign quotation mark"),
    ],
    "pt": [
      (" [;:!?]", "space before stop"), ("artigos? \\d|n\\.º \\d|considerando \\d|anexo \\d", "breaking citation"),
      ("[„]", "foreign quotation mark"),
    ],
    "sv": [
      (" [;:!?]", "space before stop"), ("artikel \\d|punkt(en)? \\d|skäl \\d|[Bb]ilaga \\d", "breaking citation"),
      ("[«»„“]", "foreign quotation mark"),
    ],
    "el": [
      (" [;:!·]", "space before stop"), ("άρθρ(ο|ου|α|ων) \\d|παράγραφο[ςυ] \\d|σκέψη \\d", "breaking citation"),
      ("[„?]", "foreign mark"),
    ],
    "fi": [
      (" [;:!?]", "space before stop"), ("[Ll]iite \\d|artikla[n]? \\d|kohda[tn] \\d", "breaking citation"),
      ("[«»„“]", "foreign quotation mark"),
    ],
    "da": [
      (" [;:!?]", "space before stop"), ("artikel \\d|stk\\. \\d|nr\\. \\d|[Bb]ilag \\d", "breaking citation"),
    ],
    "cs": [
      (" [;:!?]", "space before stop"), ("čl\\. \\d|odst\\. \\d|písm\\. [a-z]|č\\. \\d|§ \\d", "breaking citation"),
      ("[«»”]", "foreign quotation mark"),
    ],
    "ro": [
      (" [;:!?]", "space before stop"), ("articolul \\d|alineatul \\(|litera [a-z]\\)|anexa \\d", "breaking citation"),
      ("[“şţŞŢ]", "foreign mark or cedilla"),
    ],
    "sk": [
      (" [;:!?]", "space before stop"), ("čl\\. \\d|ods\\. \\d|písm\\. [a-z]|č\\. \\d", "breaking citation"),
      ("[«»”]", "foreign quotation mark"),
    ],
    "hr": [
      (" [;:!?]", "space before stop"), ("čl\\. \\d|st\\. \\d|t\\. \\(|br\\. \\d", "breaking citation"),
      ("[«»]", "foreign quotation mark"),
    ],
    "bg": [
      (" [;:!?]", "space before stop"),
      ("чл\\. \\d|пар\\. \\d|ал\\. \\d|буква [а-я]\\)|т\\. \\d|№ \\d|Прил\\. \\d", "breaking citation"),
      (
        "\\d{1,2} (януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември)",
        "breaking date"
      ), ("[«»”]", "foreign quotation mark"),
    ],
    "et": [
      (" [;:!?]", "space before stop"),
      ("\\bart(-d)? \\d|\\blg(-d)? \\d|\\bp(-d)? \\d|\\bp [a-z]\\b|\\bnr \\d|[Ll]isa \\d", "breaking citation"),
      (
        "\\d{1,2}\\. (jaanuar|veebruar|märts|aprill|mai|juuni|juuli|august|septemb|oktoob|novemb|detsemb)",
        "breaking date"
      ), ("[«»”]", "foreign quotation mark"),
    ],
    "is": [
      (" [;:!?]", "space before stop"),
      ("\\d\\. (gr|mgr|tölul)\\.|nr\\. \\d|\\(ESB\\) \\d", "breaking citation"),
      (
        "\\d\\. (janúar|febrúar|mars|apríl|maí|júní|júlí|ágúst|september|október|nóvember|desember)",
        "breaking date"
      ), ("[”«»]", "foreign quotation mark"),
    ],
    "lt": [
      (" [;:!?]", "space before stop"),
      (
        "\\d (str|d|p|pp)\\.|\\d{4} m\\.|Nr\\. \\d|\\d (punkt|pried|skyri|išnaš|puslap)|\\d val\\.",
        "breaking citation"
      ),
      (
        "(sausio|vasario|kovo|balandžio|gegužės|birželio|liepos|rugpjūčio|rugsėjo|spalio|lapkričio|gruodžio) \\d{1,2}",
        "breaking date"
      ), ("[«»”]", "foreign quotation mark"),
    ],
    "lv": [
      (" [;:!?]", "space before stop"),
      ("\\d+\\. (pant|punkt|pielikum|nodaļ|rindkop|apsvērum)|Nr\\. \\d|plkst\\. \\d", "breaking citation"),
      (
        "\\d+\\. (janvār|februār|mart|aprīl|maij|jūnij|jūlij|august|septembr|oktobr|novembr|decembr)",
        "breaking date"
      ), ("[„«»]", "foreign quotation mark"),
    ],
    "ga": [
      (" [;:!?]", "space before stop"),
      ("(Airteagal|Airteagail|alt|ailt|mír|roinn|aithris) \\d|Uimh\\. \\d", "breaking citation"),
      (
        "\\d (Eanáir|Feabhra|Márta|Aibreán|Bealtaine|Meitheamh|Iúil|Lúnasa|Meán|Deireadh|Samhain|Nollaig)",
        "breaking date"
      ), ("[„«»]", "foreign quotation mark"),
    ],
    "mt": [
      (" [;:!?]", "space before stop"),
      ("(Artikolu|Artikoli|[Pp]unti?|taqsima|paragrafu|premessa|Anness|Nru) \\d", "breaking citation"),
      (
        "\\d ta’ (Jannar|Frar|Marzu|April|Mejju|Ġunju|Lulju|Awwissu|Settembru|Ottubru|Novembru|Diċembru)",
        "breaking date"
      ), ("[„«»]", "foreign quotation mark"),
    ],
    "nb": [
      (" [;:!?]", "space before stop"),
      ("artikkel \\d|nr\\. \\d|bokstav [a-z]\\b|avsnitt \\d|punkt \\d|[Vv]edlegg \\d", "breaking citation"),
      ("[“”„]", "foreign quotation mark"),
    ],
    "nn": [
      (" [;:!?]", "space before stop"),
      ("artikkel \\d|nr\\. \\d|bokstav [a-z]\\b|avsnitt \\d|punkt \\d|[Vv]edlegg \\d", "breaking citation"),
      ("[“”„]", "foreign quotation mark"),
    ],
    "sl": [
      (" [;:!?]", "space before stop"),
      ("čl\\. \\d|tč\\. \\d|pogl\\. \\d|št\\. \\d|točk[ae] \\d", "breaking citation"),
      (
        "\\d{1,2}\\. (januar|februar|mar[ec]|april|maj|junij|julij|avgust|septemb|oktob|novemb|decemb)",
        "breaking date"
      ), ("[«»”]", "foreign quotation mark"),
    ],
    "hu": [
      (" [;:!?]", "space before stop"), ("[«»“]", "foreign quotation mark"),
    ],
  ]

  static func faults(_ text: String, language: String) -> [String] {
    let rules = common + (own[language] ?? [])
    // An identifier of a judgment is no running text.
    let text = text.replacing(/ECLI:[A-Z0-9:.]*[A-Z0-9]/, with: "ECLI")
    var found: [String] = []
    for rule in rules {
      if let range = text.range(of: rule.pattern, options: .regularExpression) {
        let start = text.index(range.lowerBound, offsetBy: -20, limitedBy: text.startIndex) ?? text.startIndex
        let end = text.index(range.upperBound, offsetBy: 20, limitedBy: text.endIndex) ?? text.endIndex
        found.append("\(rule.name): “\(text[start..<end])”")
      }
    }
    if text.filter({ $0 == "(" }).count > text.filter({ $0 == ")" }).count {
      found.append("open bracket: “\(text.suffix(40))”")
    }
    return found
  }
}
