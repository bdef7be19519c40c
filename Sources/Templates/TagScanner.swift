/// A Mustache tag as it stands in a template.
struct TemplateTag: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case variable
    case section
    case inverted
    case end
    case partial
    case comment
  }
  let kind: Kind
  let name: String
  let line: Int
  let column: Int
}

/// Finds every tag with its place, and refuses what the library would swallow without a word.
///
/// swift-mustache renders an unknown name as nothing and reports an unclosed tag a line late; a person signs the result.
struct TagScanner {
  let source: TemplateSource
  private(set) var tags: [TemplateTag] = []
  private(set) var problems: [TemplateProblem] = []

  init(_ source: TemplateSource) {
    self.source = source
    for (index, line) in source.lines.enumerated() { scan(Array(line.unicodeScalars), number: index + 1) }
  }

  private mutating func scan(_ line: [Unicode.Scalar], number: Int) {
    var index = 0
    while index + 1 < line.count {
      guard line[index] == "{", line[index + 1] == "{" else {
        if line[index] == "}", line[index + 1] == "}" {
          problems.append(source.problem("a tag ends that never began", line: number, column: index + 1))
          index += 1
        }
        index += 1
        continue
      }
      let column = index + 1
      guard let end = close(in: line, from: index + 2) else {
        let hint = "close the tag with `}}` on the same line"
        problems.append(source.problem("a tag is not closed", line: number, column: column, hint: hint))
        return
      }
      read(line[(index + 2)..<end], line: number, column: column)
      index = end + 2
      if index < line.count, line[index] == "}" {
        problems.append(source.problem("a brace follows the tag", line: number, column: index + 1))
      }
    }
  }

  private func close(in line: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    while index + 1 < line.count {
      if line[index] == "}", line[index + 1] == "}" { return index }
      if line[index] == "{", line[index + 1] == "{" { return nil }
      index += 1
    }
    return nil
  }

  private mutating func read(_ body: ArraySlice<Unicode.Scalar>, line: Int, column: Int) {
    let sigil: TemplateTag.Kind? =
      switch body.first {
      case "#": .section
      case "^": .inverted
      case "/": .end
      case ">": .partial
      case "!": .comment
      default: nil
      }
    let name = String(sigil == nil ? body : body.dropFirst()).trimmingSpaces()
    if sigil == .comment { return }
    let isName = !name.isEmpty && name.unicodeScalars.allSatisfy(Self.isNameScalar)
    guard isName else {
      let hint = "allowed are {{name}}, {{#name}}, {{^name}}, {{/name}}, {{> partial}} and {{! remark}}"
      problems.append(source.problem("`{{\(String(body))}}` is no tag", line: line, column: column, hint: hint))
      return
    }
    tags.append(TemplateTag(kind: sigil ?? .variable, name: name, line: line, column: column))
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": true
    default: false
    }
  }
}

extension String {
  /// The string of some scalars.
  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.init(UnicodeScalarView(scalars))
  }

  func trimmingSpaces() -> String {
    let start = firstIndex { $0 != " " } ?? endIndex
    let end = lastIndex { $0 != " " }.map(index(after:)) ?? startIndex
    return start < end ? String(self[start..<end]) : ""
  }
}
