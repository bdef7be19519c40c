import Storage

/// A document before it is set: what it says and how its parts nest, nothing about pages.
///
/// The types allow no heading level to be skipped: a document has one title (H1), sections (H2) and subsections
/// (H3); each annex is a section of its own on new pages.
public struct Document: Hashable, Sendable {
  /// The language of everything that names no other.
  public var language: LanguageTag
  /// The title in the metadata and the window bar; names no person.
  public var metadataTitle: String
  /// The running foot and head.
  public var furniture: Furniture
  /// Sender, addressee, place and date; nil for documents that are no letters.
  public var letterhead: Letterhead?
  /// The caption table above the title.
  public var caption: Table?
  /// The one H1.
  public var title: [Inline]
  /// A line under the title, such as the provisions it is based on.
  public var subtitle: [Inline]?
  /// What stands between title and first section: the summary.
  public var opening: [Block]
  /// The sections.
  public var sections: [Section]
  /// The annexes, each on pages of its own.
  public var annexes: [Annex]
  /// Files delivered inside the PDF, unchanged.
  public var attachments: [Attachment]
  /// What programs are told of all exhibits, those in other files among them.
  public var exhibits: [ExhibitRecord] = []
  /// Which of several files this is, from 1.
  public var part = 1
  /// The text once more in another language.
  public var translation: Translation?

  /// Makes a document.
  public init(
    language: LanguageTag, metadataTitle: String, furniture: Furniture, letterhead: Letterhead? = nil,
    caption: Table? = nil, title: [Inline], subtitle: [Inline]? = nil, opening: [Block] = [], sections: [Section],
    annexes: [Annex] = [], attachments: [Attachment] = []
  ) {
    self.language = language
    self.metadataTitle = metadataTitle
    self.furniture = furniture
    self.letterhead = letterhead
    self.caption = caption
    self.title = title
    self.subtitle = subtitle
    self.opening = opening
    self.sections = sections
    self.annexes = annexes
    self.attachments = attachments
  }
}

/// What repeats on every page; an artifact, never the only place of a fact.
public struct Furniture: Hashable, Sendable {
  /// The running head from page 2 on.
  public var head: String
  /// The left part of the foot: the own reference.
  public var reference: String
  /// The page number with `{page}` and `{pages}`, such as `Seite {page} von {pages}`.
  public var pageNumber: String
  /// What a screen reader says at a footnote's number, which leads back, with `{paragraph}`: `zurück zu Absatz {paragraph}`.
  public var noteReturn: String?
  /// The stamp of annex pages with `{page}` and `{pages}` counted within the annex; the annex's own text precedes it.
  public var annexPageNumber: String

  /// Makes furniture.
  public init(
    head: String, reference: String, pageNumber: String, annexPageNumber: String, noteReturn: String? = nil
  ) {
    self.noteReturn = noteReturn
    self.head = head
    self.reference = reference
    self.pageNumber = pageNumber
    self.annexPageNumber = annexPageNumber
  }
}

/// The upper part of page 1 of a letter.
public struct Letterhead: Hashable, Sendable {
  /// Where the address window of the country's envelopes is, in millimetres from the sheet's upper left corner.
  public struct AddressWindow: Hashable, Sendable {
    /// Left edge of the text.
    public var left: Double
    /// Upper edge of the address zone.
    public var top: Double
    /// Width of the zone.
    public var width: Double
    /// Height of the zone.
    public var height: Double
    /// Makes a window; all in millimetres.
    public init(left: Double, top: Double, width: Double, height: Double) {
      self.left = left
      self.top = top
      self.width = width
      self.height = height
    }
  }
  /// The sender's lines, at the head of the page.
  public var sender: [String]
  /// The sender's logo; its width is chosen by the setter.
  public var logo: Figure?
  /// The addressee's lines, in the window.
  public var addressee: [String]
  /// The window.
  public var window: AddressWindow
  /// Place and date.
  public var placeAndDate: String
  /// Lines on delivery, such as the e-mail address it goes to.
  public var delivery: [String]
  /// Where the sheet is folded for its envelope, in millimetres from its upper edge.
  public var folds: [Double]
  /// Where a punch is set on, in millimetres from the sheet's upper edge; nil where no standard marks it.
  public var punch: Double?

  /// Makes a letterhead.
  public init(
    sender: [String], logo: Figure? = nil, addressee: [String], window: AddressWindow, placeAndDate: String,
    delivery: [String],
    folds: [Double] = [], punch: Double? = nil
  ) {
    self.folds = folds
    self.punch = punch
    self.sender = sender
    self.logo = logo
    self.addressee = addressee
    self.window = window
    self.placeAndDate = placeAndDate
    self.delivery = delivery
  }
}

/// A heading: its number is part of its text.
public struct Heading: Hashable, Sendable {
  /// `1` or `1.1`; nil where headings are not numbered.
  public var number: String?
  /// The words.
  public var content: [Inline]
  /// The place links name.
  public var identifier: String
  /// Makes a heading.
  public init(number: String? = nil, _ content: [Inline], identifier: String) {
    self.number = number
    self.content = content
    self.identifier = identifier
  }
}

/// A section under an H2.
public struct Section: Hashable, Sendable {
  /// The heading.
  public var heading: Heading
  /// What comes before the first subsection.
  public var blocks: [Block]
  /// The subsections.
  public var subsections: [Subsection]
  /// Makes a section.
  public init(_ heading: Heading, _ blocks: [Block] = [], subsections: [Subsection] = []) {
    self.heading = heading
    self.blocks = blocks
    self.subsections = subsections
  }
}

/// A subsection under an H3.
public struct Subsection: Hashable, Sendable {
  /// The heading.
  public var heading: Heading
  /// Its content.
  public var blocks: [Block]
  /// Makes a subsection.
  public init(_ heading: Heading, _ blocks: [Block]) {
    self.heading = heading
    self.blocks = blocks
  }
}

/// An exhibit as it is shown: a section on new pages, each stamped.
public struct Annex: Hashable, Sendable {
  /// The heading, `Annex 3: confirmation by e-mail of 12 June 2024`.
  public var heading: Heading
  /// What every page's stamp says before its page number.
  ///
  /// Number, caption, short hash; an artifact, so `blocks` must say it too.
  public var stamp: String
  /// The content: what it is, where it is cited, then the exhibit.
  public var blocks: [Block]
  /// The language of the exhibit where it is another.
  public var language: LanguageTag?
  /// Makes an annex.
  public init(_ heading: Heading, stamp: String, blocks: [Block], language: LanguageTag? = nil) {
    self.heading = heading
    self.stamp = stamp
    self.blocks = blocks
    self.language = language
  }
}

/// A file inside the PDF (ISO 32000-1 7.11.4, PDF/A-3 6.8).
public struct Attachment: Hashable, Sendable {
  /// How the file belongs to the document (`AFRelationship`).
  public enum Relationship: String, Hashable, Sendable {
    case source = "Source"
    case data = "Data"
    case supplement = "Supplement"
  }
  /// The name in the PDF, ASCII, without a path and without a person's name.
  public var name: String
  /// What it is, for people: `Annex 3, original e-mail, unchanged`.
  public var description: String
  /// The media type, such as `message/rfc822`.
  public var mediaType: String
  /// How it belongs.
  public var relationship: Relationship
  /// The content.
  public var data: StoredBytes
  /// Its deflated form (zlib), where that was made already and is smaller.
  public var deflated: StoredBytes?
  /// The SHA-256 of the bytes, lower-case hexadecimal.
  public var sha256: String
  /// The modification date to state, as year, month, day.
  public var date: (year: Int, month: Int, day: Int) { (year, month, day) }
  private var year: Int
  private var month: Int
  private var day: Int

  /// Makes an attachment.
  public init(
    name: String, description: String, mediaType: String, relationship: Relationship, data: StoredBytes,
    deflated: StoredBytes? = nil, sha256: String, date: (year: Int, month: Int, day: Int)
  ) {
    self.name = name
    self.description = description
    self.mediaType = mediaType
    self.relationship = relationship
    self.data = data
    self.deflated = deflated
    self.sha256 = sha256
    (year, month, day) = date
  }

  /// Pictures and archives are compressed already; trying takes longer than copying.
  public var isCompressible: Bool {
    !mediaType.hasPrefix("image/") && !mediaType.hasPrefix("video/") && !mediaType.hasSuffix("zip")
      && mediaType != "application/pdf"
  }

  /// Two attachments are the same when name and hash are.
  public static func == (left: Attachment, right: Attachment) -> Bool {
    left.name == right.name && left.sha256 == right.sha256
  }

  /// Hashes name and content hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(sha256)
  }
}
