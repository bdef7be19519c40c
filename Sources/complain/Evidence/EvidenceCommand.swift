import ArgumentParser
import ComplaintKit
import Evidence
import Matter
import Messages

/// What concerns single files of evidence.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: Wording.Help.evidence, subcommands: [InspectCommand.self])
}

/// Prints what is in files and what they can prove.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: Wording.Help.inspect, discussion: Wording.Help.inspectDiscussion)

  @Argument(help: ArgumentHelp(Wording.Help.inspected, valueName: "file"), completion: .file())
  var files: [String]
  @Option(name: .long, help: ArgumentHelp(Wording.Help.format, valueName: "text|json"))
  var format = ListFormat.text
  @OptionGroup var data: DataOptions

  func run() throws {
    let interface = try data.interface()
    let inspector = try preparing { try EvidenceInspector(world: try data.world()) }
    var hasErrors = false
    var entries: [Entry] = []
    for (index, path) in files.enumerated() {
      let found: Result<Inspection, EvidenceProblem> = Result { () throws(EvidenceProblem) in
        try inspector.inspection(of: path, number: index + 1)
      }
      let inspection = try? found.get()
      let findings: [Finding] =
        switch found {
        case .success(let inspection): inspection.findings
        case .failure(let problem): [problem.finding]
        }
      hasErrors = hasErrors || findings.contains { $0.severity == .error }
      switch format {
      case .json: entries.append(Entry(index + 1, inspection, findings))
      case .text: try print(index + 1, inspection, findings, in: interface)
      }
    }
    if format == .json { Terminal.write(try AuthoritiesCommand.json(entries)) }
    if hasErrors { throw Failure(.data, []) }
  }

  private func print(
    _ number: Int, _ inspection: Inspection?, _ findings: [Finding], in interface: Interface
  ) throws {
    if number > 1 { Terminal.write("") }
    Terminal.write(interface.text(.inspectedFile, .number(number)))
    if let inspection {
      for fact in inspection.head + inspection.facts {
        Terminal.write("  " + Terminal.plainSpaces(try interface.wordedOfFindings(fact.wording)))
      }
      for (line, messages) in [(Line.inspectProves, inspection.proves), (.inspectProvesNot, inspection.provesNot)]
      where !messages.isEmpty {
        Terminal.write("  " + interface.text(line))
        for message in messages { Terminal.write("    - " + (try interface.wordedOfFindings(message))) }
      }
    }
    try FindingsPrinter.print(findings, toError: false, in: interface)
  }

  /// A file as programs read it, in English.
  private struct Entry: Encodable {
    struct Fact: Encodable {
      let name: String
      let values: [String]
    }
    struct Proof: Encodable {
      let code: String
      let message: String

      init(_ message: Message) { (code, self.message) = (message.code, message.description) }
    }
    struct Noticed: Encodable {
      let code: String
      let severity: String
      let message: String
      let hint: String?
    }

    let file: Int
    let format: String?
    let bytes: Int?
    let sha256: String?
    let facts: [Fact]
    let proves: [Proof]
    let provesNot: [Proof]
    let findings: [Noticed]

    init(_ number: Int, _ inspection: Inspection?, _ findings: [Finding]) {
      file = number
      (format, bytes, sha256) = (inspection?.format.rawValue, inspection?.size, inspection?.sha256)
      facts = inspection?.facts.map { Fact(name: $0.name, values: $0.values) } ?? []
      proves = inspection?.proves.map(Proof.init) ?? []
      provesNot = inspection?.provesNot.map(Proof.init) ?? []
      self.findings = findings.map {
        Noticed(code: $0.code, severity: $0.severity.rawValue, message: $0.message, hint: $0.hint)
      }
    }
  }
}
