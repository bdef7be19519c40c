import Document
import Matter
import Storage

/// A piece of evidence as an annex: what is shown, and the unchanged original.
public struct Exhibit: Hashable, Sendable {
  /// The annex's number, from 1.
  public var number: Int
  /// What is attached to a mail has a letter after its number: 2a, 2b.
  public var letter: String?
  /// What it is evidence of.
  public var role: EvidenceItem.Role
  /// What stands in its heading after the number: the person's caption, else the role's name.
  public var caption: String
  /// The day it bears.
  public var date: DateRange?
  /// Of a policy: which version it is, in words; nil if not said.
  public var version: String?
  /// Of a policy: the company whose it is, as the person said.
  public var entity: String?
  /// What it shows, as the person described it; nil if they did not.
  public var description: String?
  /// The words that matter in it, as the person gave them.
  public var transcript: String?
  /// What the file is.
  public var format: EvidenceFormat
  /// The SHA-256 of the original, 64 lower-case hexadecimal digits.
  public var sha256: String
  /// The size of the original, in bytes.
  public var size: Int
  /// What comes first on the annex's page: the facts a stamp holds, and where the original is.
  public var opening: [Block]
  /// The evidence itself.
  public var content: [Block]
  /// The original for embedding; nil where the channel or the person keeps it out of the PDF.
  public var attachment: Attachment?
  /// The original's name beside or inside the PDF, such as `annex-3-original.eml`; nil where it is not delivered.
  public var originalName: String?
  /// Whether something is blacked out, so that neither the original nor its hash leaves the person.
  public var isWithheld = false
  /// What is attached to it, each shown after it as an annex of its own; only mails have any.
  public var attached: [Exhibit] = []
  /// What a mail says of itself; nil where it is none.
  public var mail: MailFacts?
  /// What was noticed while reading; never an error.
  public var findings: [Finding]

  /// The person's files that must stay as they are until the document is written.
  public var files: [StoredFile] {
    let pictures = content.flatMap { block -> [StoredFile] in
      if case .figure(let figure) = block { figure.image.data.files } else { [] }
    }
    return (attachment?.data.files ?? []) + pictures + attached.flatMap(\.files)
  }

  /// What the annex is cited by: `2`, or `2a`.
  public var designation: String { String(number) + (letter ?? "") }
  /// The name of its place in the document.
  public var identifier: String { "annex-" + designation }
  /// Itself, and then what is attached to it.
  public var withAttached: [Exhibit] { [self] + attached }

  /// The first twelve digits of the hash, for stamps and lists.
  public var shortHash: String { String(sha256.prefix(12)) }
  /// The hash as it is stated; nil where something is blacked out, because what is short can be guessed from its hash.
  public var statedHash: String? { isWithheld ? nil : sha256 }

  /// The annex's blocks in order.
  ///
  /// - Parameter citations: the paragraph that says where the exhibit is cited, with links there.
  public func blocks(citations: Paragraph? = nil) -> [Block] {
    opening + (citations.map { [.paragraph($0)] } ?? []) + content
  }
}

/// Where the original of an exhibit goes; the channel's `originals` policy.
public enum OriginalsPolicy: String, Hashable, Sendable, CaseIterable {
  /// Into the PDF.
  case embed
  /// Into a folder beside the PDF.
  case beside
  /// Nowhere: it stays with the complainant.
  case none
}
