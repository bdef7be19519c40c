/// What keeps a page from being read, copied from and trusted by everybody: structure, labels, contrast, and nothing
/// that runs or is loaded.
///
/// It reads pages as this project writes them (every element closed, every attribute in double quotation marks); a page
/// that is written otherwise is a violation, not a puzzle.
public struct HTMLChecker {
  /// Names of files a link may lead to.
  private let files: Set<String>
  private var violations: [String] = []

  /// Everything that is wrong with a page; none if nothing is.
  ///
  /// - Parameters:
  ///   - page: the file's text.
  ///   - files: what lies beside it.
  public static func violations(of page: String, beside files: Set<String> = []) -> [String] {
    var checker = HTMLChecker(files: files)
    guard let elements = checker.elements(of: page) else { return checker.violations }
    checker.check(elements, page)
    return checker.violations
  }

  private init(files: Set<String>) { self.files = files }

  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
    var parents: [String]
  }

  private static let void: Set<String> = ["meta", "input"]

  private mutating func report(_ text: String) { violations.append(text) }

  // MARK: reading

  /// The elements in the order they begin; nil if the page cannot be read.
  private mutating func elements(of page: String) -> [Element]? {
    let doctype = "<!DOCTYPE html>"
    guard page.hasPrefix(doctype) else {
      report("the page does not begin with its document type")
      return nil
    }
    var found: [Element] = []
    var open: [Int] = []
    var rest = Substring(page.dropFirst(doctype.count))
    while let start = rest.firstIndex(of: "<") {
      if let top = open.last { found[top].text += rest[..<start] }
      rest = rest[start...].dropFirst()
      guard let end = Self.end(of: rest) else {
        report("a tag does not end")
        return nil
      }
      let tag = rest[..<end]
      rest = rest[end...].dropFirst()
      if tag.hasPrefix("/") {
        guard let top = open.popLast(), found[top].name == tag.dropFirst() else {
          report("</\(tag.dropFirst())> closes nothing")
          return nil
        }
        continue
      }
      guard let element = Self.element(tag, parents: open.map { found[$0].name }) else {
        report("<\(tag)> is not written as it should be")
        return nil
      }
      found.append(element)
      if !Self.void.contains(element.name) { open.append(found.count - 1) }
      if element.name == "style" || element.name == "script" {
        let close = rest.firstRange(of: "</\(element.name)>")?.lowerBound ?? rest.endIndex
        found[found.count - 1].text = String(rest[..<close])
        rest = rest[close...]
      }
    }
    guard open.isEmpty else {
      report("<\(found[open[open.count - 1]].name)> is not closed")
      return nil
    }
    return found
  }

  /// Where a tag ends: the first `>` outside quotation marks.
  private static func end(of text: Substring) -> Substring.Index? {
    var isQuoted = false
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if text[index] == ">", !isQuoted { return index }
    }
    return nil
  }

  private static func element(_ tag: Substring, parents: [String]) -> Element? {
    let name = tag.prefix { $0.isASCII && ($0.isLowercase || $0.isNumber) }
    guard !name.isEmpty else { return nil }
    var attributes: [String: String] = [:]
    var rest = tag.dropFirst(name.count)
    while let space = rest.first {
      guard space == " " else { return nil }
      rest = rest.dropFirst()
      let key = rest.prefix { $0.isASCII && ($0.isLowercase || $0 == "-") }
      guard !key.isEmpty, attributes[String(key)] == nil else { return nil }
      rest = rest.dropFirst(key.count)
      guard rest.hasPrefix("=\"") else {
        attributes[String(key)] = ""
        continue
      }
      rest = rest.dropFirst(2)
      guard let quote = rest.firstIndex(of: "\"") else { return nil }
      attributes[String(key)] = String(rest[..<quote])
      rest = rest[quote...].dropFirst()
    }
    return Element(name: String(name), attributes: attributes, parents: parents)
  }

  // MARK: checking

  private mutating func check(_ elements: [Element], _ page: String) {
    if elements.first(where: { $0.name == "html" })?.attributes["lang"]?.isEmpty ?? true {
      report("the page has no language")
    }
    if elements.first(where: { $0.name == "title" })?.text.isEmpty ?? true { report("the page has no title") }
    checkNothingRuns(elements)
    checkHeadings(elements)
    checkFields(elements)
    let viewport = elements.first { $0.attributes["name"] == "viewport" }?.attributes["content"] ?? ""
    if !viewport.contains("width=device-width") || viewport.contains("scal") && !viewport.contains("initial-scale=1") {
      report("the page cannot be enlarged or does not fit a small screen")
    }
    for style in elements where style.name == "style" { violations += Stylesheet(style.text).violations }
  }

  private mutating func checkNothingRuns(_ elements: [Element]) {
    let allowed: Set<String> = [
      "html", "head", "meta", "title", "style", "body", "main", "section", "header", "footer", "h1", "h2", "h3", "p",
      "ol", "ul", "li", "dl", "dt", "dd", "strong", "code", "span", "div", "a", "label", "input", "textarea",
    ]
    for element in elements {
      if !allowed.contains(element.name) { report("<\(element.name)> has no place on these pages") }
      for (key, value) in element.attributes.sorted(by: { $0.key < $1.key }) {
        if key.hasPrefix("on") { report("\(key) runs something") }
        if ["src", "srcset", "style", "action", "background", "ping", "poster"].contains(key) {
          report("\(key) does not belong here")
        }
        guard key == "href" else { continue }
        // A link to follow is no resource: nothing is loaded before somebody follows it.
        let isOutside = value.hasPrefix("https://") && element.name == "a"
        if !isOutside, !files.contains(value) { report("a link leads to \(value)") }
        if isOutside, element.attributes["rel"] != "noreferrer" { report("a link outside says where it comes from") }
      }
    }
    let policy = elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    if policy?.attributes["content"]?.contains("default-src &#39;none&#39;") != true {
      report("the page does not forbid itself to load anything")
    }
  }

  private mutating func checkHeadings(_ elements: [Element]) {
    let headings = elements.filter { ["h1", "h2", "h3", "h4", "h5", "h6"].contains($0.name) }
    let levels = headings.compactMap { $0.name.last?.wholeNumberValue }
    if levels.count(where: { $0 == 1 }) != 1 || levels.first != 1 { report("the page has not one h1 that comes first") }
    for (level, next) in zip(levels, levels.dropFirst()) where next > level + 1 {
      report("h\(next) follows h\(level)")
    }
    for heading in headings where heading.text.allSatisfy(\.isWhitespace) { report("a heading is empty") }
  }

  private mutating func checkFields(_ elements: [Element]) {
    let ids = elements.compactMap { $0.attributes["id"] }
    for id in Set(ids).sorted() where ids.count(where: { $0 == id }) > 1 { report("the id \(id) stands twice") }
    let labels = elements.filter { $0.name == "label" && !$0.text.allSatisfy(\.isWhitespace) }
    for field in elements where ["input", "textarea", "select"].contains(field.name) {
      let id = field.attributes["id"] ?? ""
      if labels.count(where: { $0.attributes["for"] == id }) != 1 { report("the field \(id) has not one label") }
      if field.attributes["readonly"] == nil { report("the field \(id) can be written into") }
    }
    for element in elements {
      for key in ["for", "aria-describedby"] {
        if let target = element.attributes[key], !ids.contains(target) {
          report("\(key) names \(target), which is nowhere")
        }
      }
    }
  }
}
