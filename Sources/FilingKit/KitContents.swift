import Casebook
import Checking
import ComplaintKit
import Evidence
import Matter

/// The names of the files in a kit; none of them is a person's.
enum KitFileName {
  static let start = "START-HERE.html"
  static let complaint = "complaint.pdf"
  static let emailText = "email.txt"
  static let emailDraft = "email.eml"
  static let portal = "portal.html"
  static let matter = "matter.json"

  /// Whether a name is one of these: the fixed ones, and annexes in any language (`piece-2-original.eml`).
  static func isOne(_ name: String) -> Bool {
    if [start, complaint, emailText, emailDraft, portal, matter].contains(name) { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let words = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard (words.count == 2 && words[0] == "annex") || (words.count == 3 && words[2] == "original") else {
      return false
    }
    return !words[1].isEmpty && words[1].allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// An exhibit's file: as the list of annexes in the PDF names it, else by its number.
  static func annex(_ exhibit: Exhibit) -> String {
    exhibit.originalName ?? "annex-\(exhibit.number).\(exhibit.format.fileExtension)"
  }
}

extension Kit {
  /// Whether the file of an exhibit goes along: where originals do at all, one without a name is one the person keeps;
  /// one with something blacked out is always kept.
  public static func holdsOriginal(of exhibit: Exhibit, _ brief: Brief) -> Bool {
    !exhibit.isWithheld && (exhibit.originalName != nil || brief.channel?.originals == Channel.Originals.none)
  }
}

/// What the pages of a kit are made of.
struct KitContents {
  let brief: Brief
  /// The authority it goes to.
  let authority: Authority
  let draft: Draft
  let exhibits: [Exhibit]
  /// The words of the pages, in the person's language.
  let wording: KitWording
  /// The language of the pages.
  let language: Language
  /// The words that go to the authority, in the document's language.
  let letterWording: KitWording
  /// The name of the matter's file; nil if it came from elsewhere.
  let matterName: String?
  /// The name of the record beside the matter; nil if there is none.
  let recordName: String?
  /// The authority a complaint is handed over to inside the State, by its name; nil if there is none.
  let establishment: String?
  /// The name of the authority that will probably lead, and whether it is the one the complaint goes to.
  let lead: (name: String, isOwn: Bool)?
  /// The provisions the answer to the authority's notice rests on, in the language of the pages.
  let noticeProvisions: [String]
  /// Whether e-mail is a way: the authority takes it, and the files are not too large for it.
  let isEmailTooLarge: Bool

  var dates: DateFormats { language.dates }

  /// How the pages write a number: without marks for thousands, which a form's field would not take either.
  func number(_ number: Int) -> String { String(number) }

  /// The authority's name as it writes it itself.
  var authorityName: String { authority.names.nearest(to: brief.language.tag) }

  /// The files that go to the authority by a way.
  func deliverables(by channel: Channel) -> [String] {
    [KitFileName.complaint] + (channel.originals == .beside ? exhibits.map { KitFileName.annex($0) } : [])
  }

  /// The form or the portal, if the authority has one.
  var portal: Channel? { authority.channel(.portal) ?? authority.channel(.form) }

  /// The ways, the recommended one first.
  var channels: [Channel] {
    let preferred = authority.preferredChannel
    return (preferred.map { [$0] } ?? []) + authority.channels.filter { $0 != preferred }
  }
}
