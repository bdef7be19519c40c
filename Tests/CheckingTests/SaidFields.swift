import Matter

extension Matter {
  /// The values a property test needs, by field path, as the schema writes them; only what was said.
  ///
  /// Written by hand from the schema and not from the code under test.
  var said: [String: String] {
    var found: [String: String] = [:]
    func say(_ path: String, _ value: String?) {
      if let value, !value.isEmpty { found[path] = value }
    }
    for text in texts { found[text.path] = text.text }
    for date in dates { found[date.path] = date.date.description }
    for (number, account) in accounts.numbered {
      say("account.\(number).platform", account.platform?.rawValue)
      say("account.\(number).public_content", account.publicContent?.rawValue)
      say("account.\(number).ai_chats", account.aiChats?.rawValue)
    }
    for (number, objection) in objections.numbered {
      say("objection.\(number).date_basis", objection.date?.basis?.rawValue)
      say("objection.\(number).channel", objection.channel?.rawValue)
      say("objection.\(number).reasons_known", objection.reasonsKnown?.rawValue)
      say("objection.\(number).code_entered", objection.codeEntered?.rawValue)
      say("objection.\(number).also_requested", objection.alsoRequested.map(\.rawValue).joined(separator: ","))
    }
    say("response.kind", response.kind?.rawValue)
    say("response.limits", response.limits.map(\.rawValue).joined(separator: ","))
    say("response.reasons_given", response.reasonsGiven?.rawValue)
    say("response.remedies_named", response.remediesNamed?.rawValue)
    say("effects.content", effects.content.map(\.rawValue).joined(separator: ","))
    say("effects.special", effects.special.map(\.rawValue).joined(separator: ","))
    say("effects.minors", effects.minors?.rawValue)
    say("access_lost", accessLost?.rawValue)
    say("age", age?.rawValue)
    say("prior.complaints", prior.complaints.map { $0.isEmpty ? "no complaints" : "complaints" })
    say("prior.court", prior.court?.rawValue)
    say("prior.collective_action", prior.collectiveAction?.rawValue)
    say("declarations.forward_to_controller", declarations.forwardToController.map { $0 ? "yes" : "no" })
    say("declarations.grounds_confidential", declarations.groundsConfidential.map { $0 ? "yes" : "no" })
    say("declarations.mail_unencrypted", declarations.mailUnencrypted.map { $0 ? "yes" : "no" })
    return found
  }
}
