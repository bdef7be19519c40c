import Messages

/// A line about tables of many rows that a person reads in their own language.
enum BatchLine: String, MessageCode {
  // Where a finding stands.
  case rowPlace
  case rowPlaceNamed
  case rowColumn
  case moreFindings
  case warningsOfKind

  // What a check came to.
  case rowsChecked
  case rowsReady
  case rowsNotReady
  case membersToAsk
  case reportsWritten
  case digest
  case nothingChecked

  // Two persons.
  case released
  case releaseDiffers
  case releaseDiffersHint = "releaseDiffers.hint"
  case releaseOwn
  case releaseOwnHint = "releaseOwn.hint"

  // Files.
  case tableMissing
  case tableMissingHint = "tableMissing.hint"
  case mapMissing
  case mapMissingHint = "mapMissing.hint"
  case outputFolder
  case outputFolderHint = "outputFolder.hint"
  case reportFailed
  case reportFailedHint = "reportFailed.hint"
  case noSuchColumn
  case noSuchColumnHint = "noSuchColumn.hint"

  // A proposed mapping.
  case mapHead
  case mapMissingColumns
  case mapIgnored
  case mapValues
  case mapDayOrMonth

  // What a run came to.
  case progress
  case rowsMade
  case rowsFiled
  case rowsVanished
  case rowsForgotten
  case nothingSentBatch
  case stopped
  case stoppedHint = "stopped.hint"
  case dateKept
  case batchThere
  case batchThereHint = "batchThere.hint"
  case checkInBatch
  case checkInBatchHint = "checkInBatch.hint"
  case batchOther
  case batchOtherHint = "batchOther.hint"
  case folderHoldsOther
  case folderHoldsOtherHint = "folderHoldsOther.hint"
  case batchLocked
  case batchLockedHint = "batchLocked.hint"
  case ledgerUnreadable
  case ledgerUnreadableHint = "ledgerUnreadable.hint"
  case noBatch
  case noBatchHint = "noBatch.hint"
  case batchDiskFull
  case batchFolderGone
  case batchWriteFailed
  case batchGoOn

  // What happened after.
  case eventsColumns
  case eventsColumnsHint = "eventsColumns.hint"
  case eventReference
  case eventUnknown
  case eventDate
  case eventFuture
  case eventDue
  case eventNotMade
  case eventBefore
  case eventGone
  case eventsNoted
  case eventsLeftOut
  case eventsLeftOutHint = "eventsLeftOut.hint"
  case statusMade
  case statusFiled
  case statusSupplement
  case statusNotMade
  case statusVanished
  case statusForgotten
  case statusTemplate
  case dueAnswer
  case dueLimit
  case dueAuthority
  case dueNothing
  case forgetUnknown
  case forgetUnknownHint = "forgetUnknown.hint"
  case forgetShared
  case forgetWord
  case forgetAsk
  case forgetNothing
  case forgetDoneBatch

  // Handing over, and several machines.
  case zipWritten
  case printWritten
  case packedWithout
  case qpdfMissing
  case qpdfMissingHint = "qpdfMissing.hint"
  case printFailed
  case printFailedHint = "printFailed.hint"
  case shardWrong
  case shardWrongHint = "shardWrong.hint"
  case shardOther
  case shardOtherHint = "shardOther.hint"
  case gatherUnfinished
  case gatherNoShard
  case gatherDiffers
  case gatherMissing
  case gatherDouble
  case gatherRows
  case gatherRowDouble
  case gatherForgotten
  case gatherFile
  case gatherHint
  case gatherBegun
  case gatherAgain
  case gatherReport
  case gathered

  /// The words in English.
  var english: String {
    switch self {
    case .rowPlace: "row {1}"
    case .rowPlaceNamed: "row {1} ({2})"
    case .rowColumn: "{1}, \"{2}\""
    case .moreFindings: "{1} more errors stand in {2}"
    case .warningsOfKind: "{1} findings of the kind {2}; see findings.csv"
    case .rowsChecked: "{1} rows were checked."
    case .rowsReady: "{1} can become complaints."
    case .rowsNotReady: "{1} cannot yet: see findings.csv; fix.csv holds these rows for repair."
    case .membersToAsk: "{1} members must be asked: needs.csv has the questions in their language."
    case .reportsWritten: "The reports are in {1}."
    case .digest: "The digest of what was checked is {1}."
    case .nothingChecked: "no row was checked; nothing was written"
    case .released: "This is exactly what was checked."
    case .releaseDiffers: "this is not what was checked: its digest is {1}"
    case .releaseDiffersHint:
      "a row, a file of evidence, the date or the campaign differs; check again, or take the table that was checked"
    case .releaseOwn: "who checked the batch does not release it"
    case .releaseOwnHint: "have another person look at the reports and release them"
    case .tableMissing: "the table cannot be opened"
    case .tableMissingHint:
      "name a CSV file that is there and that you may read; `complain sample --csv` writes one to begin with"
    case .mapMissing: "the mapping cannot be opened"
    case .mapMissingHint: "name a YAML file that is there, or a mapping that comes with the program, such as civicrm-en"
    case .outputFolder: "the folder for the reports cannot be made or written"
    case .outputFolderHint: "give another place with --out; nothing was written"
    case .reportFailed: "the reports could not be written"
    case .reportFailedHint: "make room, or give another place with --out; what is not whole was taken away"
    case .noSuchColumn: "--columns names a column that is neither in the table nor known here"
    case .noSuchColumnHint: "give names of columns with commas between them, such as person.postal_code"
    case .progress: "{1} of {2} rows done, {3} failed, {4} a second, {5} left"
    case .rowsMade: "{1} complaints are in the folder; {2} of them were made in this run."
    case .rowsFiled:
      "{1} were filed and stay as they are; {2} of these say something else now: candidates for a supplement."
    case .rowsVanished:
      "{1} rows of earlier runs are no longer in the table (not_in_csv); they are not printed or packed any more."
    case .rowsForgotten:
      "{1} rows are of persons who were forgotten: no report names them, nothing was made of them; take them out of the table."
    case .nothingSentBatch: "Nothing was sent."
    case .stopped: "stopped: {1} of {2} rows are done and kept"
    case .stoppedHint: "give the same command with --resume to go on; the reports are written at the end"
    case .dateKept: "The complaints carry the date of the day the batch began, {1}; --date gives another."
    case .batchThere: "a batch is in this folder already"
    case .batchThereHint: "say --resume to go on with it, or give another folder with --out; nothing was written"
    case .checkInBatch: "a batch is in this folder, and the reports of a check would take the place of its own"
    case .checkInBatchHint: "give another folder with --out; nothing was written"
    case .batchOther: "another batch is in this folder: none of its references stands in this table"
    case .batchOtherHint: "give the folder of this table, or a new one, with --out; nothing was written"
    case .folderHoldsOther: "the folder holds other things than a batch"
    case .folderHoldsOtherHint: "give a new or an empty folder with --out; nothing was written"
    case .batchLocked: "another run is at work in this folder"
    case .batchLockedHint: "wait until it has ended; nothing was written"
    case .ledgerUnreadable: "the ledger in this folder cannot be read"
    case .ledgerUnreadableHint:
      "it is damaged or of a later version; take it back from a copy, or give another folder; nothing was written"
    case .noBatch: "there is no batch in this folder"
    case .noBatchHint: "name the folder that was given to `complain batch` with --out"
    case .batchDiskFull: "the disk is full"
    case .batchFolderGone: "the folder is not there any more"
    case .batchWriteFailed: "the folder cannot be written to"
    case .batchGoOn: "what was made before is kept; repair this and give the same command with --resume"
    case .eventsColumns: "the table of events needs the columns reference, event and date"
    case .eventsColumnsHint: "due, authority_reference and channel may stand beside them; nothing was noted"
    case .eventReference: "the reference is not in this batch"
    case .eventUnknown: "the event must be one of: {1}"
    case .eventDate: "the date in column {1} cannot be read; write it like 2026-11-23"
    case .eventFuture: "the day is still to come"
    case .eventDue: "asked_back needs the day by which to answer, in the column due"
    case .eventNotMade: "no complaint was made of this row, so that none can have been filed"
    case .eventBefore: "the day is before that of the complaint, {1}"
    case .eventGone: "the complaint is not there any more as it was written; make it again with --resume"
    case .eventsNoted: "{1} events were noted, {2} were noted already."
    case .eventsLeftOut: "{1} lines were left out"
    case .eventsLeftOutHint: "repair them and import the table again: nothing is noted twice"
    case .statusMade: "made, not filed: {1}"
    case .statusFiled: "filed: {1}"
    case .statusSupplement: "of these changed since, candidates for a supplement: {1}"
    case .statusNotMade: "not made: {1}"
    case .statusVanished: "no longer in the table: {1}"
    case .statusForgotten: "forgotten: {1}"
    case .statusTemplate: "with the text {2}: {1}"
    case .dueAnswer: "the authority asked for an answer by this day"
    case .dueLimit: "last day of the national time limit; not filed yet"
    case .dueAuthority: "the authority’s time is over: {1}"
    case .dueNothing: "Nothing is due within {1} days."
    case .forgetUnknown: "the reference is not in this batch"
    case .forgetUnknownHint: "it stands in report.csv; what was forgotten already is not there any more"
    case .forgetShared:
      "{1}, which holds it among others; `complain batch --resume` with the same options makes it again without it"
    case .forgetWord: "yes"
    case .forgetAsk: "Shall all of this be deleted for good? Then write: {1}"
    case .forgetNothing: "Nothing was deleted."
    case .forgetDoneBatch:
      "It is deleted. The ledger keeps that this was so, and no name. Take the row out of the table; evidence, backups and what was sent are not here."
    case .zipWritten: "All of them are in {1} as well."
    case .printWritten: "The files for the printer are listed in {1}."
    case .packedWithout:
      "{1} filed complaints are not there as they were written; they are neither packed nor printed"
    case .qpdfMissing: "qpdf, which puts complaints together for a printer, is not installed"
    case .qpdfMissingHint: "apt-get install qpdf, then give the same command again; nothing was written"
    case .printFailed: "the files for the printer could not be made"
    case .printFailedHint: "make room, and give the same command with --resume; the complaints themselves are there"
    case .shardWrong: "the part to work on cannot be told"
    case .shardWrongHint:
      "say --shard 2/8 for the second of eight; of SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX, the number of parts must be known too"
    case .shardOther: "the folder holds another part of the batch"
    case .shardOtherHint:
      "each part needs a folder of its own, and the same number of parts as before; nothing was written"
    case .gatherUnfinished: "part {1}: its run did not end; nothing was joined"
    case .gatherNoShard: "folder {1} is no part of a batch"
    case .gatherDiffers:
      "part {1} was made from another table, with other templates, fonts or options, or on another day"
    case .gatherMissing: "part {1} of {2} is missing"
    case .gatherDouble: "part {1} was given twice"
    case .gatherRows: "the parts have {1} rows, the table has {2}"
    case .gatherRowDouble: "row {1} is in two parts"
    case .gatherForgotten:
      "part {1}: something was forgotten in it, and its ledger has a key of its own; make it again under the same --out as the others"
    case .gatherFile: "part {1}: a file of row {2} is not as it was written"
    case .gatherReport: "a report of a part cannot be read"
    case .gatherHint: "run the parts named above again with --resume, then gather once more; nothing was joined"
    case .gatherBegun: "parts of a batch were being joined in this folder, and that did not end"
    case .gatherAgain: "give the same `complain gather` once more: it goes on"
    case .gathered:
      "{1} rows of {2} parts are joined: none is missing, none is double; {3} complaints are in the folder."
    case .mapHead:
      """
      A mapping for this table, proposed from the names of its columns; check every line.
      Left: what is needed. Right: the column of the table. Behind #: what kinds of values stand there.
      Values are translated with values: { Germany: DE }, dates with format: dd.MM.yyyy; nothing is guessed.
      """
    case .mapMissingColumns:
      "No column was found for these; take away the # and write its name, or value: for all rows:"
    case .mapIgnored: "These columns are left out:"
    case .mapValues: "{1}"
    case .mapDayOrMonth: "day or month first? choose a format: {1}"
    }
  }
}
