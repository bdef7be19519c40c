/// A template with its partials in place, as a flat list of steps.
///
/// A rendering library splits every name and casts every value anew for each document; here that is done once. What a
/// document takes of it, its branches, is found without making any text, so that most documents make none.
struct TemplateProgram: Sendable {
  /// One step.
  ///
  /// It holds numbers alone, the places of names in `uses` and `roles`: all threads walk the same steps, and counting references to
  /// the names would make them wait for each other.
  enum Step: Sendable {
    /// Text to copy, as bytes of `text`.
    case text(Range<Int>)
    /// Text that cites the annexes of a role, as `[](annex:objection)`; otherwise as `text`.
    case citing(role: Int, Range<Int>)
    /// A text to put in.
    case value(use: Int)
    /// What follows, up to `end`, stands only where the flag is as said; for a list the flag is whether it has items.
    case when(use: Int, Bool, end: Int)
    /// What follows, up to `end`, stands once for each item.
    case each(use: Int, end: Int)
  }

  /// A name, and where it is used.
  struct Use: Sendable {
    let name: String
    /// In which of the lists around it the name is looked up; 0 is the top.
    let depth: Int
    /// The index of the source, and the offset of the tag in it.
    let source: Int
    let offset: Int
  }

  private(set) var steps: [Step] = []
  /// The names that steps use, in their order.
  private(set) var uses: [Use] = []
  /// The roles of annexes that steps cite, each once.
  private(set) var roles: [String] = []
  /// The text outside tags, in UTF-8.
  private(set) var text: [UInt8] = []
  /// The sources in the order in which they were first used.
  private(set) var sources: [TemplateSource] = []
  /// Where a section ends no text may be joined to what stands before.
  private var seam = 0

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let (role, place) = AnnexCitation.first(in: rest) {
      copy(rest[..<place.lowerBound])
      steps.append(.citing(role: index(of: role), text.count..<(text.count + place.count)))
      text += rest[place]
      rest = rest[place.upperBound...]
    }
    copy(rest)
  }

  private mutating func copy(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    let start = text.count
    text += bytes
    if steps.count > seam, case .text(let before)? = steps.last, before.upperBound == start {
      steps[steps.count - 1] = .text(before.lowerBound..<text.count)
    } else {
      steps.append(.text(start..<text.count))
    }
  }

  mutating func add(_ step: Step) { steps.append(step) }

  /// Closes the section that was opened by the step at `index`.
  mutating func close(_ index: Int) {
    seam = steps.count
    switch steps[index] {
    case .when(let use, let wanted, _): steps[index] = .when(use: use, wanted, end: steps.count)
    case .each(let use, _): steps[index] = .each(use: use, end: steps.count)
    case .text, .citing, .value: break
    }
  }

  /// Notes a use; gives its place.
  mutating func add(_ use: Use) -> Int {
    uses.append(use)
    return uses.count - 1
  }

  private mutating func index(of role: String) -> Int {
    if let known = roles.firstIndex(of: role) { return known }
    roles.append(role)
    return roles.count - 1
  }

  /// The index of a source.
  mutating func index(of source: TemplateSource) -> Int {
    if let known = sources.firstIndex(where: { $0.file == source.file }) { return known }
    sources.append(source)
    return sources.count - 1
  }

  func problem(_ use: Use) -> TemplateProblem {
    sources[use.source].problem("`\(use.name)` has no value in this document", at: use.offset)
  }
}

/// The mark by which a template cites annexes: the target of a link, `annex:ROLE`.
enum AnnexCitation {
  private static let opening = Array("](annex:".utf8)

  /// The first one in some text: the role, and where target and brackets stand.
  static func first(in bytes: ArraySlice<UInt8>) -> (role: String, place: Range<Int>)? {
    var start = bytes.startIndex
    while let bracket = bytes[start...].firstIndex(of: opening[0]) {
      start = bracket + 1
      guard bytes[bracket...].starts(with: opening) else { continue }
      let role = bytes[(bracket + opening.count)...].prefix { $0 != UInt8(ascii: ")") }
      guard role.endIndex < bytes.endIndex else { return nil }
      return (String(decoding: role, as: UTF8.self), bracket..<(role.endIndex + 1))
    }
    return nil
  }
}
