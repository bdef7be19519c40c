import Matter
import Messages

/// Holds the mails among the evidence against what the matter says.
///
/// A mail is taken to be about something in the matter only where two signs that do not rest on each other say so; one sender or one
/// subject never does. Even then it is offered, and entered by nobody but the person.
public struct MailComparison {
  private let matter: Matter
  private let circumstances: Circumstances
  /// The mails with the numbers of their entries.
  private let mails: [(number: Int, facts: MailFacts)]

  /// Compares.
  ///
  /// - Parameter mails: what the mails among the evidence say, by the numbers of their entries.
  public init(_ matter: Matter, in circumstances: Circumstances, mails: [Int: MailFacts]) {
    self.matter = matter
    self.circumstances = circumstances
    self.mails = mails.filter { matter.evidence.indices.contains($0.key - 1) }.sorted { $0.key < $1.key }.map {
      ($0.key, $0.value)
    }
  }

  /// What contradicts the matter, and what may be missing in it.
  public var findings: [Finding] { mails.flatMap { contradictions($0.number, $0.facts) } + offers }

  private func item(_ number: Int) -> EvidenceItem { matter.evidence[number - 1] }

  /// Whether a mail of such a role is one the controller sent.
  private static func isFromController(_ role: EvidenceItem.Role?) -> Bool {
    switch role {
    case .acknowledgement, .answer, .notice, .accessReply: true
    default: false
    }
  }

  // MARK: Contradictions

  private func contradictions(_ number: Int, _ mail: MailFacts) -> [Finding] {
    let (item, path) = (item(number), "evidence.\(number)")
    var found: [Finding] = []
    if let day = mail.date {
      if item.date == nil { found.append(.make(.mailUndated, "\(path).date", .date(day), .term(day.description))) }
      // Where the entry has a date, that is compared with both.
      let objections = matter.objections.compactMap(\.date)
      if item.role == .objection, item.date == nil, !objections.isEmpty,
        !objections.contains(where: { Self.fits(day, $0) })
      {
        found.append(.make(.mailObjectionDay, path, .date(day)))
      }
      if item.role == .acknowledgement, contradicts(.acknowledgement, receipts) {
        found.append(.make(.mailReceiptDay, path, .date(day)))
      }
      if item.role == .answer, contradicts(.answer, [matter.response.date].compactMap(\.self)) {
        found.append(.make(.mailAnswerDay, path, .date(day)))
      }
    }
    // The files that come with the program are nobody's evidence.
    if Self.isFromController(item.role), !mail.senders.isEmpty, !circumstances.mailDomains.isEmpty,
      !mail.senders.contains(where: isOfController), !item.file.hasPrefix("example:")
    {
      found.append(.make(.mailSender, path, .list(circumstances.mailDomains.map { .term($0) })))
    }
    return found
  }

  private var receipts: [DateRange] { matter.objections.compactMap { $0.acknowledgedOn.map { DateRange($0) } } }

  /// Whether none of the mails of a role is of a day that is said.
  ///
  /// There may be more mails than days, as only the latest answer is told.
  private func contradicts(_ role: EvidenceItem.Role, _ said: [DateRange]) -> Bool {
    !said.isEmpty
      && !mails.contains { mail in
        item(mail.number).role == role && mail.facts.date.map { day in said.contains { Self.fits(day, $0) } } ?? false
      }
  }

  /// Time zones move a mail by a day without anybody being wrong.
  private static func fits(_ day: CivilDate, _ said: DateRange) -> Bool {
    day >= said.earliest.adding(days: -1) && day <= said.latest.adding(days: 1)
  }

  // MARK: Offers

  private var offers: [Finding] {
    var found: [Finding] = []
    func offer(_ field: String, _ roles: EvidenceItem.Role..., where isMeant: (CivilDate) -> Bool = { _ in true }) {
      for mail in mails where roles.contains(item(mail.number).role ?? .other) {
        guard let day = mail.facts.date, isMeant(day) else { continue }
        let signs = signs(of: mail.facts, number: mail.number)
        guard signs.count >= 2 else { continue }
        found.append(
          .make(
            .mailOffer, field, .number(mail.number), .term(day.description), .list(signs.map { .words($0) })))
      }
    }
    let undated = matter.objections.numbered.filter { $0.1.date == nil }
    // Of several without a day it is not known which is meant.
    if undated.count == 1 {
      let others = matter.objections.compactMap(\.date)
      offer("objection.\(undated[0].0).date", .objection) { day in !others.contains { Self.fits(day, $0) } }
    }
    for (number, objection) in matter.objections.numbered {
      guard let date = objection.date, objection.acknowledgedOn == nil else { continue }
      let next = matter.objections.compactMap { $0.date?.earliest }.filter { $0 > date.latest }.min()
      offer("objection.\(number).acknowledged_on", .acknowledgement) { day in
        day >= date.earliest && next.map { day < $0 } ?? true && !receipts.contains { Self.fits(day, $0) }
      }
    }
    if matter.response.date == nil, matter.response.kind != Response.Kind.none { offer("response.date", .answer) }
    let notices = matter.notices.compactMap(\.date)
    offer("notice", .notice) { day in !notices.contains { Self.fits(day, $0) } }
    let reminders = matter.reminders.compactMap(\.date)
    offer("reminder", .reminder) { day in !reminders.contains { Self.fits(day, $0) } }
    return found
  }

  /// The signs that a mail is what its entry says, none resting on another.
  private func signs(of mail: MailFacts, number: Int) -> [MailSign] {
    let isIncoming = Self.isFromController(item(number).role)
    let others = mails.filter { $0.number != number }.map(\.facts)
    var signs: [MailSign] = [.role]
    if mail.senders.contains(where: isIncoming ? isOfController : isOfPerson)
      || (isIncoming && mail.signers.contains(where: isController(domain:)))
    {
      signs.append(.sender)
    }
    if mail.recipients.contains(where: isIncoming ? isOfPerson : isOfController) { signs.append(.recipient) }
    let isInThread = others.contains { other in
      other.identifier.map(mail.references.contains) ?? false || mail.identifier.map(other.references.contains) ?? false
    }
    if isInThread { signs.append(.thread) }
    if others.contains(where: { !Set($0.cases).isDisjoint(with: mail.cases) }) { signs.append(.caseNumber) }
    return signs
  }

  private func isOfPerson(_ address: String) -> Bool {
    ([matter.person.email] + matter.accounts.map(\.email)).contains { $0?.lowercased() == address }
  }

  private func isOfController(_ address: String) -> Bool { isController(domain: MailFacts.domain(of: address)) }

  private func isController(domain: String) -> Bool {
    circumstances.mailDomains.contains { domain == $0 || domain.hasSuffix("." + $0) }
  }
}

/// What says that a mail is about something.
public enum MailSign: String, MessageCode {
  case role = "mailSign.role"
  case sender = "mailSign.sender"
  case recipient = "mailSign.recipient"
  case thread = "mailSign.thread"
  case caseNumber = "mailSign.case"

  /// The words in English.
  public var english: String {
    switch self {
    case .role: "the role it has here"
    case .sender: "its sender"
    case .recipient: "its recipient"
    case .thread: "another e-mail here that it answers or that answers it"
    case .caseNumber: "a case number that another e-mail here has too"
    }
  }
}
