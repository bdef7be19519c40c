/// A page: what is painted on it and what lies over it.
public struct PDFPage: Sendable {
  /// Its object's number.
  public var number: Int
  /// Its dictionary.
  public var dictionary: [String: PDFObject]
  /// Width and height, in points.
  public var size: (width: Double, height: Double)
  /// Its fonts by their names in its resources.
  public var fonts: [String: PDFFont]
  /// What its content stream says.
  public var content: PageContent
  /// The numbers of its annotations.
  public var annotations: [Int]

  init(_ number: Int, inherited: [String: PDFObject], in file: PDFFile) {
    self.number = number
    dictionary = inherited.merging(file.dictionary(.reference(number)) ?? [:]) { $1 }
    let box = (file.array(dictionary["MediaBox"]) ?? []).compactMap { file.resolve($0)?.number }
    size = box.count == 4 ? (box[2] - box[0], box[3] - box[1]) : (0, 0)
    let resources = file.dictionary(dictionary["Resources"]) ?? [:]
    fonts = [:]
    for (name, font) in file.dictionary(resources["Font"]) ?? [:] {
      fonts[name] = PDFFont(font, resource: name, in: file)
    }
    let streams = file.array(dictionary["Contents"]) ?? dictionary["Contents"].map { [$0] } ?? []
    let bytes = streams.map { file.streamBytes($0) ?? [] }.joined(separator: [10])
    content = PageContent(
      Array(bytes), fonts: fonts, properties: file.dictionary(resources["Properties"]) ?? [:], in: file)
    annotations = (file.array(dictionary["Annots"]) ?? []).compactMap(\.reference)
  }

  /// The sequence of a number.
  public func sequence(_ mcid: Int) -> MarkedSequence? { content.sequences.first { $0.mcid == mcid } }
}

extension PDFFile {
  /// The pages in order.
  ///
  /// Computed anew at each call; keep it.
  public func pages() -> [PDFPage] {
    var pages: [PDFPage] = []
    let inheritable = ["Resources", "MediaBox", "CropBox", "Rotate"]
    func walk(_ object: PDFObject?, _ inherited: [String: PDFObject], _ depth: Int) {
      guard depth < 32, let number = object?.reference, let node = dictionary(object) else { return }
      if node["Type"]?.name == "Page" { return pages.append(PDFPage(number, inherited: inherited, in: self)) }
      let passed = inherited.merging(node.filter { inheritable.contains($0.key) }) { $1 }
      for kid in array(node["Kids"]) ?? [] { walk(kid, passed, depth + 1) }
    }
    walk(catalog["Pages"], [:], 0)
    return pages
  }

  /// The labels of the pages, one a page, as a reader's page box shows them (ISO 32000-1 12.4.2); empty without a label tree.
  public func pageLabels(count: Int) -> [String] {
    guard catalog["PageLabels"] != nil else { return [] }
    let ranges = numberTree(catalog["PageLabels"]).sorted { $0.key < $1.key }
    return (0..<count).map { page in
      guard let range = ranges.last(where: { $0.key <= page }), let label = dictionary(range.value) else { return "" }
      let number = (label["St"]?.integer ?? 1) + page - range.key
      return (resolve(label["P"])?.text ?? "") + Self.numeral(number, style: label["S"]?.name)
    }
  }

  private static func numeral(_ number: Int, style: String?) -> String {
    switch style {
    case "D": return String(number)
    case "r", "R":
      let steps = [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
        (9, "ix"),
        (5, "v"), (4, "iv"), (1, "i"),
      ]
      var left = number
      var result = ""
      for (value, letters) in steps {
        while left >= value {
          result += letters
          left -= value
        }
      }
      return style == "R" ? result.uppercased() : result
    case "a", "A":
      guard number > 0 else { return "" }
      let letter = String(UnicodeScalar(UInt8(97 + (number - 1) % 26)))
      let result = String(repeating: letter, count: (number - 1) / 26 + 1)
      return style == "A" ? result.uppercased() : result
    default: return ""
    }
  }

  /// The entries of a number tree (ISO 32000-1 7.9.7).
  func numberTree(_ object: PDFObject?) -> [Int: PDFObject] {
    var entries: [Int: PDFObject] = [:]
    walkTree(object, key: "Nums") { if let number = $0.integer { entries[number] = $1 } }
    return entries
  }

  /// The entries of a name tree (ISO 32000-1 7.9.6) in the order the file has them.
  func nameTree(_ object: PDFObject?) -> [(name: [UInt8], value: PDFObject)] {
    var entries: [(name: [UInt8], value: PDFObject)] = []
    walkTree(object, key: "Names") { if case .string(let name) = $0 { entries.append((name, $1)) } }
    return entries
  }

  private func walkTree(_ object: PDFObject?, key: String, depth: Int = 0, _ visit: (PDFObject, PDFObject) -> Void) {
    guard depth < 32, let node = dictionary(object) else { return }
    let pairs = array(node[key]) ?? []
    for index in stride(from: 0, to: pairs.count - 1, by: 2) { visit(pairs[index], pairs[index + 1]) }
    for kid in array(node["Kids"]) ?? [] { walkTree(kid, key: key, depth: depth + 1, visit) }
  }
}
