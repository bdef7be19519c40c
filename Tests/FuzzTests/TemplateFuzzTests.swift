import Document
import Templates
import TestSupport
import Testing

@Suite struct TemplateFuzzTests {
  private let seed = """
    | | |
    | --- | --- |
    | Complainant | {{name}} |

    # Complaint {{name}}

    ~ under [](gdpr:77(1))

    {{#yes}}
    ## Facts {#facts}

    I objected on {{words}}, see [](section:facts) and [](case:C-252/21#106).[^a]

    {{/yes}}
    {{^yes}}
    > {{words}}

    {{/yes}}
    {{#objections}}
    1. {{when}}
    {{/objections}}
    {-} *Never* **again**. {{> closing}} {{! a remark }}

    [](signature:)

    [^a]: Note.
    """

  @Test func `no text crashes the reader of templates`() throws {
    let tokens = [
      "{{", "}}", "{{{", "{{#yes}}", "{{/yes}}", "{{> closing}}", "[](", "[^a]", "<b>", "`", "|", "# ", "> ", "{#",
      "$&",
    ]
    var schema = VariableSchema()
    schema.declare("name", .text)
    schema.declare("words", .text)
    schema.declare("yes", .flag)
    schema.declare("objections", .list(["when": .text]))
    let wording = StructureWording(
      section: "section {n}", paragraph: "para. {n}", and: " and ", letters: ["(a)", "(b)"])
    try fuzz(
      "templates", seeds: [Array(seed.utf8)], tokens: tokens,
      parse: { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        _ = try TemplateLibrary(file: "complaint.en.md", text: text, schema: schema, language: "en", wording: wording) {
          $0 == "closing" ? ("closing.en.md", "The end, {{name}}.") : nil
        }
      },
      expected: { error in
        // A lawyer mends a template by what this says: where, and which line.
        guard let problems = (error as? TemplateProblems)?.problems, !problems.isEmpty else { return false }
        return problems.allSatisfy { !$0.file.isEmpty && $0.line > 0 }
      })
  }
}
