/// Tells the languages of our texts apart by function words: a closed set, for text that is known to be one of them.
///
/// Function words are few and frequent; a word that several languages share counts for each by its share.
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
    "nl": [
      "de", "het", "een", "en", "van", "in", "is", "op", "te", "dat", "die", "voor", "met", "zijn", "niet", "aan",
      "er", "om", "ook", "als", "bij", "door", "tot", "uit", "over", "naar", "of", "maar", "worden", "wordt", "werd",
      "werden", "heeft", "hebben", "deze", "dit", "zonder", "onder", "tussen", "wanneer", "waar", "geen", "meer",
      "dan", "haar", "hun", "ze", "hij", "zij", "u", "uw", "wie", "wat", "hoe", "nog", "alleen", "indien", "tegen",
      "sinds", "na", "omdat", "zodat", "kan", "kunnen", "moet", "mag", "binnen", "welke", "daarvan", "daarop",
      "hiervan", "zich", "was", "waren",
    ],
    "es": [
      "el", "la", "los", "las", "un", "una", "unos", "unas", "de", "del", "al", "y", "o", "que", "en", "por", "para",
      "con", "sin", "sobre", "entre", "se", "su", "sus", "lo", "le", "les", "no", "es", "son", "fue", "fueron", "ha",
      "han", "haber", "ser", "está", "esta", "este", "esto", "estos", "estas", "como", "más", "si", "ya", "también",
      "cuando", "donde", "desde", "hasta", "contra", "según", "ni", "pero", "porque", "cual", "cuales", "quien",
      "qué", "cómo", "solo", "todo", "toda", "todos", "todas", "otro", "otra", "otros", "otras", "ante",
    ],
    "it": [
      "il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "di", "del", "dello", "della", "dei", "degli", "delle",
      "da", "dal", "dalla", "dalle", "dai", "dagli", "in", "nel", "nella", "nelle", "nei", "con", "su", "sul",
      "sulla", "sulle", "per", "tra", "fra", "e", "o", "ed", "che", "non", "è", "sono", "ha", "hanno", "si", "se",
      "come", "più", "anche", "quando", "dove", "cui", "al", "allo", "alla", "ai", "agli", "alle", "essere", "stato",
      "stata", "stati", "state", "questo", "questa", "questi", "queste", "suo", "sua", "suoi", "loro", "ogni", "solo",
      "senza", "dopo", "prima", "contro", "quale", "quali", "chi", "cosa", "né", "ma", "perché", "entro",
    ],
    "pl": [
      "i", "w", "na", "z", "do", "nie", "że", "się", "o", "po", "od", "za", "przez", "dla", "jest", "są", "był",
      "była", "było", "być", "ma", "mają", "oraz", "lub", "albo", "ten", "ta", "to", "te", "tego", "tej", "tym",
      "tych", "który", "która", "które", "których", "którego", "której", "którym", "jako", "jak", "czy", "co", "kto",
      "gdy", "jeżeli", "jeśli", "także", "również", "tylko", "bez", "przed", "nad", "pod", "między", "ich", "jego",
      "jej", "u", "ze", "we", "więc", "ale", "już", "jeszcze", "może", "mogą", "należy", "został", "została",
      "zostało", "tak", "wobec", "według",
    ],
    "pt": [
      "o", "a", "os", "as", "um", "uma", "uns", "umas", "de", "do", "da", "dos", "das", "em", "no", "na", "nos",
      "nas", "por", "pelo", "pela", "pelos", "pelas", "para", "com", "sem", "sobre", "entre", "e", "ou", "que", "se",
      "não", "é", "são", "foi", "foram", "ser", "sua", "seu", "suas", "seus", "ao", "à", "aos", "às", "este", "esta",
      "isto", "estes", "estas", "como", "mais", "já", "também", "quando", "onde", "desde", "até", "contra", "nem",
      "mas", "porque", "qual", "quais", "quem", "só", "todo", "toda", "todos", "todas", "outro", "outra", "outros",
      "outras", "há", "tem", "têm", "ter",
    ],
    "sv": [
      "och", "i", "att", "det", "som", "en", "ett", "på", "är", "av", "för", "med", "den", "till", "har", "de",
      "inte", "om", "vid", "från", "eller", "men", "så", "kan", "ska", "skulle", "var", "hade", "där", "när", "även",
      "utan", "under", "över", "mellan", "efter", "före", "mot", "hos", "genom", "denna", "detta", "dessa", "dem",
      "sin", "sitt", "sina", "sig", "han", "hon", "man", "vad", "vem", "hur", "vilken", "vilket", "vilka", "inom",
      "endast", "enligt", "samt", "blir", "blev", "varit", "ännu",
    ],
    "el": [
      "ο", "η", "το", "οι", "τα", "του", "της", "των", "τον", "την", "τους", "τις", "στο", "στη", "στην", "στον",
      "στους", "στις", "στα", "και", "ή", "να", "θα", "δεν", "μη", "μην", "με", "για", "από", "σε", "προς", "κατά",
      "μετά", "πριν", "χωρίς", "μεταξύ", "που", "ότι", "πως", "ως", "αν", "εάν", "όταν", "όπου", "είναι", "ήταν",
      "έχει", "έχουν", "αυτό", "αυτή", "αυτός", "αυτά", "αυτές", "τι", "ποιος", "ποια", "ένα", "μια", "μία", "ένας",
      "κάθε", "μόνο", "επίσης", "ούτε", "αλλά", "διότι", "επειδή", "όπως", "έως", "μέχρι", "υπό", "επί", "περί",
      "όσο", "ποιο", "ποιες",
    ],
    "fi": [
      "ja", "on", "ei", "se", "että", "joka", "jonka", "jotka", "jossa", "josta", "johon", "olla", "ovat", "oli",
      "ole", "tai", "sekä", "myös", "kun", "jos", "niin", "kuin", "mutta", "vain", "tämä", "tämän", "tätä", "tässä",
      "nämä", "näiden", "sen", "siitä", "siihen", "sitä", "ne", "niiden", "niitä", "hän", "hänen", "ettei", "mikä",
      "mitä", "kuka", "miten", "missä", "milloin", "mukaan", "mukaisesti", "jälkeen", "ennen", "ilman", "kanssa",
      "vastaan", "välillä", "sillä", "koska", "kuitenkin", "voi", "eikä", "eivät", "joiden", "joita", "onko",
      "saakka", "asti", "alkaen", "mukainen", "mukaisen", "nojalla", "perusteella",
    ],
    "da": [
      "og", "i", "at", "det", "som", "en", "et", "på", "er", "af", "for", "med", "den", "til", "har", "de", "ikke",
      "om", "ved", "fra", "eller", "men", "så", "kan", "skal", "skulle", "var", "havde", "hvor", "når", "også",
      "uden", "under", "over", "mellem", "efter", "før", "mod", "hos", "gennem", "denne", "dette", "disse", "dem",
      "sin", "sit", "sine", "sig", "han", "hun", "man", "hvad", "hvem", "hvordan", "hvilken", "hvilket", "hvilke",
      "inden", "kun", "ifølge", "samt", "bliver", "blev", "været", "endnu",
    ],
    "cs": [
      "a", "v", "na", "z", "do", "ne", "že", "se", "o", "po", "od", "za", "pro", "je", "jsou", "byl", "byla", "bylo",
      "byly", "být", "má", "mají", "nebo", "ten", "ta", "to", "ty", "toho", "té", "tom", "těch", "který", "která",
      "které", "kterého", "jako", "jak", "zda", "co", "kdo", "když", "jestliže", "pokud", "také", "rovněž", "pouze",
      "bez", "před", "nad", "pod", "mezi", "jejich", "jeho", "její", "u", "ze", "ve", "k", "ke", "s", "i", "však",
      "ale", "neboť", "již", "ještě", "může", "mohou", "tento", "tato", "toto", "této", "tohoto", "podle", "proti",
      "aby", "není",
    ],
    "hu": [
      "a", "az", "és", "hogy", "nem", "is", "egy", "meg", "van", "volt", "ha", "de", "vagy", "mint", "csak", "már",
      "még", "mely", "amely", "amelyet", "amelyek", "ez", "ezt", "ennek", "ezek", "arra", "azt", "annak", "aki",
      "akit", "szerint", "után", "előtt", "nélkül", "között", "alatt", "által", "illetve", "valamint", "kell",
      "lehet", "sem", "ne", "mert", "ezért", "így", "úgy", "olyan", "minden", "során", "részére", "ellen", "iránt",
      "azonban", "pedig", "mivel", "vonatkozó",
    ],
  ]

  /// In how many languages a word is one of them.
  private static let sharing = words.values.reduce(into: [String: Int]()) { sharing, known in
    for word in known { sharing[word, default: 0] += 1 }
  }

  /// The language of a text; nil where too little speaks for one.
  public static func language(of text: String) -> String? {
    let all = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let scores = words.map { language, known in
      let found = all.filter { known.contains($0) }
      return (language: language, count: found.count, weight: found.reduce(0) { $0 + 1 / Double(sharing[$1] ?? 1) })
    }.sorted { ($0.weight, $1.language) > ($1.weight, $0.language) }
    guard let first = scores.first, first.count >= 2, first.weight > scores[1].weight + 0.2 else { return nil }
    return first.language
  }
}
