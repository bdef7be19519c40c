import Document
import Fonts

/// A document after setting: pages that know where everything stands, and the tag tree over them.
///
/// Coordinates are PDF's: points, origin in the sheet's lower left corner.
public struct Layout: Sendable {
  /// The pages in order.
  public var pages: [Page]
  /// The tag tree: element 0 is the `Document`; a parent always precedes its kids.
  public var elements: [StructureElement]
  /// The bookmarks: sections, subsections, annexes.
  public var outline: [Bookmark]
  /// The pictures; `Drawing.image` names one by its place here.
  public var images: [Image]
  /// Every face with at least the glyphs it draws that its base font lacks, and the characters each of them stands for.
  public var glyphs: GlyphUsage
  /// The default language.
  public var language: LanguageTag

  /// Makes a layout.
  public init(
    pages: [Page], elements: [StructureElement], outline: [Bookmark], images: [Image], glyphs: GlyphUsage,
    language: LanguageTag
  ) {
    self.pages = pages
    self.elements = elements
    self.outline = outline
    self.images = images
    self.glyphs = glyphs
    self.language = language
  }
}

/// A rectangle in points, origin in its lower left corner.
public struct Rectangle: Hashable, Sendable {
  /// Left edge.
  public var x: Double
  /// Lower edge.
  public var y: Double
  /// Width.
  public var width: Double
  /// Height.
  public var height: Double
  /// Makes a rectangle.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }
}

/// One sheet.
public struct Page: Sendable {
  /// Width, in points.
  public var width: Double
  /// Height, in points.
  public var height: Double
  /// The marked content sequences in the order they are painted.
  public var contents: [MarkedContent]
  /// The links on this page.
  public var links: [LinkAnnotation]
  /// The page's label as it is printed.
  public var label: String

  /// Makes a page.
  public init(
    width: Double, height: Double, contents: [MarkedContent] = [], links: [LinkAnnotation] = [], label: String = ""
  ) {
    self.width = width
    self.height = height
    self.contents = contents
    self.links = links
    self.label = label
  }
}

/// A marked content sequence (ISO 32000-1 14.6): real content of one structure element, or an artifact.
public struct MarkedContent: Sendable {
  /// Whose content it is.
  public enum Owner: Hashable, Sendable {
    /// The element at this place in `Layout.elements`.
    case element(Int)
    /// Furniture (ISO 32000-1 14.8.2.2).
    case artifact(Artifact)
  }
  /// The kinds of furniture.
  public enum Artifact: Hashable, Sendable {
    case header
    case footer
    case pagination
    case layout
  }
  /// Whose content it is.
  public var owner: Owner
  /// What is painted.
  public var drawings: [Drawing]
  /// Makes a sequence.
  public init(_ owner: Owner, _ drawings: [Drawing]) {
    self.owner = owner
    self.drawings = drawings
  }
}

/// What is painted.
public enum Drawing: Sendable {
  /// Glyphs whose baseline starts at (x, y).
  case glyphs(GlyphRun, x: Double, y: Double)
  /// A filled rectangle of a grey between 0 (black) and 1 (white).
  case rule(Rectangle, gray: Double)
  /// A picture, by its place in `Layout.images`, filling the rectangle.
  case image(Int, Rectangle)
}

/// Glyphs of one face and size on one baseline, justified: immutable, shared between all documents that set the same line.
public final class GlyphRun: Sendable {
  /// A glyph and where the pen goes.
  public struct Glyph: Hashable, Sendable {
    /// The glyph in its face.
    public var id: UInt16
    /// Where the pen moves after it, in thousandths of the size; kerning and justification included.
    public var advance: Int32
    /// The advance the face itself gives the glyph, in thousandths of the size.
    public var natural: Int32
    /// How far above the baseline the glyph is drawn, in thousandths of the size.
    public var rise: Int32
    /// Makes a glyph.
    public init(id: UInt16, advance: Int32, natural: Int32, rise: Int32 = 0) {
      self.id = id
      self.advance = advance
      self.natural = natural
      self.rise = rise
    }
  }
  /// The face.
  public let face: FaceID
  /// The size, in points.
  public let size: Double
  // What writing a run reads stands before what only setting it read.
  /// The characters in reading order where the glyphs alone would not give them back (`ActualText`); nil otherwise.
  public let actualText: String?
  /// What the writer made of the glyphs: its text-showing operators, without font and position.
  ///
  /// Kept here because most lines are the same in every document of a batch.
  public let encoded: EncodedGlyphs
  /// The glyphs in the order they are painted.
  public let glyphs: [Glyph]
  /// The sum of the advances, in points.
  public let width: Double

  /// Makes a run and has it encoded once.
  public init(face: FaceID, size: Double, glyphs: [Glyph], actualText: String? = nil, encoder: some GlyphEncoder) {
    self.face = face
    self.size = size
    self.glyphs = glyphs
    self.actualText = actualText
    width = glyphs.reduce(0) { $0 + Double($1.advance) } * size / 1000
    encoded = encoder.encode(glyphs, face: face, size: size)
  }
}

/// Glyphs as the format shows them.
public struct EncodedGlyphs: Sendable {
  /// The format's operators.
  public var bytes: [UInt8]
  /// The glyphs that the face's base subset lacks, ascending: what a document's supplement must bring.
  public var beyondBase: [UInt16]

  /// Makes encoded glyphs.
  public init(bytes: [UInt8], beyondBase: [UInt16] = []) {
    self.bytes = bytes
    self.beyondBase = beyondBase
  }
}

/// Turns glyphs into what the format shows text with; the setter of type knows no format.
public protocol GlyphEncoder: Sendable {
  /// Encodes glyphs of one run.
  ///
  /// - Parameters:
  ///   - glyphs: in painting order.
  ///   - face: the face they belong to.
  ///   - size: in points.
  func encode(_ glyphs: [GlyphRun.Glyph], face: FaceID, size: Double) -> EncodedGlyphs
}

/// A link's area on a page and the structure element it belongs to.
public struct LinkAnnotation: Sendable {
  /// Where a link leads.
  public enum Destination: Hashable, Sendable {
    /// A page and the height of its upper edge there, in points; the reader's zoom stays.
    case place(page: Int, y: Double)
    /// An address outside.
    case uri(String)
  }
  /// One rectangle a line; a link over two lines is one annotation with two.
  public var areas: [Rectangle]
  /// Where it leads.
  public var destination: Destination
  /// What a screen reader says.
  public var description: String
  /// The `Link` element that owns it.
  public var element: Int
  /// Makes a link.
  public init(areas: [Rectangle], destination: Destination, description: String, element: Int) {
    self.areas = areas
    self.destination = destination
    self.description = description
    self.element = element
  }
}

/// A bookmark.
public struct Bookmark: Sendable {
  /// The words.
  public var title: String
  /// Its page, from 0.
  public var page: Int
  /// The height of its upper edge there, in points.
  public var y: Double
  /// The bookmarks under it.
  public var children: [Bookmark]
  /// Makes a bookmark.
  public init(title: String, page: Int, y: Double, children: [Bookmark] = []) {
    self.title = title
    self.page = page
    self.y = y
    self.children = children
  }
}
