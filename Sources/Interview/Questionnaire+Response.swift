import Checking
import Matter

extension Questionnaire {
  /// What the controller answered.
  mutating func response() throws(Halt) {
    let said = try ask(.answer).word
    var kind = said.flatMap { Response.Kind(rawValue: $0) }
    if kind == .other, try isYes(.moreTime) { kind = .extended }
    var response = base.response.kind == kind ? base.response : Response()
    response.kind = kind
    matter.response = response
    guard let kind else { return }
    switch kind {
    case .none, .automatic:
      matter.response.checkedUntil = try ask(.checkedUntil).date?.earliest
      // Who comes too early need not go on.
      try eligibility()
      try reminders()
    case .refused, .accepted, .moreAsked, .extended, .other:
      try words()
      if kind == .refused || kind == .extended { matter.response.reasonsGiven = try yesNoUnknown(.reasonsGiven) }
      if kind == .refused { matter.response.remediesNamed = try yesNoUnknown(.remediesNamed) }
      if kind == .accepted {
        matter.response.limits = try ask(.limits).words.compactMap { Response.Limit(rawValue: $0) }
        try notice()
      }
      if kind == .moreAsked { matter.response.answeredOn = try ask(.repliedOn).date?.earliest }
      // An objection after the answer can be unanswered still.
      let isSilentSince = try findings().contains {
        [FindingCode.responseCheckedMissing, .deadlineUnchecked].map(\.rawValue).contains($0.code)
      }
      if isSilentSince || answers[QuestionKey(.checkedUntil)] != nil {
        matter.response.checkedUntil = try ask(.checkedUntil).date?.earliest
      }
    }
  }

  private mutating func words() throws(Halt) {
    matter.response.date = try ask(.answerDate).date
    matter.response.text = try ask(.answerText).text
    guard matter.response.text != nil else {
      matter.response.textLanguage = nil
      return
    }
    matter.response.textLanguage = language(try ask(.answerLanguage), else: matter.response.textLanguage)
  }

  private mutating func reminders() throws(Halt) {
    var found: [Reminder] = []
    while try isYes(.reminded, found.count + 1) {
      let number = found.count + 1
      var reminder = Reminder()
      reminder.date = try ask(.reminderDate, number).date
      reminder.channel = try choice(.reminderChannel, number, as: Reminder.Channel.self)
      found.append(reminder)
    }
    matter.reminders = found
  }

  private mutating func notice() throws(Halt) {
    guard try isYes(.newNotice) else {
      matter.notices = []
      return
    }
    var notice = Notice()
    notice.date = try ask(.noticeDate).date
    notice.kind = try choice(.noticeKind, as: Notice.Kind.self)
    matter.notices = [notice] + base.notices.dropFirst()
  }
}
