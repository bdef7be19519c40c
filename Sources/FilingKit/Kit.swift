import Casebook
import Checking
import ComplaintKit
import Digests
import Evidence
import Matter
import Storage

/// What a person needs to file one complaint: a folder of files, all of them made from the same draft.
///
/// Everything a person reads is in the person's language, what goes to the authority in the authority's. There is no
/// clock and no network in it: the same draft and the same language give the same bytes.
public struct Kit: Sendable {
  /// One file of the folder.
  public struct File: Sendable {
    /// Its name, without a path and without anything personal.
    public var name: String
    /// Its content.
    public var content: StoredBytes

    init(name: String, content: StoredBytes) { (self.name, self.content) = (name, content) }
    init(name: String, bytes: [UInt8]) { self.init(name: name, content: StoredBytes(bytes)) }
  }

  /// What a kit is made from, beside brief and draft.
  public struct Sources: Sendable {
    /// The exhibits whose files go along, in the matter's order.
    public var exhibits: [Exhibit]
    /// The unchanged file of each exhibit, in the same order.
    public var originals: [StoredBytes]
    /// The name of the matter's file, for the commands the pages name; nil if it came from elsewhere.
    public var matterName: String?
    /// The name of the record beside the matter; nil if there is none.
    public var recordName: String?

    /// Takes exhibits with their files, and the names the pages mention.
    public init(exhibits: [Exhibit], originals: [StoredBytes], matterName: String?, recordName: String?) {
      self.exhibits = exhibits
      self.originals = originals
      self.matterName = matterName
      self.recordName = recordName
    }
  }

  /// The files, the page to begin with first.
  public let files: [File]

  /// The name of the complaint in a kit.
  public static let complaintName = KitFileName.complaint

  /// Whether a name is one a kit's file can have.
  public static func isName(_ name: String) -> Bool { KitFileName.isOne(name) }

  /// Makes the files of a kit.
  ///
  /// - Parameters:
  ///   - brief: the matter with everything that follows from it.
  ///   - authority: where the complaint goes.
  ///   - draft: the complaint made of it.
  ///   - sources: exhibits, their files, names.
  ///   - language: the person's language, as a BCP 47 tag; there must be words in it (`KitWording.isAvailable`).
  ///   - world: where words and data come from.
  /// - Throws: `PreparationError` when the tool itself lacks something.
  public init(
    _ brief: Brief, to authority: Authority, draft: Draft, sources: Sources, language: String, world: any World
  ) throws(PreparationError) {
    let annexes = zip(sources.exhibits, sources.originals).map { exhibit, content in
      File(name: KitFileName.annex(exhibit), content: content)
    }
    let limit = authority.channel(.email)?.sizeLimit
    // Base64 makes four bytes of three, and a line end after every 76 of them.
    let mailSize = ([draft.content] + sources.originals).map { $0.count / 3 * 4 * 78 / 76 }.reduce(0, +)
    let isTooLarge = limit.map { mailSize > $0 } ?? false
    let contents = try Self.contents(
      brief, authority, draft, sources, language: language, isEmailTooLarge: isTooLarge, world: world)

    var files = [File(name: KitFileName.complaint, content: draft.content)] + annexes
    let email = Self.email(contents)
    if let email, let channel = authority.channel(.email) {
      let attached = contents.deliverables(by: channel)
      files.append(File(name: KitFileName.emailText, bytes: Array(email.plain(contents.wording).utf8)))
      let message = MIMEMessage(
        to: email.to, subject: email.subject, text: email.text, language: brief.language.tag,
        attachments: files.filter { attached.contains($0.name) }.map {
          .init(name: $0.name, mediaType: Self.mediaType(of: $0.name, contents.exhibits), content: $0.content)
        })
      let draft = try Self.reading { () throws(StorageError) in try message.content(keep: world.keep) }
      files.append(File(name: KitFileName.emailDraft, content: draft))
    }
    if let channel = contents.portal {
      let casebook = Casebook(world: world)
      let tag = brief.language.tag
      let text = FormText(
        summary: CaseSummary(draft.document), wording: contents.letterWording, reference: brief.matter.printedReference)
      let values = PortalValues(
        brief: brief, wording: contents.letterWording,
        states: { code in (try? casebook.country(code))?.names.text(in: tag) ?? code }, text: text,
        files: contents.deliverables(by: channel))
      let page = PortalPage(kit: contents, channel: channel, values: values).page
      files.append(File(name: KitFileName.portal, bytes: page.bytes))
    }
    let digest = try Self.reading { () throws(StorageError) in try draft.content.sha256() }
    let twin = MatterTwin(contents: contents, sha256: digest.hexadecimal)
    files.append(File(name: KitFileName.matter, bytes: twin.json.bytes))
    let names = [KitFileName.start] + files.map(\.name)
    let start = StartPage(
      kit: contents, email: email,
      files: names.map { ($0, Self.meaning(of: $0, contents)) }
    ).page
    self.files = [File(name: KitFileName.start, bytes: start.bytes)] + files
  }

  private static func reading<Result>(_ body: () throws(StorageError) -> Result) throws(PreparationError) -> Result {
    do throws(StorageError) { return try body() } catch { throw .evidence(error) }
  }

  private static func email(_ contents: KitContents) -> FilingEmail? {
    let brief = contents.brief
    guard let channel = contents.authority.channel(.email), let address = channel.address, !contents.isEmailTooLarge
    else { return nil }
    return FilingEmail(
      brief, to: address, pages: contents.draft.pages,
      hasOriginals: channel.originals == .beside && !contents.exhibits.isEmpty, wording: contents.letterWording)
  }

  private static func contents(
    _ brief: Brief, _ authority: Authority, _ draft: Draft, _ sources: Sources, language: String, isEmailTooLarge: Bool,
    world: any World
  ) throws(PreparationError) -> KitContents {
    let wording = try KitWording(tag: language, world: world)
    let letterWording = try KitWording(tag: brief.language.tag, world: world)
    let casebook = Casebook(world: world)
    do throws(CasebookError) {
      let pageLanguage = try casebook.language(language)
      let notice = authority.intakeNotice.map { $0.provisions.compactMap { Citation($0) } } ?? []
      let register = try casebook.register(for: notice)
      return KitContents(
        brief: brief, authority: authority, draft: draft, exhibits: sources.exhibits, wording: wording,
        language: pageLanguage,
        letterWording: letterWording, matterName: sources.matterName, recordName: sources.recordName,
        establishment: try establishment(brief, authority, casebook), lead: try lead(brief, authority, casebook),
        noticeProvisions: notice.compactMap { register.text(of: $0, in: pageLanguage)?.short },
        isEmailTooLarge: isEmailTooLarge)
    } catch {
      throw .casebook(error)
    }
  }

  /// The authority of the Land with the controller's establishment (§ 19(2) BDSG), if it is another.
  private static func establishment(
    _ brief: Brief, _ authority: Authority, _ casebook: Casebook
  ) throws(CasebookError) -> String? {
    guard let land = brief.campaign.germanEstablishmentLand, land.provenance.confidence > .low,
      let part = brief.country.part(land.value), part.authority != authority.id
    else { return nil }
    return try casebook.authority(part.authority).names.nearest(to: brief.language.tag)
  }

  /// The authority of the controller's State (Article 56(1) GDPR), where it has but one.
  private static func lead(
    _ brief: Brief, _ authority: Authority, _ casebook: Casebook
  ) throws(CasebookError) -> (name: String, isOwn: Bool)? {
    guard brief.country.ownLaw == nil, !brief.isControllerOutside else { return nil }
    let seat = try casebook.country(brief.controller.country)
    guard let id = seat.authorities.first, seat.authorities.count == 1 else { return nil }
    return (try casebook.authority(id).names.nearest(to: brief.language.tag), id == authority.id)
  }

  private static func mediaType(of name: String, _ exhibits: [Exhibit]) -> String {
    exhibits.first { KitFileName.annex($0) == name }?.format.mediaType ?? "application/pdf"
  }

  private static func meaning(of name: String, _ contents: KitContents) -> String {
    let wording = contents.wording
    switch name {
    case KitFileName.start: return wording.text(.storedStart)
    case KitFileName.complaint: return wording.text(.storedComplaint)
    case KitFileName.emailText: return wording.text(.storedEmailText)
    case KitFileName.emailDraft: return wording.text(.storedEmailDraft)
    case KitFileName.portal: return wording.text(.storedPortal)
    case KitFileName.matter: return wording.text(.storedMatter)
    default:
      let exhibit = contents.exhibits.first { KitFileName.annex($0) == name }
      return wording.text(
        .storedAnnex, ["number": exhibit.map { String($0.number) } ?? "", "caption": exhibit?.caption ?? ""])
    }
  }
}
