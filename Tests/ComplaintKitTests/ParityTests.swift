import Casebook
import Checking
import Document
import Evidence
import Matter
import TestSupport
import Testing

@testable import ComplaintKit
@testable import Templates

/// The languages say the same: section for section, paragraph for paragraph.
@Suite struct ParityTests {
  /// Prints a reference as itself, so that languages can be compared.
  private struct Verbatim: CitationPrinter {
    func print(_ reference: String, first: Bool) -> PrintedCitation? {
      PrintedCitation(text: "⟦\(reference)⟧", source: reference)
    }
  }

  @Test(arguments: Bench.kinds + Bench.forms)
  func everyMatterHasTheSameSkeletonInAllLanguages(kind: String) throws {
    let press = Press()
    var compared = 0
    for country in Bench.countryCodes {
      let languages = try Bench.written(in: country)
      let isHome = languages.contains { Bench.home(of: $0) == country && !["en", "fr"].contains($0) }
      let variants = isHome ? Variants.outcomes + Variants.additions : few
      for item in [Case(country, [])] + (variants + Variants.organisations).map({ Case(country, [$0]) }) {
        guard try Bench.review(item.matter, as: kind, country: country).brief != nil else { continue }
        let skeletons = try languages.map { try skeleton(item.matter, kind, country, $0, press) }
        for (language, other) in zip(languages, skeletons).dropFirst() {
          let difference = other.difference(from: skeletons[0]).map(describe).sorted()
          #expect(difference == [], "\(kind), \(item): \(language) is not \(languages[0])")
        }
        compared += 1
      }
    }
    // A mandate is written only where there is an organisation.
    #expect(compared > (Bench.forms.contains(kind) ? 20 : 100))
  }

  private var few: [Variant] {
    Variants.outcomes.filter { $0.name.count < 12 } + Variants.additions.filter { $0.name.contains("account") }
  }

  private func describe(_ change: CollectionDifference<String>.Change) -> String {
    switch change {
    case .remove(let offset, let line, _): "\(offset) - \(line)"
    case .insert(let offset, let line, _): "\(offset) + \(line)"
    }
  }

  private func skeleton(
    _ matter: Matter, _ kind: String, _ country: String, _ language: String, _ press: Press
  ) throws -> [String] {
    let brief = try Bench.brief(matter, as: kind, country: country, language: language)
    let preparation = try Bench.preparation(brief)
    let values = Corpus.values(brief, try press.exhibits(brief), preparation)
    let rendering = try preparation.templates.render(values.scope)
    let tree = try preparation.templates.parse(rendering, printer: Verbatim())
    var skeleton = Skeleton(values: rendering.values, references: tree.references)
    if let caption = tree.caption { skeleton.add(.table(caption), "caption") }
    skeleton.add(.paragraph(Paragraph(tree.title)), "title")
    if let subtitle = tree.subtitle { skeleton.add(.paragraph(Paragraph(subtitle)), "subtitle") }
    skeleton.add(tree.opening, "opening")
    for section in tree.sections {
      skeleton.lines.append("section \(section.heading.identifier)")
      skeleton.add(section.nodes, section.heading.identifier)
      for part in section.parts {
        skeleton.lines.append("subsection \(part.heading.identifier)")
        skeleton.add(part.nodes, part.heading.identifier)
      }
    }
    return skeleton.lines
  }

  /// The same names are used in each part, opened the same ways.
  @Test func templatesUseTheSameNamesInEveryLanguage() throws {
    let own = try Bench.countryCodes.flatMap { country in
      try NationalTemplateTests.folders(of: country).map { ($0, try Bench.written(in: country)) }
    }.filter { !Bench.world.names(in: $0.0).isEmpty }
    #expect(own.count > 3)
    let common = ["templates/meta-ai", "templates/shared", "templates/national"].map { ($0, Bench.languages) }
    for (folder, languages) in common + own {
      let names = Bench.world.names(in: folder).filter { $0.hasSuffix(".en.md") }.map { $0.dropLast(".en.md".count) }
      #expect(!names.isEmpty)
      for name in names {
        let tags = try languages.map { language in
          let file = "\(folder)/\(name).\(language).md"
          let text = String(decoding: try #require(Bench.world.data(file), "\(file)"), as: UTF8.self)
          let tags = TagScanner(TemplateSource(file: file, text: text)).tags
          return Set(tags.filter { $0.kind != .comment }.map(\.name))
        }
        for (language, other) in zip(languages, tags).dropFirst() {
          #expect(other.symmetricDifference(tags[0]).sorted() == [], "\(name).\(language)")
        }
      }
    }
  }
}

/// What a country's law adds stands in files of its own, named after the place in the templates.
@Suite struct NationalTemplateTests {
  private static let campaigns = ((try? Bench.casebook.campaigns()) ?? []).map { "templates/\($0)" }
  private static let roots = ["templates/national"] + campaigns.map { "\($0)/national" }
  private static let folders = roots + Bench.countryCodes.flatMap { folders(of: $0) }

  /// Where the words stand that a country's law adds: to every campaign, and to one.
  static func folders(of country: String) -> [String] { roots.map { "\($0)/\(country)" } }

  @Test func everyPlaceIsFilledAndEveryFileHasItsPlace() throws {
    var places: Set<String> = []
    for folder in Self.campaigns + ["templates/shared"] + Self.folders {
      for name in Bench.world.names(in: folder) where name.hasSuffix(".md") {
        let text = String(decoding: try #require(Bench.world.data("\(folder)/\(name)")), as: UTF8.self)
        places.formUnion(text.matches(of: /\{\{>\s*national\.(\w+)\s*\}\}/).map { String($0.1) })
      }
    }
    var files: Set<String> = []
    for folder in Self.folders {
      for name in Bench.world.names(in: folder) where name.hasSuffix(".md") {
        files.insert(String(name.prefix { $0 != "." }))
      }
    }
    // Under a law of its own a country has documents of its own, which are no place in others.
    #expect(places == files.subtracting(Bench.kinds + Bench.forms))
    #expect(places.count > 8)
  }

  /// A complaint in a language that lacks a paragraph of the country would lose it.
  @Test(arguments: Bench.countryCodes)
  func everyCountryIsWrittenWholeInWhatItsAuthoritiesTakeAndInEnglish(country: String) throws {
    let written = try Bench.casebook.languagesOfText(in: country)
    for folder in Self.folders(of: country) {
      let files = Set(Bench.world.names(in: folder).filter { $0.hasSuffix(".md") })
      let places = Set(files.map { String($0.prefix { $0 != "." }) })
      #expect(files == Set(places.flatMap { place in written.map { "\(place).\($0).md" } }), "\(folder)")
    }
    let taken = try Bench.casebook.country(country).authorities.flatMap { id in
      try Bench.casebook.authority(id).languages.value.map { String($0.prefix { $0 != "-" }) }
    }
    #expect(Set(taken + ["en"]).intersection(Bench.languages).subtracting(written) == [])
  }

  /// A document that rests on the Regulation would be wrong there.
  @Test(arguments: Bench.countryCodes)
  func aCountryWithALawOfItsOwnHasAllDocumentsOfItsOwn(country: String) throws {
    let hasOwnLaw = try Bench.casebook.country(country).ownLaw != nil
    let files = Set(Bench.world.names(in: "templates/meta-ai/national/\(country)"))
    for language in try Bench.casebook.languagesOfText(in: country) {
      for kind in Bench.kinds + Bench.forms + ["guide"] {
        #expect(files.contains("\(kind).\(language).md") == hasOwnLaw, "\(kind).\(language)")
      }
    }
  }

  /// A place within a sentence must not end the line; one alone on its line is a paragraph.
  @Test func noFileIsEmpty() throws {
    for folder in Self.folders {
      for name in Bench.world.names(in: folder) where name.hasSuffix(".md") {
        let text = String(decoding: try #require(Bench.world.data("\(folder)/\(name)")), as: UTF8.self)
        #expect(text.contains { !$0.isWhitespace }, "\(folder)/\(name)")
        #expect(text.hasSuffix("\n"), "\(folder)/\(name)")
      }
    }
  }
}

/// What a parsed template holds, without its words.
private struct Skeleton {
  let values: [InsertedText]
  let references: [TemplateTree.Reference]
  var lines: [String] = []

  init(values: [InsertedText], references: [TemplateTree.Reference]) {
    self.values = values
    self.references = references
  }

  mutating func add(_ nodes: [TemplateTree.Node], _ place: String) {
    for node in nodes {
      switch node {
      case .fixed(let block), .open(let block): add(block, place)
      case .directive(let name): lines.append("\(place): directive \(name)")
      }
    }
  }

  mutating func add(_ block: Block, _ place: String) {
    switch block {
    case .paragraph(let paragraph):
      let number = paragraph.number.map { " \($0)" } ?? ""
      lines.append("\(place): paragraph\(number) \(contents(paragraph.content))")
    case .list(let list):
      lines.append("\(place): list of \(list.items.count)")
      for item in list.items { for block in item.blocks { add(block, place + " item") } }
    case .table(let table):
      lines.append("\(place): table of \(table.rows.map(\.count))")
      for row in table.rows { for cell in row { for text in cell.paragraphs { add(.paragraph(text), place) } } }
    case .quotation(let quotation):
      lines.append("\(place): quotation")
      for block in quotation.blocks { add(block, place + " quotation") }
    case .figure: lines.append("\(place): figure")
    case .signature: lines.append("\(place): signature")
    }
  }

  private func contents(_ content: [Inline]) -> String {
    var found: [String] = []
    collect(content, into: &found)
    return found.sorted().joined(separator: " ")
  }

  private func collect(_ content: [Inline], into found: inout [String]) {
    for inline in content {
      switch inline {
      case .text(let text):
        found += text.matches(of: /⟦[^⟧]*⟧/).map { String($0.0) }
        for scalar in text.unicodeScalars {
          if Placeholder.values.contains(scalar.value) {
            let value = values[Int(scalar.value - Placeholder.values.lowerBound)]
            // Dates and their like are other words in each language.
            let isNamed = value.string.contains("Meta Platforms") || value.string.contains("Dublin")
            // In some languages the family name stands first.
            let words = value.string.split(separator: " ").sorted().joined(separator: " ")
            found.append(value.origin == .phrase || isNamed ? "phrase" : "“\(words)”")
          } else if Placeholder.references.contains(scalar.value) {
            found.append("\(references[Int(scalar.value - Placeholder.references.lowerBound)])")
          }
        }
      case .emphasis(let inner), .strong(let inner), .foreign(_, let inner): collect(inner, into: &found)
      case .link(let link):
        found.append("→\(link.destination)")
        collect(link.content, into: &found)
      case .footnote(let note): collect(note.content, into: &found)
      case .literal, .lineBreak, .pageNumber: break
      }
    }
  }
}
