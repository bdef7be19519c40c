import Casebook
import Checking
import Matter

extension Questionnaire {
  /// Under so many characters one neutral question is asked, once.
  static let shortGrounds = 60

  /// The person's own reasons: printed as typed, and nothing is ever put in their place.
  mutating func grounds() throws(Halt) {
    var text = try ask(.grounds).text ?? ""
    if text.count < Self.shortGrounds, let more = try ask(.groundsMore).text { text += "\n\n" + more }
    if matter.grounds.text != text { matter.grounds.language = context.script.language }
    matter.grounds.text = text
  }

  /// What is open today, and which data are touched.
  mutating func effects() throws(Halt) {
    let today = try ask(.today).text ?? ""
    if matter.effects.today != today { matter.effects.todayLanguage = context.script.language }
    matter.effects.today = today
    matter.effects.content = try ask(.content).words.compactMap { Effects.Content(rawValue: $0) }
    let isUntouched = try findings().contains {
      $0.code == FindingCode.standingNoPublicContent.rawValue && $0.severity == .error
    }
    if isUntouched { throw .end(.notAffected, [:]) }
    matter.effects.special = try ask(.special).words.compactMap { Effects.Special(rawValue: $0) }
  }

  /// The files; who keeps them in a folder says there what they are.
  mutating func evidence() throws(Halt) {
    guard base.evidenceFolder == nil else {
      (matter.evidenceFolder, matter.evidence) = (base.evidenceFolder, base.evidence)
      return
    }
    var found: [EvidenceItem] = []
    while let path = try ask(.file, found.count + 1).text {
      let number = found.count + 1
      var item = base.evidence.first { $0.file == path } ?? EvidenceItem()
      item.file = path
      item.role = try choice(.role, number, as: EvidenceItem.Role.self) ?? item.role
      item.date = try ask(.fileDate, number).date
      if EvidenceItem.isPicture(named: path) {
        item.alt = try ask(.alt, number).text
        item.transcript = try ask(.transcript, number).text
      }
      found.append(item)
    }
    matter.evidence = found
    let isProofMissing = try findings().contains {
      $0.code == FindingCode.evidenceObjection.rawValue && $0.severity == .error
    }
    if isProofMissing { throw .refuse(QuestionKey(.file, found.count + 1), .filesNeeded, [:]) }
  }

  /// Other proceedings.
  mutating func prior() throws(Halt) {
    let answer = try ask(.prior)
    guard answer != .unknown else {
      matter.prior = base.prior
      if answers[QuestionKey(.prior)] == .unknown, base.prior.complaints == nil {
        matter.prior.court = matter.prior.court ?? .unknown
        matter.prior.collectiveAction = matter.prior.collectiveAction ?? .unknown
      }
      return
    }
    let places = answer.words
    matter.prior = PriorProceedings()
    matter.prior.complaints = []
    if places.contains("authority") {
      var complaint = PriorProceedings.Complaint()
      complaint.authority = try ask(.priorAuthority).text ?? ""
      complaint.date = try ask(.priorDate).date
      complaint.reference = try ask(.priorReference).text
      matter.prior.complaints = [complaint] + (base.prior.complaints ?? []).dropFirst()
    }
    matter.prior.court = places.contains("court") ? .yes : .no
    if places.contains("court") { matter.prior.courtReference = try ask(.courtReference).text }
    matter.prior.collectiveAction = places.contains("collective") ? .yes : .no
  }

  /// Name and address.
  mutating func person() throws(Halt) {
    matter.person.givenName = try ask(.givenName).text ?? ""
    matter.person.familyName = try ask(.familyName).text ?? ""
    matter.person.street = try ask(.street).text ?? ""
    matter.person.extraLine = try ask(.extraLine).text
    matter.person.city = try ask(.city).text ?? ""
    if matter.age == .minor {
      var representative = base.representative ?? Representative()
      representative.name = try ask(.representative).text ?? ""
      representative.capacity = try ask(.capacity).text ?? ""
      matter.representative = representative
    }
    matter.person.email = try ask(.email).text
    if matter.person.email != nil {
      matter.declarations.mailUnencrypted = try isYes(.unencrypted)
    } else if matter.declarations.mailUnencrypted == true {
      matter.declarations.mailUnencrypted = nil
    }
  }

  /// Whether the controller may learn of it.
  mutating func forwarding() throws(Halt) {
    let word = try ask(.forward).word
    matter.declarations.forwardToController = word != "no"
    if word == "confidential" {
      matter.declarations.groundsConfidential = true
    } else if matter.declarations.groundsConfidential == true, word == "yes" {
      matter.declarations.groundsConfidential = nil
    }
  }

  /// Place and way of filing.
  mutating func signing() throws(Halt) {
    matter.signature.place = try ask(.place).text ?? ""
    guard let authority else { return }
    let ways = authority.channels.map(\.kind.rawValue)
    let filing = ways.count > 1 ? try ask(.filing, offering: ways).word : ways.first
    if filing == Channel.Kind.post.rawValue, matter.signature.kind == nil { matter.signature.kind = .handwritten }
  }
}
