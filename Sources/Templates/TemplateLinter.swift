/// Reads templates before anything is rendered: names, nesting, partials, citations.
struct TemplateLinter {
  let schema: VariableSchema
  let sources: [String: TemplateSource]
  /// The tags of each source.
  private let scanners: [String: TagScanner]
  /// The sources whose Markdown was checked: what is wrong with it is wrong wherever it is included.
  private var checked: Set<String> = []
  private(set) var problems: [TemplateProblem] = []
  /// The citations met, each with the place it was met first.
  private(set) var references: [(reference: String, file: String, line: Int)] = []
  private var reported: Set<TemplateProblem> = []

  init(schema: VariableSchema, sources: [String: TemplateSource], scanners: [String: TagScanner]? = nil) {
    self.schema = schema
    self.sources = sources
    self.scanners = scanners ?? sources.mapValues { TagScanner($0) }
  }

  /// Checks a template and everything it includes.
  mutating func check(_ name: String) { check(name, scopes: [], including: []) }

  private mutating func report(_ problem: TemplateProblem) {
    if reported.insert(problem).inserted { problems.append(problem) }
  }

  private mutating func check(_ name: String, scopes: [[String: VariableSchema.Variable]], including: [String]) {
    guard let source = sources[name], let scanner = scanners[name] else { return }
    scanner.problems.forEach { report($0) }
    if checked.insert(name).inserted { checkMarkdown(source) }
    var open: [(tag: TemplateTag, scopes: [[String: VariableSchema.Variable]])] = []
    var scopes = scopes
    for tag in scanner.tags {
      switch tag.kind {
      case .variable:
        if let found = resolve(tag, in: scopes, source), found != .text {
          let hint = "`\(tag.name)` is no text; open it as a section"
          report(source.problem("`{{\(tag.name)}}` cannot be printed", line: tag.line, column: tag.column, hint: hint))
        }
      case .section, .inverted:
        let found = resolve(tag, in: scopes, source)
        if found == .text {
          let hint = "a section needs a flag or a list; declare a flag for `\(tag.name)`"
          report(source.problem("`\(tag.name)` is a text", line: tag.line, column: tag.column, hint: hint))
        }
        open.append((tag, scopes))
        switch found {
        case .list(let inner)? where tag.kind == .section: scopes.append(inner)
        case .group(let inner)? where tag.kind == .section: scopes.append(inner)
        default: break
        }
      case .end:
        guard let last = open.last, last.tag.name == tag.name else {
          let expected = open.last.map { "`{{/\($0.tag.name)}}` of line \($0.tag.line)" } ?? "no section is open"
          report(
            source.problem(
              "`{{/\(tag.name)}}` closes nothing", line: tag.line, column: tag.column, hint: "expected: \(expected)"))
          continue
        }
        scopes = last.scopes
        open.removeLast()
      case .partial:
        guard sources[tag.name] != nil else {
          let hint = "write templates/shared/\(tag.name).<language>.md"
          report(source.problem("no partial `\(tag.name)`", line: tag.line, column: tag.column, hint: hint))
          continue
        }
        guard !including.contains(tag.name), tag.name != name else {
          report(source.problem("`\(tag.name)` includes itself", line: tag.line, column: tag.column))
          continue
        }
        check(tag.name, scopes: scopes, including: including + [name])
      case .comment: break
      }
    }
    for (tag, _) in open {
      let hint = "close it with `{{/\(tag.name)}}`"
      report(
        source.problem("section `\(tag.name)` is never closed", line: tag.line, column: tag.column, hint: hint))
    }
  }

  private mutating func resolve(
    _ tag: TemplateTag, in scopes: [[String: VariableSchema.Variable]], _ source: TemplateSource
  ) -> VariableSchema.Variable? {
    if let found = schema.find(tag.name, in: scopes) { return found }
    let near = closest(to: tag.name, in: schema.names(in: scopes))
    let hint = near.map { "did you mean `\($0)`?" } ?? "declare it in templates/variables.yaml"
    report(source.problem("unknown variable `\(tag.name)`", line: tag.line, column: tag.column, hint: hint))
    return nil
  }

  private mutating func checkMarkdown(_ source: TemplateSource) {
    var lint = MarkdownLinter(source)
    lint.check()
    lint.problems.forEach { report($0) }
    references += lint.references.map { ($0.reference, source.file, $0.line) }
  }
}

/// The nearest of some names by edit distance, if any is near enough to be a slip.
func closest(to name: String, in names: [String]) -> String? {
  let wanted = Array(name)
  var best: (name: String, distance: Int)?
  for candidate in names {
    let other = Array(candidate)
    var row = Array(0...other.count)
    for i in wanted.indices {
      var previous = row[0]
      row[0] = i + 1
      for j in other.indices {
        let cost = min(row[j + 1] + 1, row[j] + 1, previous + (wanted[i] == other[j] ? 0 : 1))
        previous = row[j + 1]
        row[j + 1] = cost
      }
    }
    let distance = row[other.count]
    if distance <= max(2, name.count / 3), distance < (best?.distance ?? .max) { best = (candidate, distance) }
  }
  return best?.name
}
