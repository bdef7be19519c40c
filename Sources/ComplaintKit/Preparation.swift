import Casebook
import Checking
import Digests
import Document
import Evidence
import Fonts
import Matter
import Records
import TaggedPDF
import Templates
import Typesetting

/// What all documents of one kind, campaign, country, language and day share: read once, immutable, for any number of workers.
public struct Preparation: Sendable {
  /// The date of the documents.
  public let date: CivilDate
  /// The language of the documents.
  public let language: Language
  /// Which text the documents have: the first digits of a hash of all templates they are made from.
  public let templateVersion: String
  let templates: TemplateLibrary
  let printer: RegisterPrinter
  let exhibitWording: ExhibitWording
  let wording: DocumentWording
  let typesetting: TypesettingResources
  let pdf: PDFResources
  /// The flags that say what may be cited: `cite.c_492_23` for the register's entry `C-492-23`.
  ///
  /// They are the same in all documents: each document's values begin with them.
  let citable: ValueScope
  let fonts: FontLibrary
  /// The logo of an organisation that lodges complaints.
  let logo: Image?

  /// Reads everything.
  ///
  /// - Parameters:
  ///   - brief: names kind, campaign, country, language and date.
  ///   - quoted: languages other than the document's that are quoted and hyphenated.
  ///   - hyphenates: whether words may be divided; false sets everything ragged.
  ///   - logo: the logo of an organisation that lodges complaints.
  ///   - world: where everything comes from.
  public init(
    for brief: Brief, quoted: Set<LanguageTag> = [], hyphenates: Bool = true, logo: Image? = nil, world: any World
  ) throws(PreparationError) {
    self.logo = logo
    date = brief.date
    language = brief.language
    let files = DataFiles(world: world)
    let casebook = Casebook(world: world)
    let tag = LanguageTag(rawValue: brief.language.tag)
    let phrases = Phrases(language: brief.language)

    var read: [UInt8] = []
    templates = try Self.templates(
      campaign: brief.campaign, country: brief.country, kind: brief.kind.id, tag: tag,
      wording: phrases.structure, files: files
    ) { file, text in
      for part in [file, text] { read += part.utf8 + [0] }
    }
    templateVersion = SHA256Digest(of: read).short
    let register = try Self.register(templates.citations, casebook)
    printer = RegisterPrinter(register: register, language: brief.language, date: brief.date)
    let wrong = templates.citations.sorted().filter { reference in
      guard let citation = Citation(reference) else { return true }
      let fault = register.fault(of: citation, on: brief.date)
      return fault != nil && fault != .later
    }
    guard wrong.isEmpty else {
      let printer = printer
      throw .templates(
        TemplateProblems(
          wrong.map { reference in
            TemplateProblem(
              file: "templates/\(brief.campaign.id)", line: 0, column: 0,
              message: "`\(reference)` \(printer.fault(of: reference) ?? "")",
              hint: "correct it, or enter it in locales/provisions or locales/judgments with its source")
          }))
    }
    var citable = ValueScope(expecting: Values.expected)
    for (name, isCitable) in Self.citable(register, in: brief.country.code, on: brief.date) {
      citable.set(name, flag: isCitable)
    }
    self.citable = citable
    exhibitWording = try files.exhibitWording(tag: tag.rawValue)
    wording = try DocumentWording(tag: tag.rawValue, files: files)

    do throws(FontError) { fonts = try FontLibrary(folder: world.fontFolder) } catch {
      throw .fonts(error.problems.map { ($0.message, $0.hint) })
    }
    guard let profile = world.resource(.colourProfile) else { throw .missingResource(.colourProfile) }
    do throws(PDFError) {
      pdf = try PDFResources(library: fonts, language: tag, outputProfile: profile)
    } catch {
      throw .pdf(error)
    }
    let hyphenators =
      hyphenates ? try HyphenationFiles.dictionaries(for: quoted.union([tag]), world: world) : [:]
    typesetting = TypesettingResources(
      fonts: fonts, hyphenators: hyphenators, encoder: pdf.encoder, hyphenates: hyphenates)
  }

  static func templates(
    campaign: Campaign, country: Country, kind: String, tag: LanguageTag, wording: StructureWording, files: DataFiles,
    read: (_ file: String, _ text: String) -> Void = { _, _ in }
  ) throws(PreparationError) -> TemplateLibrary {
    let main = "templates/\(country.templateFolder(of: campaign.id))/\(kind).{lang}.md"
    guard let (file, text) = files.localized([main], tag: tag.rawValue) else {
      throw .missingData(main.replacing("{lang}", with: tag.rawValue))
    }
    let variables = "templates/variables.yaml"
    guard let declarations = files.text(variables) else { throw .missingData(variables) }
    let schema: VariableSchema
    do throws(RecordProblems) {
      schema = try VariableSchema(file: variables, text: declarations, campaign: campaign)
    } catch {
      throw .records(error)
    }
    read(variables, declarations)
    read(file, text)
    do throws(TemplateProblems) {
      return try TemplateLibrary(file: file, text: text, schema: schema, language: tag, wording: wording) { name in
        let part = partial(name, campaign: campaign.id, country: country.code, tag: tag, files: files)
        if let part { read(part.file, part.text) }
        return part
      }
    } catch {
      throw .templates(error)
    }
  }

  /// A partial of a campaign or of all; `national.NAME` is what a country's law adds at that place, mostly nothing.
  private static func partial(
    _ name: String, campaign: String, country: String, tag: LanguageTag, files: DataFiles
  ) -> (file: String, text: String)? {
    let national = "national."
    guard name.hasPrefix(national) else {
      return files.localized(
        ["templates/\(campaign)/\(name).{lang}.md", "templates/shared/\(name).{lang}.md"], tag: tag.rawValue)
    }
    let hook = name.dropFirst(national.count)
    let folders = ["templates/\(campaign)/national", "templates/national"]
    let patterns = folders.map { "\($0)/\(country)/\(hook).{lang}.md" } + folders.map { "\($0)/\(hook).{lang}.md" }
    return files.localized(patterns, tag: tag.rawValue) ?? ("templates/national/\(hook)", "")
  }

  /// The flags of all entries that have a first day, and whether each may be cited in a country.
  static func citable(
    _ register: Register, in country: String, on date: CivilDate
  ) -> [(name: String, isCitable: Bool)] {
    let provisions = register.openedActs.flatMap { act in
      act.provisions.values.compactMap { provision in
        provision.appliesFrom.map { ("\(act.id)/\(provision.number)", $0 <= date && !act.notIn.contains(country)) }
      }
    }
    return (register.openedJudgments.map { ($0.id, $0.publicSince <= date) } + provisions).flatMap { entry, isCitable in
      citationNames(of: entry).map { ($0, isCitable) }
    }
  }

  /// The flags of an entry of the registers; a name may leave the entry's end away.
  private static func citationNames(of entry: String) -> [String] {
    // A name begins with a letter; the numbers of regulations do not.
    let written = entry.first?.isNumber == true ? "regulation \(entry)" : entry
    let words = written.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.indices.map { "cite." + words[...$0].joined(separator: "_") }
  }

  static func register(
    _ references: Set<String>, _ casebook: Casebook
  ) throws(PreparationError) -> Register {
    do throws(CasebookError) {
      return try casebook.register(for: references.sorted().compactMap { Citation($0) })
    } catch {
      throw .casebook(error)
    }
  }

  /// The name of a State in the language of the documents; its code where there is none.
  public func countryName(_ code: String) -> String { wording.states[code] ?? code }
}
