/// A marked content sequence as it stands on the page (ISO 32000-1 14.6).
public struct MarkedSequence: Sendable {
  /// Its tag: the structure type, or `Artifact`.
  public var tag: String
  /// Its property list.
  public var properties: [String: PDFObject]
  /// The characters it shows, in the order they are shown; `ActualText` within is taken for what it replaces.
  public var text = ""
  /// How many things it paints: strings, shapes, pictures.
  public var paintings = 0
  /// The smallest type in it, in points; nil without text.
  ///
  /// A space is not read, however small.
  public var smallestType: Double?
  /// The lightest ink its text has: 0 is black, 1 white.
  public var lightestInk = 0.0

  /// Its number on the page, by which the tag tree names it.
  public var mcid: Int? { properties["MCID"]?.integer }
  /// Whether it is furniture.
  public var isArtifact: Bool { tag == "Artifact" }
}

/// What a page's content stream says.
public struct PageContent: Sendable {
  /// The sequences that have an MCID or are artifacts, in painting order.
  public private(set) var sequences: [MarkedSequence] = []
  /// What no reader should find: lost `EMC`, unbalanced `q`, paint outside of any sequence, codes without characters.
  public private(set) var problems: [String] = []

  /// Reads a page's content.
  ///
  /// - Parameters:
  ///   - bytes: the stream, inflated.
  ///   - fonts: by their names in the page's resources.
  ///   - properties: property lists by their names in the page's resources.
  init(_ bytes: [UInt8], fonts: [String: PDFFont], properties: [String: PDFObject], in file: PDFFile) {
    var reader = Reader(fonts: fonts, properties: properties, file: file)
    do {
      var scanner = PDFScanner(bytes)
      var operands: [PDFObject] = []
      while let token = try scanner.token() {
        switch token {
        case .object(let value): operands.append(value)
        case .keyword(let name):
          reader.perform(name, operands)
          operands = []
        }
      }
    } catch {
      reader.note("the content stream cannot be read: \(error)")
    }
    reader.finish()
    sequences = reader.finished
    problems = reader.problems
  }
}

/// Performs the operators of a content stream as far as marked content needs it.
private struct Reader {
  struct Open {
    var sequence: MarkedSequence
    /// How many `q` were open when it began.
    var saved: Int
    /// What stands for everything shown inside.
    var actualText: String?
    /// Its place in `finished`; nil for a sequence that is neither numbered nor artifact.
    var place: Int?
  }
  struct State {
    var font = ""
    var size = 0.0
    var ink = 0.0
  }

  let fonts: [String: PDFFont]
  let properties: [String: PDFObject]
  let file: PDFFile
  var finished: [MarkedSequence] = []
  var problems: [String] = []
  var open: [Open] = []
  var state = State()
  var saved: [State] = []
  var isInText = false
  /// The scale of the text matrix in the direction of the letters' height.
  var scale = 1.0

  mutating func note(_ problem: String) {
    if !problems.contains(problem) { problems.append(problem) }
  }

  mutating func finish() {
    if !open.isEmpty { note("\(open.count) marked content sequences are never ended") }
    if !saved.isEmpty { note("\(saved.count) q without Q") }
    if isInText { note("BT without ET") }
  }

  mutating func perform(_ name: String, _ operands: [PDFObject]) {
    switch name {
    case "BMC", "BDC": begin(name, operands)
    case "EMC": end()
    case "q": saved.append(state)
    case "Q":
      if let last = saved.popLast() { state = last } else { note("Q without q") }
    case "BT":
      if isInText { note("BT inside BT") }
      isInText = true
      scale = 1
    case "ET":
      if !isInText { note("ET without BT") }
      isInText = false
    case "Tf":
      state.font = operands.first?.name ?? ""
      state.size = operands.last?.number ?? 0
    case "Tm":
      if operands.count == 6, let height = operands[3].number { scale = abs(height) }
    case "g": state.ink = operands.last?.number ?? 0
    case "rg":
      let parts = operands.compactMap(\.number)
      if parts.count == 3 { state.ink = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] }
    case "Tj", "'", "\"", "TJ": show(operands)
    case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "EI": paint(name)
    default: break
    }
  }

  private mutating func begin(_ name: String, _ operands: [PDFObject]) {
    let tag = operands.first?.name ?? ""
    var list: [String: PDFObject] = [:]
    if name == "BDC" {
      let named = operands.last?.name.flatMap { properties[$0] }
      list = file.dictionary(named ?? operands.last) ?? [:]
    }
    let sequence = MarkedSequence(tag: tag, properties: list)
    var place: Int?
    if sequence.mcid != nil || sequence.isArtifact {
      if open.contains(where: { $0.place != nil }) { note("a numbered sequence or artifact stands inside another") }
      place = finished.count
      finished.append(sequence)
    }
    open.append(
      Open(sequence: sequence, saved: saved.count, actualText: list["ActualText"].flatMap(\.text), place: place))
  }

  private mutating func end() {
    guard let last = open.popLast() else { return note("EMC without BDC") }
    if last.saved != saved.count { note("q and Q are not balanced inside \(last.sequence.tag)") }
    if let text = last.actualText, !isReplaced { append(text, place: last.place) }
  }

  /// Whether an enclosing sequence says what all within stands for.
  private var isReplaced: Bool { open.contains { $0.actualText != nil } }

  private mutating func append(_ text: String, place: Int? = nil) {
    guard let place = place ?? open.last(where: { $0.place != nil })?.place else { return }
    finished[place].text += text
  }

  private mutating func paint(_ what: String) {
    guard let place = open.last(where: { $0.place != nil })?.place else {
      return note("\(what) paints outside of tagged content and artifacts")
    }
    finished[place].paintings += 1
  }

  private mutating func show(_ operands: [PDFObject]) {
    if !isInText { note("text is shown outside of BT and ET") }
    var parts = operands
    if case .array(let items)? = operands.last { parts = items }
    var text = ""
    var complaints: [String] = []
    for case .string(let bytes) in parts {
      guard let font = fonts[state.font] else {
        complaints.append("the font \(state.font) is not in the page's resources")
        continue
      }
      text += font.text(bytes) { complaints.append($0) }
    }
    complaints.forEach { note($0) }
    paint("text")
    if !isReplaced { append(text) }
    guard let place = open.last(where: { $0.place != nil })?.place else { return }
    let size = state.size * scale
    if text.contains(where: { !$0.isWhitespace }) {
      finished[place].smallestType = min(finished[place].smallestType ?? size, size)
    }
    finished[place].lightestInk = max(finished[place].lightestInk, state.ink)
  }
}
