/// Finds in an unrendered template what cmark would turn into plain text without a word: half citations, stray notes, HTML.
struct MarkdownLinter {
  /// The schemes a link without text may have.
  static let schemes: Set<String> = [
    "gdpr", "case", "law", "edpb", "decision", "regulation", "annex", "section", "para", "signature", "annexes",
    "hashes", "recital",
  ]
  let source: TemplateSource
  private(set) var problems: [TemplateProblem] = []
  private(set) var references: [(reference: String, line: Int)] = []
  private var defined: [String: Int] = [:]
  private var cited: [String: (line: Int, column: Int)] = [:]

  init(_ source: TemplateSource) { self.source = source }

  mutating func check() {
    for (index, line) in source.lines.enumerated() { checkLine(Array(line.unicodeScalars), number: index + 1) }
    for (label, place) in cited.sorted(by: { $0.value.line < $1.value.line }) where defined[label] == nil {
      let hint = "write a line `[^\(label)]: …`"
      problems.append(
        source.problem("footnote `\(label)` has no text", line: place.line, column: place.column, hint: hint))
    }
    for (label, line) in defined.sorted(by: { $0.value < $1.value }) where cited[label] == nil {
      let hint = "cite it as `[^\(label)]` or remove it"
      problems.append(source.problem("footnote `\(label)` is never cited", line: line, column: 1, hint: hint))
    }
  }

  private mutating func checkLine(_ line: [Unicode.Scalar], number: Int) {
    var index = 0
    while index < line.count {
      switch line[index] {
      case "\\": index += 1
      case "`":
        problems.append(source.problem("code has no place in a template", line: number, column: index + 1))
      case "<":
        let hint = "HTML is not allowed; write the sign as `\\<`"
        problems.append(source.problem("`<` would begin HTML", line: number, column: index + 1, hint: hint))
      case "!" where index + 1 < line.count && line[index + 1] == "[":
        problems.append(source.problem("pictures come as exhibits only", line: number, column: index + 1))
      case "[": index = checkBracket(line, at: index, number: number)
      default: break
      }
      index += 1
    }
  }

  /// Reads what begins at a bracket; gives back the place of its last character.
  private mutating func checkBracket(_ line: [Unicode.Scalar], at start: Int, number: Int) -> Int {
    guard let close = line[start...].firstIndex(of: "]") else {
      problems.append(source.problem("`[` is never closed", line: number, column: start + 1))
      return line.count
    }
    let inner = String(line[(start + 1)..<close])
    if inner.hasPrefix("^") {
      let label = String(inner.dropFirst())
      if start == 0, close + 1 < line.count, line[close + 1] == ":" {
        defined[label] = number
      } else if cited[label] == nil {
        cited[label] = (number, start + 1)
      }
      return close
    }
    guard close + 1 < line.count, line[close + 1] == "(" else {
      let hint = "a citation is written `[](gdpr:21(1))`; a bracket by itself `\\[`"
      problems.append(source.problem("`[\(inner)]` is no citation", line: number, column: start + 1, hint: hint))
      return close
    }
    var depth = 0
    var end = close + 1
    while end < line.count {
      if line[end] == "(" { depth += 1 }
      if line[end] == ")" { depth -= 1 }
      if depth == 0 { break }
      end += 1
    }
    guard end < line.count else {
      let hint = "parentheses of a citation must balance on one line"
      problems.append(source.problem("a citation is not closed", line: number, column: start + 1, hint: hint))
      return line.count
    }
    let target = String(line[(close + 2)..<end])
    checkTarget(target, text: inner, line: number, column: start + 1)
    return end
  }

  private mutating func checkTarget(_ target: String, text: String, line: Int, column: Int) {
    if target.unicodeScalars.contains(where: \.properties.isWhitespace) {
      let hint = "a target holds no spaces: `law:DE/BDSG/19(2)`"
      problems.append(source.problem("`\(target)` is no target", line: line, column: column, hint: hint))
      return
    }
    let scheme = target.prefix { $0 != ":" }
    if scheme == "https" || scheme == "mailto" {
      if text.isEmpty { problems.append(source.problem("a link outside needs a text", line: line, column: column)) }
      return
    }
    guard Self.schemes.contains(String(scheme)), target.contains(":") else {
      let near = closest(to: String(scheme), in: Self.schemes.sorted()).map { "did you mean `\($0):`?" }
      let hint = near ?? "known: \(Self.schemes.sorted().joined(separator: ", "))"
      problems.append(source.problem("`\(target)` has no known scheme", line: line, column: column, hint: hint))
      return
    }
    guard text.isEmpty else {
      let hint = "leave the brackets empty; the language's citation style prints it"
      problems.append(source.problem("a citation has a text of its own", line: line, column: column, hint: hint))
      return
    }
    references.append((target, line))
  }
}
