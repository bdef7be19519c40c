import Casebook
import Matter

/// Everything the command line says; the findings of a matter stand in Checking's own.
///
/// Lower case, no full stop; what is wrong, then in the hint what to do. Nothing a person typed is repeated.
enum Wording {
  enum Help {
    static let draft = "Write the complaint as a PDF."
    static let draftDiscussion = """
      Nothing is written while the matter has an error; all errors are said at once. Exit codes: 0 done, 1 something \
      outside failed, 64 the command line is wrong or the file is there already, 65 the matter is not in order.
      """
    static let objection = "Write an objection to the controller under Art. 21 GDPR as a PDF."
    static let objectionDiscussion = """
      For somebody who has not objected yet, or wants every account and their own reasons named. The matter needs the \
      person, the accounts and their grounds, nothing else. Afterwards it says how to send the letter, what to keep as \
      proof and from when a complaint is possible, and writes that day into a calendar file.
      """
    static let renew = "Write a renewed objection with requests for erasure, restriction and access as a PDF."
    static let renewDiscussion = """
      For somebody whose objection is old, was refused or accepted with limits. The letter names the earlier objections \
      and the answer of the matter. It must serve a purpose of its own; while an answer is still due there is a warning.
      """
    static let letterOutput =
      "The file to write; `-` is standard output. Default: objection-<country>.pdf, renewal-<country>.pdf."
    static let letterCalendar = "The calendar file to write. Default: beside the letter, ending in .ics."
    static let mandate =
      "Write the form by which a person mandates an organisation to complain, as a PDF."
    static let mandateDiscussion = """
      One page that the person signs by hand, with the day, after the objection and before the complaint. The matter needs \
      the person and the objection, and the controller where the campaign names none; nothing else.
      """
    static let signaturePage =
      "Write the page by which a person signs a complaint that an organisation wrote down, as a PDF."
    static let signaturePageDiscussion = """
      For members who sign on paper and send the page back, where the complaint itself stays with the organisation until it \
      is filed. It names the complaint by its reference; who signs has to have read it.
      """
    static let formOutput =
      "The file to write; `-` is standard output. Default: mandate-<country>.pdf, signature-page-<country>.pdf."
    static let guide = "Show how to object with the controller's own form, and from when a complaint is possible."
    static let guideDiscussion = """
      Plain text: where the form is, what to fill in, what it does not cover, what to keep as proof. With --on it counts \
      the day from which a complaint is possible, with --ics it writes that day into a calendar file.
      """
    static let guideLanguage = "The language; that of the country if not given."
    static let guideOn = "The day on which the objection is sent, or was."
    static let guideCalendar = "The calendar file to write; needs --on."
    static let check = "Say everything that is wrong with a matter; write nothing."
    static let matter = "The matter; `-` reads standard input."
    static let date = "The date of the document; today if not given. Nothing later is cited or claimed."
    static let language = "The language, where there are several."
    static let noHyphenation = "Divide no words; lines end ragged."
    static let output = "The file to write; `-` is standard output. Default: complaint-<country>.pdf."
    static let onCollision = "What to do when the file exists."
    static let data = "The folder with templates and locales; found beside the program if not given."
    static let interfaceLanguage =
      "The language of questions, findings and results; that of the environment if not given."
    static let country = "A country's code, such as DE, AT, IE or FR."
    static let postcode = "The postcode of the residence."
    static let sampleCampaign = "The campaign; `complain campaigns` lists them; meta-ai if not given."
    static let campaign = "The campaign; that of the matter if not given."
    static let format = "How to print it."
    static let authorities = "List authorities, or find the one for a postcode."
    static let campaigns = "List campaigns."
    static let languages = "List languages and who answers for their wording."
    static let table = "The table, a CSV file: one row a person, the names of the columns in row 1."
    static let map = "The mapping of the columns: a file, or one that comes with the program, such as civicrm-en."
    static let fix =
      "Repaired rows: fix.csv of an earlier check, edited. Each takes the place of the row with its reference."
    static let organisation =
      "The file of the organisation that helps; see docs/organisation.md. Nobody is named if not given."
    static let evidenceFolder = "What the paths of evidence are relative to; the folder of the table if not given."
    static let encoding = "The encoding of the table, such as WINDOWS-1252; found out if not given."
    static let workers = "How many rows are worked on at once; one a core if not given."
    static let out = "The folder for complaints and reports; made if it is not there."
    static let checkOnly = "Check all rows and write only reports."
    static let fixColumns = "The only columns fix.csv shows beside the reference, with commas between them."
    static let release =
      "The digest of a check: what is not exactly what was checked is refused. With --check only the comparison is made."
    static let checkedBy = "Who checks, for the record of the check (check.yaml); nobody is named if not given."
    static let releasedBy = "Who releases; refused if the record names the same person as checker."
    static let batch = "Make the complaints of a table of many people, or say row by row what is wrong."
    static let batchDiscussion = """
      Writes a PDF for every row that can become a complaint, named by its reference, and says row by row why the others \
      cannot:
        complain batch people.csv --map columns.yaml --check --out checked
        complain batch people.csv --map columns.yaml --out filings
      Reports: report.csv (every row), findings.csv (every finding), needs.csv (what members must be asked, in their \
      language), fix.csv (the rows that fail; repaired, it goes back in with --fix). Whatever ends a run, --resume goes \
      on. No value of a cell is ever part of a message. Exit codes: 0 every row, 65 not every row, 1 something outside \
      failed or Ctrl-C.
      """
    static let resumeBatch =
      "Go on with the batch in the folder: what changed is made again, what was filed never is."
    static let batchProgress = "How far it is: a line that is written over, a line a minute, or nothing."
    static let byAuthority = "Put each authority's complaints into a folder of their own."
    static let zip = "Pack all complaints of the table into complaints.zip as well."
    static let merge =
      "Put them together for a printer, one authority a file, each on a right-hand page, at most 2,500 sheets a file."
    static let shard =
      "Work on one part of the rows only, such as 2/8; a cluster's job arrays are understood by themselves."
    static let gather =
      "Join the parts of a batch that several machines made, and prove that no row is missing or double."
    static let gatherDiscussion = """
      Each part is a folder that `complain batch --shard` wrote; all of them must be given:
        complain gather parts/shard-*-of-8 --out filings
      Nothing is joined while a part is missing, double, unfinished or made from another table or in another way, or while a file \
      is not as it was written. The files get a second name in the new folder, or are copied where that cannot be.
      """
    static let gatherFolders = "The folders of the parts."
    static let gatherOut = "The folder for the whole; new or empty."
    static let kits = "Write a folder for each member with everything needed to file."
    static let status = "Say what became of the complaints of a batch."
    static let batchFolder = "The folder of the batch, as `complain batch` was given it with --out."
    static let templateVersion = "List the references whose complaints have this text."
    static let due = "List the days by which something must be done for complaints of a batch."
    static let dueDiscussion = """
      What an authority asked for, the days on which its own time is over, and national time limits of complaints that \
      were not filed; what is overdue comes first:
        complain due filings --within 30
      """
    static let within = "How many days to look ahead."
    static let dueDate = "The day to count from; today if not given."
    static let events =
      "What happened to complaints of a batch, one line an event; the folder of the batch stands in place of a matter."
    static let forgetIn = "The folder of a batch; a reference stands in place of a matter."
    static let columns = "Propose a mapping for the columns of a table."
    static let columnsDiscussion = """
      Reads the names of the columns and what kinds of values stand in the first 1000 rows, never the values themselves:
        complain columns people.csv > columns.yaml
        complain batch people.csv --map columns.yaml --check --out checked
      """
    static let evidence = "Look into single files of evidence."
    static let inspect = "Print what is in files and what they can prove."
    static let inspectDiscussion = """
      For your own eyes: it prints senders, subjects and times that stand in the files, but never their names or \
      paths; files are numbered as they were given. Nothing is written or sent. Exit codes: 0 every file can become \
      an annex, 65 one cannot.
      """
    static let inspected = "A file: a picture, a mail, a PDF, text."
    static let verify = "Compare the originals of a complaint's annexes with what the complaint states."
    static let verifyDiscussion = """
      Recomputes the SHA-256 of every original inside the file, and of those in the folder, and says of each annex: \
      unchanged, changed or missing. Files of the folder are known by their content. Exit codes: 0 everything is what \
      the complaint states, 65 something is not, or could not be looked at.
      """
    static let verified = "The complaint, a part of one, or the one in a kit."
    static let verifiedFolder = "The folder with the originals, if they are not inside."
    static let sample = "Write an example matter that works as it is."
    static let sampleTable = "Write a table for `complain batch`: one row a country."
    static let sampleDiscussion = """
      The example is a person who does not exist. Redirect it to a file, replace what is in it by your own, and draft:
        complain sample --country DE > my-matter.yaml
        complain draft --country DE my-matter.yaml
      """
  }

  static let noDataThere = "this folder holds no templates and locales"
  static let noData = "the templates and locales were not found beside the program"
  static let dataHint = "name their folder with --data, or install again with `make install`"
  static let noSample = "this campaign has no example for this country"
  static let withinDays = "--within is a number of days, 0 to 3660"
  static let withinDaysHint = "complain due filings --within 30"
  static let eventsMissing = "a folder is no matter"
  static let eventsAlone = "--csv goes with no other option about one filing"
  static let eventsMissingHint = "complain filed filings --csv events.csv"
  static let checkWritesNothing = "--check writes reports alone; no option for writing complaints goes with it"
  static let checkWritesNothingHint = "leave out --check, or the other options"
  static let releaseMissing = "--released-by says who releases, and --release what"
  static let releaseMalformed = "--release is no digest"
  static let releaseHint = "give the 64 signs that the check printed as its last line"
  static let encodingUnknown = "--encoding is no encoding that is read here"
  static let encodingHint = "UTF-8, UTF-16LE, UTF-16BE, WINDOWS-1250 to 1258, ISO-8859-2 to 16"
  static let outputClosed = "standard output is closed or full"
  static let outputClosedHint = "write to a place with room"
  static let postcodeNeedsCountry = "a postcode alone says nothing"
  static let postcodeHint = "give the country too: --country DE --postcode 04109"
  static let postcodeUnknown = "there is no such postcode in our table"
  static let noteSeveral = "note: this postcode lies in more than one Land; the municipality decides"
  static let noteCustomer = "note: this postcode belongs to one recipient of much mail; take that of the residence"
  static let publicSectorOnly = "supervises public bodies only, never a company"
  static let post = "post: "
  static let factsAsOf = "facts as of"
  static let controllerOfMatter = "the controller that the matter names"

  static func unknown(_ kind: String) -> String {
    kind == "country" ? "there is no data for this country yet" : "there is no such \(kind)"
  }
  static func unreadable(_ path: String) -> String { "\(path) cannot be read" }

  /// Which examples a campaign has, by the codes of their countries.
  static func samples(_ countries: [String]) -> String {
    guard !countries.isEmpty else {
      return "it has none at all; take one of another campaign, and change what is about the campaign"
    }
    return "take one of another country, and change what is about the country; "
      + "it has examples for \(countries.joined(separator: ", "))"
  }

  static func channel(_ kind: Channel.Kind) -> String {
    switch kind {
    case .email: "e-mail: "
    case .form: "form: "
    case .post: "post: "
    case .portal: "portal: "
    }
  }

  static func checked(_ provenance: Provenance) -> String {
    let verified = provenance.verifiedOn.map { "checked on \($0)" } ?? "not checked with the authority: verify"
    return "confidence: \(provenance.confidence.rawValue); \(verified)"
  }

  static func status(_ status: Language.Status) -> String {
    switch status {
    case .machineDrafted: "machine-drafted, not reviewed by a lawyer"
    case .reviewed: "reviewed by a lawyer"
    }
  }

  /// An error of the argument parser in the house's form: lower case, no full stop, then where to look.
  ///
  /// - Parameters:
  ///   - message: what is wrong, in the parser's words.
  ///   - full: the same with everything below it, the command line's form and where help is.
  static func usage(message: String, full: String) -> Failure {
    var text = message.split(separator: "\n").first.map(String.init) ?? message
    if text.hasSuffix(".") { text.removeLast() }
    let help = full.firstRange(of: "See '").flatMap { start in
      full[start.upperBound...].firstIndex(of: "'").map { String(full[start.upperBound..<$0]) }
    }
    return Failure(
      .usage, text.prefix(1).lowercased() + text.dropFirst(), hint: "`\(help ?? "complain --help")` says what there is")
  }
}
