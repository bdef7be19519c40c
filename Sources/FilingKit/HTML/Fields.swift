/// Fields to copy from: labelled, readonly, each with an identifier of its own on the page.
struct Fields {
  private var count = 0

  /// A labelled field with its text; nil leaves it open, with the words that say so.
  ///
  /// - Parameters:
  ///   - label: what stands before it, in the language `labelLanguage` or the page's.
  ///   - value: what is copied; more than one line, or a long one, becomes a text area.
  ///   - language: the language of the value, where it is not the page's.
  ///   - labelLanguage: the language of the label, where it is not the page's.
  ///   - hint: a line below it.
  ///   - open: what is said when there is no value.
  mutating func field(
    _ label: String, _ value: String?, language: String? = nil, labelLanguage: String? = nil, hint: String? = nil,
    open: String = ""
  ) -> HTML {
    count += 1
    let id = "field-\(count)"
    let tag = labelLanguage.map { [HTML.Attribute.lang($0)] } ?? []
    guard let value, !value.isEmpty else {
      let name = HTML.element(.p, tag, [.strong(label)])
      return .element(.div, [.class("field")], [name, .element(.p, [.class("open")], [.text(open)])] + note(hint, id))
    }
    var attributes: [HTML.Attribute] = [.id(id), .readonly]
    if let language { attributes.append(.lang(language)) }
    if hint != nil { attributes.append(.describedBy(id + "-hint")) }
    let rows = Self.rows(of: value)
    // On a telephone a field of one line shows some forty characters; what is longer wraps.
    let control: HTML =
      rows == 1 && value.count <= 40
      ? .element(.input, [.type("text")] + attributes + [.value(value)], [])
      : .element(.textarea, attributes + [.rows(rows)], [.text(value)])
    return .element(
      .div, [.class("field")], [.element(.label, [.for(id)] + tag, [.text(label)]), control] + note(hint, id))
  }

  private func note(_ hint: String?, _ id: String) -> [HTML] {
    hint.map { [.element(.p, [.class("hint"), .id(id + "-hint")], [.text($0)])] } ?? []
  }

  /// How many lines a value takes in a field of the page's width; browsers that can size a field do better.
  private static func rows(of value: String) -> Int {
    value.split(separator: "\n", omittingEmptySubsequences: false).map { max(1, ($0.count + 71) / 72) }.reduce(0, +)
  }
}
