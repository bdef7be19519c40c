import Document
import Haru
import Typesetting

/// Writes the tag tree (ISO 32000-1 14.7): elements, the way from content back to them, and identifiers.
struct TagTree {
  let layout: Layout
  let contents: PageContents
  let pages: [ObjectNumber]
  /// The first of the elements; they are numbered in a row.
  let first: ObjectNumber
  /// The first of the link annotations, page after page, numbered in a row.
  let annotations: ObjectNumber
  /// For every page, how many links come before its own.
  let linkStarts: [Int]

  func number(of element: Int) -> ObjectNumber { first.advanced(by: element) }

  /// Writes every element and the root.
  ///
  /// - Returns: the root.
  func write(to document: inout HaruDocument) throws(HaruError) -> ObjectNumber {
    let root = try document.reserve()
    // Elements are large; neither they nor what they hold are copied.
    layout.elements.withUnsafeBufferPointer { elements in
      guard let start = elements.baseAddress else { return }
      for index in elements.indices {
        document.define(number(of: index)) { write(start + index, root: root, to: &$0) }
      }
    }
    let links = layout.pages.reduce(0) { $0 + $1.links.count }
    var backwards = NumberTree()
    for (page, owners) in contents.owners.enumerated() where !owners.isEmpty {
      backwards.append(page) { out in
        out.raw("[")
        out.array(of: owners.count)
        for owner in owners {
          out.reference(number(of: owner))
          out.raw(" ")
        }
        out.raw("]")
      }
    }
    var key = layout.pages.count
    for page in layout.pages {
      for link in page.links {
        backwards.append(key) { $0.reference(number(of: link.element)) }
        key += 1
      }
    }
    let parents = try backwards.write(to: &document)
    let identifiers = try writeIdentifiers(to: &document)
    document.define(root) { out in
      out.raw("/Type/StructTreeRoot/K ")
      out.reference(first)
      out.raw("/ParentTree ")
      out.reference(parents)
      out.raw("/ParentTreeNextKey ")
      out.integer(layout.pages.count + links)
      if let identifiers {
        out.raw("/IDTree ")
        out.reference(identifiers)
      }
    }
    return root
  }

  private func writeIdentifiers(to document: inout HaruDocument) throws(HaruError) -> ObjectNumber? {
    var tree = NameTree()
    for index in layout.elements.indices {
      if let identifier = layout.elements[index].identifier { tree.insert(identifier, number(of: index)) }
    }
    return try tree.write(to: &document)
  }

  private func write(_ place: UnsafePointer<StructureElement>, root: ObjectNumber, to out: inout PDFBuffer) {
    out.raw("/Type/StructElem/S")
    out.raw(place.pointee.role.tag)
    out.raw("/P ")
    out.reference(place.pointee.parent.map(number(of:)) ?? root)
    place.pointee.kids.withUnsafeBufferPointer { writeKids($0, to: &out) }
    writeAttributes(place, to: &out)
  }

  private func writeAttributes(_ place: UnsafePointer<StructureElement>, to out: inout PDFBuffer) {
    if let language = place.pointee.language {
      out.raw("/Lang")
      out.text(language.rawValue)
    }
    if let alternative = place.pointee.alternative {
      out.raw("/Alt")
      out.text(alternative)
    }
    if let identifier = place.pointee.identifier {
      out.raw("/ID")
      out.string(identifier.utf8)
    }
    if let scope = place.pointee.scope {
      switch scope {
      case .row: out.raw("/A<</O/Table/Scope/Row>>")
      case .column: out.raw("/A<</O/Table/Scope/Column>>")
      }
    }
    if let numbering = place.pointee.numbering {
      out.raw("/A<</O/List/ListNumbering")
      out.name(numbering.rawValue.utf8)
      out.raw(">>")
    }
    if let box = place.pointee.boundingBox {
      out.raw("/A<</O/Layout/Placement/Block/BBox[")
      for value in [box.x, box.y, box.x + box.width, box.y + box.height] {
        out.real(value)
        out.raw(" ")
      }
      out.raw("]>>")
    }
  }

  private func writeKids(_ kids: UnsafeBufferPointer<StructureElement.Kid>, to out: inout PDFBuffer) {
    guard !kids.isEmpty else { return }
    // Content on the page of the element's first content is named by its identifier alone.
    var home = -1
    for kid in kids {
      if case .content(let page, _) = kid {
        home = page
        break
      }
    }
    if home >= 0 {
      out.raw("/Pg ")
      out.reference(pages[home])
    }
    out.array(of: kids.count)
    let isSingle = kids.count == 1
    out.raw(isSingle ? "/K " : "/K[")
    for kid in kids {
      switch kid {
      case .element(let index): out.reference(number(of: index))
      case .content(let page, let sequence):
        let identifier = Int(contents.identifiers[contents.starts[page] + sequence])
        if page == home {
          out.integer(identifier)
        } else {
          out.raw("<</Type/MCR/Pg ")
          out.reference(pages[page])
          out.raw("/MCID ")
          out.integer(identifier)
          out.raw(">>")
        }
      case .annotation(let page, let link):
        out.raw("<</Type/OBJR/Pg ")
        out.reference(pages[page])
        out.raw("/Obj ")
        out.reference(annotations.advanced(by: linkStarts[page] + link))
        out.raw(">>")
      }
      if !isSingle { out.raw(" ") }
    }
    if !isSingle { out.raw("]") }
  }
}
