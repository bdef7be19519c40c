import Document
import Typesetting

extension ConformanceChecker {
  /// Headings in reading order: the first is H1, and none goes more than one level deeper than the last.
  mutating func checkHeadings() {
    var level = 0
    var stack = [0]
    while let index = stack.popLast() {
      if let own = layout.elements[index].role.headingLevel {
        if own > level + 1 { report(.headingSkip, element: index) }
        level = own
      }
      for kid in layout.elements[index].kids.reversed() {
        if case .element(let next) = kid { stack.append(next) }
      }
    }
  }

  /// What a role demands of an element, of its attributes and of its parent.
  mutating func checkElement(_ index: Int) {
    let role = layout.elements[index].role
    if let language = layout.elements[index].language, !language.isWellFormed { report(.language, element: index) }
    if let parents = role.parents {
      let parent = layout.elements[index].parent.flatMap {
        layout.elements.indices.contains($0) ? layout.elements[$0].role : nil
      }
      if parent.map({ !parents.contains($0) }) ?? true { report(.nesting, element: index) }
    }
    switch role {
    case .figure:
      let element = layout.elements[index]
      if element.alternative?.allSatisfy(\.isWhitespace) ?? true { report(.figureAlternative, element: index) }
      if !((element.boundingBox?.width ?? 0) > 0 && (element.boundingBox?.height ?? 0) > 0) {
        report(.figureBox, element: index)
      }
    case .list: checkList(index)
    case .table: checkTable(index)
    case .tableHeader: if layout.elements[index].scope == nil { report(.tableScope, element: index) }
    case .note: if layout.elements[index].identifier?.isEmpty ?? true { report(.noteIdentifier, element: index) }
    case .link:
      let hasAnnotation = layout.elements[index].kids.contains { if case .annotation = $0 { true } else { false } }
      if !hasAnnotation { report(.linkElement, element: index) }
    default: break
    }
  }

  private func kids(of index: Int) -> [Int] {
    layout.elements[index].kids.compactMap { kid in
      guard case .element(let place) = kid, layout.elements.indices.contains(place) else { return nil }
      return place
    }
  }

  private mutating func checkList(_ index: Int) {
    let items = kids(of: index)
    for item in items where layout.elements[item].role != .listItem { report(.nesting, element: item) }
    let hasLabels = items.contains { item in kids(of: item).contains { layout.elements[$0].role == .label } }
    let numbering = layout.elements[index].numbering ?? .none
    if hasLabels && numbering == .none { report(.listNumbering, element: index) }
  }

  private mutating func checkTable(_ index: Int) {
    let rows = kids(of: index)
    for row in rows where layout.elements[row].role != .tableRow { report(.nesting, element: row) }
    let cells = rows.map(kids(of:))
    for cell in cells.joined() where layout.elements[cell].role != .tableHeader {
      if layout.elements[cell].role != .tableData { report(.nesting, element: cell) }
    }
    if Set(cells.map(\.count)).count > 1 { report(.tableShape, element: index) }
    if !cells.joined().contains(where: { layout.elements[$0].role == .tableHeader }) {
      report(.tableHeader, element: index)
    }
  }
}

extension StructureRole {
  var headingLevel: Int? {
    switch self {
    case .heading1: 1
    case .heading2: 2
    case .heading3: 3
    case .heading4: 4
    default: nil
    }
  }

  /// The only roles its parent may have (ISO 32000-1 14.8.4.3); nil where any may.
  var parents: [StructureRole]? {
    switch self {
    case .listItem: [.list]
    case .listBody: [.listItem]
    case .label: [.listItem, .note, .reference, .link, .paragraph]
    case .tableRow: [.table]
    case .tableHeader, .tableData: [.tableRow]
    default: nil
    }
  }
}
