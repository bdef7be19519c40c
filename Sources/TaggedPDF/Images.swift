import Document
import Haru
import Typesetting

extension Image {
  /// The matrix that maps the unit square, turned as the picture wants it, to the rectangle it fills.
  func matrix(filling area: Rectangle) -> [Double] {
    let turn = orientation.matrix
    return [
      turn.a * area.width, turn.b * area.height, turn.c * area.width, turn.d * area.height,
      turn.e * area.width + area.x, turn.f * area.height + area.y,
    ]
  }

  /// Adds the picture to a document, without decoding what a reader decodes itself.
  ///
  /// - Returns: the image.
  func write(
    to document: inout HaruDocument, deflater: borrowing Deflater, streams: inout DeflatedStreams
  ) throws(HaruError) -> ObjectNumber {
    let image = try document.reserve()
    var mask: ObjectNumber?
    if let opacity {
      let number = try document.reserve()
      document.define(number, data: .stored(encoding == .raw ? streams.deflated(opacity, by: deflater) : opacity)) {
        out in
        writeSize(to: &out)
        out.raw("/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode")
      }
      mask = number
    }
    let data = encoding == .raw ? streams.deflated(data, by: deflater) : data
    document.define(image, data: .stored(data)) { out in
      writeSize(to: &out)
      out.raw("/BitsPerComponent ")
      out.integer(bitsPerComponent)
      writeColourSpace(to: &out)
      writeFilter(to: &out)
      if let mask {
        out.raw("/SMask ")
        out.reference(mask)
      }
    }
    return image
  }

  private func writeSize(to out: inout PDFBuffer) {
    out.raw("/Type/XObject/Subtype/Image/Width ")
    out.integer(width)
    out.raw("/Height ")
    out.integer(height)
  }

  private func writeColourSpace(to out: inout PDFBuffer) {
    switch colourSpace {
    case .gray: out.raw("/ColorSpace/DeviceGray")
    case .rgb: out.raw("/ColorSpace/DeviceRGB")
    case .indexed(let palette):
      out.raw("/ColorSpace[/Indexed/DeviceRGB ")
      out.integer(palette.count / 3 - 1)
      out.raw("<")
      for byte in palette { out.hexadecimal(byte) }
      out.raw(">]")
    }
  }

  private func writeFilter(to out: inout PDFBuffer) {
    switch encoding {
    case .raw, .deflated: out.raw("/Filter/FlateDecode")
    case .jpeg: out.raw("/Filter/DCTDecode")
    case .pngRows:
      out.raw("/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ")
      out.integer(components)
      out.raw("/BitsPerComponent ")
      out.integer(bitsPerComponent)
      out.raw("/Columns ")
      out.integer(width)
      out.raw(">>")
    }
  }
}
