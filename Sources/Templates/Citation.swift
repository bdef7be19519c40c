import Document

/// Prints what a link without text refers to, in the language's citation style.
///
/// ComplaintKit answers from the registers; a reference that no register knows is nil and becomes a problem.
public protocol CitationPrinter: Sendable {
  /// Prints a reference.
  ///
  /// - Parameters:
  ///   - reference: such as `gdpr:21(1)` or `case:C-252/21#106`.
  ///   - first: whether its source has not been cited before in this document.
  func print(_ reference: String, first: Bool) -> PrintedCitation?
}

/// A citation ready to stand in a line.
public struct PrintedCitation: Hashable, Sendable {
  /// What stands in the line; never breaks within a provision.
  public var text: String
  /// The full source, for the foot of the page, at the first mention.
  public var footnote: [Inline]?
  /// What is cited, without the pinpoint: the same for all mentions of one judgment.
  public var source: String

  /// Makes a citation.
  public init(text: String, footnote: [Inline]? = nil, source: String) {
    self.text = text
    self.footnote = footnote
    self.source = source
  }
}

/// An annex as the text refers to it.
public struct AnnexReference: Hashable, Sendable {
  /// The identifier of its heading.
  public var identifier: String
  /// What is printed: `Annex 3`.
  public var label: String
  /// What a screen reader says: `Annex 3, confirmation by e-mail of 12 June 2024`.
  public var description: String
  /// What is printed after the link: which version of a policy it is.
  public var remark: String?

  /// Makes a reference.
  public init(identifier: String, label: String, description: String, remark: String? = nil) {
    self.remark = remark
    self.identifier = identifier
    self.label = label
    self.description = description
  }
}

/// The few words the builder itself prints.
public struct StructureWording: Hashable, Sendable {
  /// A reference to a section, with `{n}`.
  public var section: String
  /// A reference to a numbered paragraph, with `{n}`.
  public var paragraph: String
  /// The last joint of an enumeration: ` and `.
  public var and: String
  /// The labels of lettered lists, `(a)` onwards.
  public var letters: [String]
  /// The label of bulleted lists.
  public var bullet: String

  /// Makes wording.
  public init(section: String, paragraph: String, and: String, letters: [String], bullet: String = "–") {
    self.section = section
    self.paragraph = paragraph
    self.and = and
    self.letters = letters
    self.bullet = bullet
  }

  /// A reference to a section by its number.
  public func section(_ number: String) -> String { Self.fill(section, number) }

  /// A reference to a numbered paragraph.
  public func paragraph(_ number: Int) -> String { Self.fill(paragraph, "\(number)") }

  private static func fill(_ pattern: String, _ number: String) -> String {
    let bytes = pattern.utf8
    guard let open = bytes.firstIndex(of: UInt8(ascii: "{")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: "}"))
    else { return pattern }
    return pattern[..<open] + number + pattern[bytes.index(after: close)...]
  }
}
