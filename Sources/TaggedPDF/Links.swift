import Haru
import Typesetting

extension LinkAnnotation {
  /// Writes the annotation (ISO 32000-1 12.5.6.5): one quadrilateral a line, no border, spoken by its description.
  func write(key: Int, pages: [ObjectNumber], to out: inout PDFBuffer) {
    out.raw("/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent ")
    out.integer(key)
    out.raw("/Contents")
    out.text(description)
    writeAreas(to: &out)
    switch destination {
    case .uri(let uri):
      out.raw("/A<</S/URI/URI")
      out.string(uri.utf8)
      out.raw(">>")
    case .place(let page, let y):
      out.raw("/Dest")
      writeDestination(pages[page], y: y, to: &out)
    }
  }

  private func writeAreas(to out: inout PDFBuffer) {
    var (left, bottom, right, top) = (Int.max, Int.max, Int.min, Int.min)
    for area in areas {
      left = min(left, out.inHundredths(area.x))
      bottom = min(bottom, out.inHundredths(area.y))
      right = max(right, out.inHundredths(area.x + area.width))
      top = max(top, out.inHundredths(area.y + area.height))
    }
    out.raw("/Rect[")
    write([left, bottom, right, top], to: &out)
    // Upper left, upper right, lower left, lower right: the order readers expect, whatever the standard's figure says.
    out.raw("]/QuadPoints[")
    for area in areas {
      let (x, y) = (out.inHundredths(area.x), out.inHundredths(area.y))
      let (end, head) = (out.inHundredths(area.x + area.width), out.inHundredths(area.y + area.height))
      write([x, head, end, head, x, y, end, y], to: &out)
    }
    out.raw("]")
  }

  private func write(_ values: [Int], to out: inout PDFBuffer) {
    for value in values {
      out.hundredths(value)
      out.raw(" ")
    }
  }
}

/// Writes a destination that keeps the reader's zoom and left edge (ISO 32000-1 12.3.2.2).
func writeDestination(_ page: ObjectNumber, y: Double, to out: inout PDFBuffer) {
  out.raw("[")
  out.reference(page)
  out.raw("/XYZ null ")
  out.real(y)
  out.raw(" null]")
}
