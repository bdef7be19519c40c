/// Reads templates before anything is rendered (names, nesting, partials, citations) and makes a program of them.
struct TemplateCompiler {
  private let schema: VariableSchema
  private let scanners: [String: TagScanner]
  /// The sources whose Markdown was checked: what is wrong with it is wrong wherever it is included.
  private var checked: Set<String> = []
  private var reported: Set<TemplateProblem> = []
  /// Everything that is wrong, in the order in which it was met.
  private(set) var problems: [TemplateProblem] = []
  /// Every citation in any of the sources.
  private(set) var references: Set<String> = []
  /// The program; of no use while there are problems.
  private(set) var program = TemplateProgram()

  private typealias Names = [String: VariableSchema.Variable]

  /// - Parameter scanners: the tags of each source, by its name.
  init(schema: VariableSchema, scanners: [String: TagScanner]) {
    self.schema = schema
    self.scanners = scanners
  }

  /// Takes a template and everything it includes.
  mutating func compile(_ name: String) { compile(name, lists: [], including: [], isInline: false) }

  private mutating func report(_ problem: TemplateProblem) {
    if reported.insert(problem).inserted { problems.append(problem) }
  }

  /// - Parameter isInline: whether the template stands within a line, which its own last line end would break.
  private mutating func compile(_ name: String, lists: [Names], including: [String], isInline: Bool) {
    guard let scanner = scanners[name] else { return }
    let source = scanner.source
    scanner.problems.forEach { report($0) }
    if checked.insert(name).inserted { checkMarkdown(source) }
    let index = program.index(of: source)
    var open: [(tag: TemplateTag, step: Int, lists: [Names])] = []
    var lists = lists
    var copied = 0
    for tag in scanner.tags {
      let place = Self.place(of: tag, in: source)
      program.add(source.bytes[copied..<max(copied, place.lowerBound)])
      copied = place.upperBound
      switch tag.kind {
      case .variable:
        guard let found = resolve(tag, in: lists, source) else { continue }
        if found.variable != .text {
          let hint = "`\(tag.name)` is no text; open it as a section"
          report(source.problem("`{{\(tag.name)}}` cannot be printed", at: tag.range.lowerBound, hint: hint))
        }
        program.add(.value(use: use(of: tag, depth: found.depth, source: index)))
      case .section, .inverted:
        let found = resolve(tag, in: lists, source)
        if found?.variable == .text {
          let hint = "a section needs a flag or a list; declare a flag for `\(tag.name)`"
          report(source.problem("`\(tag.name)` is a text", at: tag.range.lowerBound, hint: hint))
        }
        open.append((tag, program.steps.count, lists))
        let use = use(of: tag, depth: found?.depth ?? 0, source: index)
        if case .list(let names)? = found?.variable, tag.kind == .section {
          lists.append(names)
          program.add(.each(use: use, end: 0))
        } else {
          program.add(.when(use: use, tag.kind == .section, end: 0))
        }
      case .end:
        guard let last = open.last, last.tag.name == tag.name else {
          let expected =
            open.last.map { "`{{/\($0.tag.name)}}` of line \(source.lineIndex(of: $0.tag.range.lowerBound) + 1)" }
            ?? "no section is open"
          let message = "`{{/\(tag.name)}}` closes nothing"
          report(source.problem(message, at: tag.range.lowerBound, hint: "expected: \(expected)"))
          continue
        }
        lists = last.lists
        program.close(last.step)
        open.removeLast()
      case .partial: include(tag, source, lists: lists, including: including + [name], isInline: place == tag.range)
      case .comment: break
      }
    }
    var rest = source.bytes[copied...]
    if isInline, rest.last == UInt8(ascii: "\n") { rest.removeLast() }
    program.add(rest)
    for (tag, _, _) in open {
      let hint = "close it with `{{/\(tag.name)}}`"
      report(source.problem("section `\(tag.name)` is never closed", at: tag.range.lowerBound, hint: hint))
    }
  }

  private mutating func include(
    _ tag: TemplateTag, _ source: TemplateSource, lists: [Names], including: [String], isInline: Bool
  ) {
    guard scanners[tag.name] != nil else {
      let hint = "write templates/shared/\(tag.name).<language>.md"
      report(source.problem("no partial `\(tag.name)`", at: tag.range.lowerBound, hint: hint))
      return
    }
    guard !including.contains(tag.name) else {
      report(source.problem("`\(tag.name)` includes itself", at: tag.range.lowerBound))
      return
    }
    compile(tag.name, lists: lists, including: including, isInline: isInline)
  }

  private mutating func use(of tag: TemplateTag, depth: Int, source: Int) -> Int {
    program.add(TemplateProgram.Use(name: tag.name, depth: depth, source: source, offset: tag.range.lowerBound))
  }

  /// What a tag takes out of the text: itself, or its whole line if it stands there alone and prints nothing itself.
  private static func place(of tag: TemplateTag, in source: TemplateSource) -> Range<Int> {
    guard tag.kind != .variable else { return tag.range }
    let bytes = source.bytes
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var (start, end) = (tag.range.lowerBound, tag.range.upperBound)
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return tag.range }
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    guard end == bytes.count || bytes[end] == UInt8(ascii: "\n") else { return tag.range }
    return start..<min(end + 1, bytes.count)
  }

  private mutating func resolve(
    _ tag: TemplateTag, in lists: [Names], _ source: TemplateSource
  ) -> (variable: VariableSchema.Variable, depth: Int)? {
    if let found = schema.find(tag.name, in: lists) { return found }
    let near = closest(to: tag.name, in: schema.names(in: lists))
    let hint = near.map { "did you mean `\($0)`?" } ?? "declare it in templates/variables.yaml"
    report(source.problem("unknown variable `\(tag.name)`", at: tag.range.lowerBound, hint: hint))
    return nil
  }

  private mutating func checkMarkdown(_ source: TemplateSource) {
    var linter = MarkdownLinter(source)
    linter.check()
    linter.problems.forEach { report($0) }
    references.formUnion(linter.references)
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
