import Matter

extension Wording {
  static let recordFile = "the record"

  static let splitSize = "--split-mb wants the size of a part in megabytes, from 1 to 1000"
  static let splitSizeHint = "give what the authority takes at once, as its page says"
  static let splitAlone = "--split-mb makes several files, which neither --kit nor standard output takes"
  static let splitAloneHint = "leave --kit out, and name a file with --output"
  static let formNeedsOrganisation = "the form needs the organisation that it goes to"
  static let formNeedsOrganisationHint = "name its file with --organisation; docs/organisation.md has an example"
  static let kitAndOutput = "--kit and --output do not go together"
  static let kitAndOutputHint = "the kit holds the PDF; leave --output out"
  static let translationSame = "--with-translation names the language of the complaint itself"
  static let translationSameHint = "name another language, or leave it out"
  static let kitNeedsAuthority = "a kit is for a complaint to an authority"

  // MARK: filed

  static let filedSeveral = "several complaints were drafted from this matter"
  static let filedSeveralHint = "name the one you filed with --document"
  static let filedUnknown = "--document is no complaint drafted from this matter"
  static let filedUnknownHint = "`complain where` names those that are"
  static let onMissing = "the day of filing is missing"
  static let onMissingHint = "say it with --on, such as --on 2026-11-28"
  static let onFuture = "--on is a day to come"
  static let onFutureHint = "file first; then say on which day that was"
  static let onBeforeObjection = "--on is earlier than an objection in the matter"
  static let onBeforeObjectionHint = "correct the day, or the date of the objection"
  static func onBeforeDocument(_ date: CivilDate) -> String {
    "--on is earlier than the complaint, which bears \(date)"
  }
  static let onBeforeDocumentHint = "say the day on which this complaint was filed, or name another with --document"
  static func filedTwice(_ date: CivilDate) -> String { "it is recorded already: filed on \(date)" }
  static let filedTwiceHint =
    "nothing was changed; a file number that came later is added with --authority-reference alone"
  static let referenceFirst = "there is no filing yet to which a file number could belong"
  // MARK: where and forget

  static let forgetNeedsYes = "there is nobody to ask whether everything shall be deleted"
  static let forgetNeedsYesHint = "run it in a terminal, or say --yes"
  static let identityNotAsked = "this country's authorities ask for nothing beside the matter"
  static let identityNotAskedHint = "leave out --identity"
  static let identityNeedsTerminal = "there is nobody to ask"
  static let identityNeedsTerminalHint = "run it in a terminal, or leave out --identity and add the data by hand"
  static let standardInput = "standard input has no files beside it"
  static let standardInputHint = "name the file with the matter"
}

extension Wording.Help {
  static let withTranslation = "Add an informal translation into this language as the last part, such as en."
  static let identity = "Ask for what the authority wants to know and no file keeps, such as the date of birth."
  static let splitMB = "Make several files where one would have more than so many megabytes."
  static let kit = "Write a folder to file from: the PDF, its annexes, START-HERE.html, texts for mail or form."
  static let filed = "Record on which day the complaint was filed; compute the dates that follow."
  static let filedDiscussion = """
    Writes the dates into a calendar file and keeps the filed PDF from being replaced. A file number that comes later is \
    added with --authority-reference alone.
    """
  static let on = "The day of filing."
  static let authorityReference = "The authority's file number."
  static let document = "The PDF that was filed, where several were drafted."
  static let calendarOutput = "The calendar file to write. Default: beside the matter."
  static let whereCommand = "Name every copy of a matter's data that this program made, and what belongs to it."
  static let forget = "Delete a matter and every copy this program made of its data."
  static let forgetDiscussion = """
    Lists what will be deleted and asks. Your own evidence is never deleted, nor is a file that changed since it was \
    written.
    """
  static let yes = "Do not ask."
}
