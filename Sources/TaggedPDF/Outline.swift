import Haru
import Typesetting

/// The bookmarks as objects (ISO 32000-1 12.3.3), all of them open.
struct Outline {
  private struct Item {
    var bookmark: Bookmark
    var parent: Int
    var previous: Int?
    var next: Int?
    var first: Int?
    var last: Int?
    var descendants = 0
  }
  private var items: [Item] = []
  private var ends: (first: Int, last: Int)?

  init(_ bookmarks: [Bookmark]) {
    ends = append(bookmarks, parent: -1)
  }

  private mutating func append(_ bookmarks: [Bookmark], parent: Int) -> (first: Int, last: Int)? {
    var first: Int?
    var last: Int?
    for bookmark in bookmarks {
      let place = items.count
      items.append(Item(bookmark: bookmark, parent: parent, previous: last))
      if let last { items[last].next = place }
      first = first ?? place
      last = place
      if let kids = append(bookmark.children, parent: place) {
        items[place].first = kids.first
        items[place].last = kids.last
        items[place].descendants = items.count - place - 1
      }
    }
    guard let first, let last else { return nil }
    return (first, last)
  }

  /// Writes the outline.
  ///
  /// - Returns: its root; nil where there are no bookmarks.
  func write(pages: [ObjectNumber], to document: inout HaruDocument) throws(HaruError) -> ObjectNumber? {
    guard let ends else { return nil }
    let root = try document.reserve(items.count + 1)
    let number = { (place: Int) in root.advanced(by: place + 1) }
    document.define(root) { out in
      out.raw("/Type/Outlines/First ")
      out.reference(number(ends.first))
      out.raw("/Last ")
      out.reference(number(ends.last))
      out.raw("/Count ")
      out.integer(items.count)
    }
    for (place, item) in items.enumerated() {
      document.define(number(place)) { out in
        out.raw("/Title")
        out.text(item.bookmark.title)
        out.raw("/Parent ")
        out.reference(number(item.parent))
        for (key, other) in [
          ("/Prev " as StaticString, item.previous), ("/Next ", item.next), ("/First ", item.first),
          ("/Last ", item.last),
        ] {
          guard let other else { continue }
          out.raw(key)
          out.reference(number(other))
        }
        if item.descendants > 0 {
          out.raw("/Count ")
          out.integer(item.descendants)
        }
        out.raw("/Dest")
        writeDestination(pages[item.bookmark.page], y: item.bookmark.y, to: &out)
      }
    }
    return root
  }
}
