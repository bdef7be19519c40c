import Document

@testable import Templates

/// Prints every citation as itself in brackets; knows nothing under `case:unknown`.
struct EchoPrinter: CitationPrinter {
  func print(_ reference: String, first: Bool) -> PrintedCitation? {
    guard !reference.hasPrefix("case:unknown") else { return nil }
    let source = String(reference.prefix { $0 != "#" })
    let note: [Inline]? = reference.hasPrefix("case:") ? [.text("full \(source)")] : nil
    return PrintedCitation(text: "<\(reference)>", footnote: first ? note : nil, source: source)
  }
}

let wording = StructureWording(
  section: "section {n}", paragraph: "para. {n}", and: " and ", letters: ["(a)", "(b)", "(c)"])

func schema() -> VariableSchema {
  var schema = VariableSchema()
  schema.declare("name", .text)
  schema.declare("objection.on_date", .text)
  schema.declare("words", .text)
  schema.declare("yes", .flag)
  schema.declare("objections", .list(["when": .text]))
  return schema
}

func library(_ text: String, partials: [String: String] = [:]) throws(TemplateProblems) -> TemplateLibrary {
  try TemplateLibrary(
    file: "complaint.en.md", text: text, schema: schema(), language: "en", wording: wording
  ) { name in partials[name].map { ("\(name).en.md", $0) } }
}

func compose(
  _ text: String, _ values: ValueScope = ValueScope(), partials: [String: String] = [:],
  annexes: [String: [AnnexReference]] = [:]
) throws -> ComposedParts {
  let library = try library(text, partials: partials)
  let rendering = try library.render(values)
  let context = DocumentContext(language: "en", annexes: annexes, directives: ["annexes": []])
  return try library.fill(library.parse(rendering, printer: EchoPrinter()), with: rendering, context: context)
}

func problems(_ text: String, partials: [String: String] = [:]) -> [String] {
  do {
    _ = try library(text, partials: partials)
    return []
  } catch {
    return error.problems.map(\.description)
  }
}
