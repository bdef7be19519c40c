/// Finds in an unrendered template what cmark would turn into plain text without a word: half citations, stray notes, HTML.
struct MarkdownLinter {
  /// The schemes a link without text may have.
  static let schemes: Set<String> = [
    "gdpr", "case", "law", "edpb", "decision", "regulation", "annex", "section", "para", "signature", "annexes",
    "hashes", "recital",
  ]
  let source: TemplateSource
  private(set) var problems: [TemplateProblem] = []
  /// The targets of all citations.
  private(set) var references: Set<String> = []
  /// Where each footnote has its text, and where it is first cited.
  private var defined: [String: Int] = [:]
  private var cited: [String: Int] = [:]

  init(_ source: TemplateSource) { self.source = source }

  mutating func check() {
    for index in 0..<source.lineCount { checkLine(source.line(index)) }
    for (label, place) in cited.sorted(by: { $0.value < $1.value }) where defined[label] == nil {
      let hint = "write a line `[^\(label)]: …`"
      problems.append(source.problem("footnote `\(label)` has no text", at: place, hint: hint))
    }
    for (label, place) in defined.sorted(by: { $0.value < $1.value }) where cited[label] == nil {
      let hint = "cite it as `[^\(label)]` or remove it"
      problems.append(source.problem("footnote `\(label)` is never cited", at: place, hint: hint))
    }
  }

  private mutating func checkLine(_ line: Range<Int>) {
    let bytes = source.bytes
    var index = line.lowerBound
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "`"): problems.append(source.problem("code has no place in a template", at: index))
      case UInt8(ascii: "<"):
        let hint = "HTML is not allowed; write the sign as `\\<`"
        problems.append(source.problem("`<` would begin HTML", at: index, hint: hint))
      case UInt8(ascii: "!") where index + 1 < line.upperBound && bytes[index + 1] == UInt8(ascii: "["):
        problems.append(source.problem("pictures come as exhibits only", at: index))
      case UInt8(ascii: "["): index = checkBracket(line, at: index)
      default: break
      }
      index += 1
    }
  }

  /// Reads what begins at a bracket; gives back the place of its last character.
  private mutating func checkBracket(_ line: Range<Int>, at start: Int) -> Int {
    let bytes = source.bytes
    guard let close = bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: "]")) else {
      problems.append(source.problem("`[` is never closed", at: start))
      return line.upperBound
    }
    let inner = (start + 1)..<close
    if inner.first.map({ bytes[$0] }) == UInt8(ascii: "^") {
      let label = source.text(inner.dropFirst())
      if start == line.lowerBound, close + 1 < line.upperBound, bytes[close + 1] == UInt8(ascii: ":") {
        defined[label] = start
      } else if cited[label] == nil {
        cited[label] = start
      }
      return close
    }
    guard close + 1 < line.upperBound, bytes[close + 1] == UInt8(ascii: "(") else {
      let hint = "a citation is written `[](gdpr:21(1))`; a bracket by itself `\\[`"
      problems.append(source.problem("`[\(source.text(inner))]` is no citation", at: start, hint: hint))
      return close
    }
    var depth = 0
    var end = close + 1
    while end < line.upperBound {
      if bytes[end] == UInt8(ascii: "(") { depth += 1 }
      if bytes[end] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { break }
      end += 1
    }
    guard end < line.upperBound else {
      let hint = "parentheses of a citation must balance on one line"
      problems.append(source.problem("a citation is not closed", at: start, hint: hint))
      return line.upperBound
    }
    checkTarget(source.text((close + 2)..<end), hasText: !inner.isEmpty, at: start)
    return end
  }

  private mutating func checkTarget(_ target: String, hasText: Bool, at place: Int) {
    // A target is cited many times; once it is known to be sound only the text before it can be wrong.
    if !hasText, references.contains(target) { return }
    if target.unicodeScalars.contains(where: \.properties.isWhitespace) {
      let hint = "a target holds no spaces: `law:DE/BDSG/19(2)`"
      problems.append(source.problem("`\(target)` is no target", at: place, hint: hint))
      return
    }
    let scheme = String(decoding: target.utf8.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
    if scheme == "https" || scheme == "mailto" {
      if !hasText { problems.append(source.problem("a link outside needs a text", at: place)) }
      return
    }
    guard Self.schemes.contains(scheme), scheme.utf8.count < target.utf8.count else {
      let near = closest(to: scheme, in: Self.schemes.sorted()).map { "did you mean `\($0):`?" }
      let hint = near ?? "known: \(Self.schemes.sorted().joined(separator: ", "))"
      problems.append(source.problem("`\(target)` has no known scheme", at: place, hint: hint))
      return
    }
    guard !hasText else {
      let hint = "leave the brackets empty; the language's citation style prints it"
      problems.append(source.problem("a citation has a text of its own", at: place, hint: hint))
      return
    }
    references.insert(target)
  }
}
