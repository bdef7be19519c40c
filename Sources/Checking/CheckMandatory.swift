import Casebook
import Matter
import Messages

extension Checker {
  /// What a complaint cannot be made without, in every country.
  func mandatory() -> [Finding] {
    var found: [Finding] = []
    func require(_ isThere: Bool, _ path: @autoclosure () -> String, _ code: FindingCode = .fieldMissing) {
      if !isThere { found.append(.make(code, path())) }
    }
    require(!matter.campaign.isEmpty, "campaign")
    require(!matter.reference.isEmpty, "reference")
    let person = matter.person
    require(!person.givenName.isEmpty, "person.given_name")
    require(!person.familyName.isEmpty, "person.family_name")
    require(!person.street.isEmpty, "person.street")
    require(!person.postalCode.isEmpty, "person.postal_code")
    require(!person.city.isEmpty, "person.city")
    require(person.country != nil, "person.country")
    require(!matter.accounts.isEmpty, "account", .accountMissing)
    for (number, account) in matter.accounts.numbered {
      let path = "account.\(number)"
      require(account.platform != nil, "\(path).platform")
      guard let platform = account.platform, platform != Account.Platform.none else { continue }
      require(!account.handle.isEmpty, "\(path).handle", .accountIdentifierMissing)
      for fact in circumstances.accountFacts { require(account.says(fact) != nil, "\(path).\(fact.rawValue)") }
    }
    require(!matter.objections.isEmpty, "objection", .objectionMissing)
    let ways = circumstances.ways.isEmpty ? [.email, .post, .failedAttempt] : circumstances.ways.map(\.channel)
    for (number, objection) in matter.objections.numbered {
      let path = "objection.\(number)"
      require(objection.date != nil, "\(path).date", .objectionWhenMissing)
      require(objection.date == nil || objection.date?.basis != nil, "\(path).date_basis")
      if objection.channel == nil {
        found.append(.make(.objectionHowMissing, "\(path).channel", .list(ways.map { .term($0.rawValue) })))
      }
      require(objection.channel == .failedAttempt || objection.reasonsKnown != nil, "\(path).reasons_known")
    }
    require(matter.response.kind != nil, "response.kind", .responseMissing)
    require(!matter.grounds.text.isEmpty, "grounds.text", .groundsMissing)
    require(!matter.effects.today.isEmpty, "effects.today", .effectsMissing)
    found += mandatoryInLists()
    require(matter.declarations.truthConfirmedOn != nil, "declarations.truth_confirmed_on", .declarationsTruth)
    require(matter.declarations.forwardToController != nil, "declarations.forward_to_controller", .declarationsForward)
    return found
  }

  /// What an entry of a list must have once there is one.
  private func mandatoryInLists() -> [Finding] {
    var found: [Finding] = []
    func require(_ isThere: Bool, _ path: @autoclosure () -> String) {
      if !isThere { found.append(.make(.fieldMissing, path())) }
    }
    for (number, notice) in matter.notices.numbered {
      require(notice.date != nil, "notice.\(number).date")
      require(notice.kind != nil, "notice.\(number).kind")
    }
    for (number, reminder) in matter.reminders.numbered {
      require(reminder.date != nil, "reminder.\(number).date")
      require(reminder.channel != nil, "reminder.\(number).channel")
    }
    for (number, hardship) in matter.hardships.numbered {
      require(hardship.step != nil, "hardship.\(number).step")
      require(!hardship.description.isEmpty, "hardship.\(number).description")
    }
    for (number, item) in matter.evidence.numbered {
      require(!item.file.isEmpty, "evidence.\(number).file")
      require(item.role != nil, "evidence.\(number).role")
      if let passage = item.passage { require(!passage.from.isEmpty, "evidence.\(number).passage.from") }
      guard let redaction = item.redact else { continue }
      // Whoever writes this key believes that something is hidden.
      require(!redaction.isEmpty, "evidence.\(number).redact")
      for (place, area) in redaction.areas.numbered {
        let path = "evidence.\(number).redact.areas.\(place)"
        require(area.left != nil, "\(path).left")
        require(area.top != nil, "\(path).top")
        require(area.width != nil, "\(path).width")
        require(area.height != nil, "\(path).height")
      }
    }
    if let representative = matter.representative {
      require(!representative.name.isEmpty, "representative.name")
      require(!representative.capacity.isEmpty, "representative.capacity")
    }
    return found
  }

  /// What no text may hold, and reasons that are very short.
  func texts() -> [Finding] {
    var found: [Finding] = []
    for text in matter.texts(where: { !textProblems($1, kind: $0).isEmpty }) { found += Self.textFindings(text) }
    if !matter.grounds.text.isEmpty, !Self.hasLetters(matter.grounds.text, Self.shortGrounds) {
      found.append(.make(.groundsShort, "grounds.text", .number(Self.shortGrounds)))
    }
    return found
  }

  /// Whether a text has so many characters, as its reader counts them.
  static func hasLetters(_ text: String, _ count: Int) -> Bool {
    // Below U+0300, which begins with the byte CC, no sign joins the one before it, but for the line feed after a return.
    let isSeen = text.withBytes { bytes in
      var letters = 0
      for byte in bytes {
        if byte >= 0xCC || byte == 0x0D { return false }
        if byte & 0xC0 != 0x80 { letters += 1 }
        if letters == count { return true }
      }
      return false
    }
    return isSeen || text.prefix(count).count == count
  }

  /// What a text holds that no text may hold.
  static func textFindings(_ text: MatterText) -> [Finding] {
    textProblems(text.text, kind: text.kind).map { problem in
      switch problem {
      case .control(let scalar, let position):
        .make(.textControl, text.path, .term(codePoint(scalar)), .number(position))
      case .privateUse(let scalar, let position):
        .make(.textPrivateUse, text.path, .term(codePoint(scalar)), .number(position))
      case .tooLong(let letters, let limit):
        .make(.textTooLong, text.path, .number(letters), .number(limit))
      }
    }
  }

  /// Under so many characters one neutral question is asked, once.
  static let shortGrounds = 60

  private static func codePoint(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
