import Casebook
import Checking
import Matter

extension StartPage {
  /// How to file: what the authority's page says, then its ways, the recommended one first.
  func filing(_ fields: inout Fields) -> [HTML] {
    var body: [HTML] = [.h2(words(.fileHeading)), .paragraph(words(.fileOnce))] + notice + verification
    let channels = kit.channels
    for channel in channels {
      let way = words(name(of: channel.kind))
      let isFirst = channels.count > 1 && channel == channels.first
      body.append(.h3(isFirst ? words(.wayRecommended, ["way": way]) : way))
      switch channel.kind {
      case .email: body += byEmail(channel, &fields)
      case .form, .portal: body += byForm(channel)
      case .post: body += byPost(&fields)
      }
    }
    return body
  }

  private func name(of kind: Channel.Kind) -> KitText {
    switch kind {
    case .email: .wayEmail
    case .form: .wayForm
    case .portal: .wayPortal
    case .post: .wayPost
    }
  }

  /// The sentence on the authority's page that makes people turn back, and the answer to it.
  private var notice: [HTML] {
    guard let notice = kit.authority.intakeNotice, notice.provenance.confidence > .low else { return [] }
    var body: [HTML] = [
      .h3(words(.noticeHeading)), .paragraph([.strong(words(.noticeSaysLabel)), .text(" "), said(notice.says)]),
      .paragraph([.strong(words(.noticeAnswerLabel)), .text(" "), said(notice.answer)]),
    ]
    if !kit.noticeProvisions.isEmpty {
      body.append(.paragraph(words(.noticeLaw, ["provisions": kit.wording.list(kit.noticeProvisions)])))
    }
    return [.element(.div, [.class("notice")], body)]
  }

  /// A text of the authority's data in the language of the page, or marked as being in another, English if there is one.
  private func said(_ texts: Localized) -> HTML {
    if let text = texts.text(in: kit.wording.tag) { return .text(text) }
    let other = texts.tags.contains("en") ? "en" : texts.tags.first ?? ""
    return .element(.span, [.lang(other)], [.text(texts.nearest(to: other))])
  }

  private var verification: [HTML] {
    let authority = kit.authority
    let days = [authority.postalAddress.provenance.verifiedOn] + kit.channels.map(\.provenance.verifiedOn)
    let checked = days.compactMap { $0 }
    let text =
      checked.count == days.count && !checked.isEmpty
      ? words(.verifyChecked, ["date": checked.min().map { kit.dates.text($0) } ?? ""]) : words(.verifyUnchecked)
    guard let website = authority.website?.value else { return [] }
    return [.paragraph([.text(text + " "), .link(website)])]
  }

  private func byEmail(_ channel: Channel, _ fields: inout Fields) -> [HTML] {
    guard let email else { return kit.isEmailTooLarge ? [.paragraph(words(.emailTooLarge))] : [] }
    let language = kit.brief.language.tag
    let copied: [HTML] = [
      .paragraph(words(.emailStart, ["file": KitFileName.emailText])),
      fields.field(words(.emailTo), email.to),
      fields.field(words(.emailSubject), email.subject, language: language),
      fields.field(words(.emailText), email.text, language: language),
    ]
    let steps: [HTML] = [
      .element(.div, [], copied),
      .paragraph(words(.emailAttach, ["files": kit.wording.list(kit.deliverables(by: channel))])),
      .paragraph(words(.emailSend)),
    ]
    return [
      .steps(steps), .paragraph(words(.emailDraft, ["file": KitFileName.emailDraft])),
      .paragraph(words(.emailOpen)),
    ]
  }

  private func byForm(_ channel: Channel) -> [HTML] {
    var steps: [HTML] = []
    if let address = channel.address { steps.append(.paragraph([.text(words(.formOpen) + " "), .link(address)])) }
    if channel.kind == .portal { steps.append(.paragraph(words(.formLogin))) }
    // The sheet is for one form: where there are two, the other is filled in from the same texts.
    let (before, after) = around(words(.formCopy, ["file": "\u{0}"]))
    steps.append(
      .paragraph([
        .text(before), .element(.a, [.href(KitFileName.portal)], [.text(KitFileName.portal)]), .text(after),
      ]))
    steps += [
      .paragraph(words(.formUpload, ["files": kit.wording.list(kit.deliverables(by: channel))])),
      .paragraph(words(.formReceipt)),
    ]
    return [.steps(steps)]
  }

  /// What stands before and after the place of a link in a sentence.
  private func around(_ text: String) -> (String, String) {
    let parts = text.split(separator: "\u{0}", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }

  private func byPost(_ fields: inout Fields) -> [HTML] {
    let authority = kit.authority
    let language = kit.brief.language.tag
    func address(_ label: KitText, _ lines: [String]) -> HTML {
      fields.field(words(label), lines.joined(separator: "\n"), language: language)
    }
    var body: [HTML] = [
      .steps([
        .paragraph(words(.postPrint, ["complaint": KitFileName.complaint])),
        address(.postAddress, authority.postalAddress.value), .paragraph(words(.postRegistered)),
      ])
    ]
    if let visiting = authority.visitingAddress?.value, visiting != authority.postalAddress.value {
      body.append(address(.postVisiting, visiting))
    }
    return body
  }
}
