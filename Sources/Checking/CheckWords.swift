import Matter
import Messages
import Records

extension Checker {
  /// The words whose list is the campaign's: services and ways of objecting.
  func wordFindings() -> [Finding] {
    var found: [Finding] = []
    func check(_ word: String?, _ known: [String], _ path: @autoclosure () -> String) {
      guard let word, !known.isEmpty, !known.contains(word) else { return }
      found.append(
        Finding(
          code: FindingCode.matterFormat.rawValue, severity: .error, field: path(),
          wording: Message(RecordMessage.mustBeOneOf, .list(known.map { .term($0) })),
          advice: .didYouMean(word, in: known) ?? Message(CheckingMessage.seeSample)))
    }
    for (number, account) in matter.accounts.numbered {
      check(account.platform?.rawValue, circumstances.platforms, "account.\(number).platform")
    }
    let ways = circumstances.ways.map(\.channel.rawValue)
    for (number, objection) in matter.objections.numbered {
      check(objection.channel?.rawValue, ways, "objection.\(number).channel")
    }
    return found
  }
}
