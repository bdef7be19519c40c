extension Redactor {
  /// A mail as it may be shown: words blacked out everywhere in it, and nothing left from which they could be guessed.
  ///
  /// What is attached goes too: the words may stand in it in any form, in pictures and packed files, so that nobody
  /// could say that they are gone. Its hash would tell short words, and so would its size.
  mutating func redacted(_ mail: MailMessage) -> MailMessage {
    var shown = mail
    shown.isWithheld = true
    // A signature holds a hash of the text; what was verified of it stands in the checks.
    shown.fields = mail.fields.filter { $0.name != "dkim-signature" }.map { field in
      MailMessage.Field(name: field.name, value: text(field.value))
    }
    let kept = lines(mail.lines)
    (shown.lines, shown.cutCharacters) = (kept.kept, kept.cut)
    shown.parts = mail.parts.map { part in
      MailMessage.Part(name: nil, mediaType: text(part.mediaType), bytes: nil, sha256: nil)
    }
    shown.withheldAttachments = mail.attached.count { !$0.isLayout } + mail.unlistedAttachments
    (shown.attached, shown.unlistedAttachments) = ([], 0)
    shown.signatures = mail.signatures.map { check in
      var told = check
      told.domain = text(check.domain)
      told.record = text(check.record)
      told.fields = check.fields.map { text($0) }
      return told
    }
    return shown
  }
}
