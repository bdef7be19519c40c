import Digests

/// A file of a batch, as it was written.
public struct FiledFile: Hashable, Sendable {
  /// Its name in the folder of the batch, with the folder in it where there is one.
  public var name: String
  /// Its size in bytes.
  public var size: Int
  /// Its SHA-256.
  public var sha256: SHA256Digest

  /// Names a file.
  public init(name: String, size: Int, sha256: SHA256Digest) {
    self.name = name
    self.size = size
    self.sha256 = sha256
  }
}

/// What the ledger knows of a row: nothing that says who it is, beside the reference.
public struct LedgerRow: Hashable, Sendable {
  /// What became of a row.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    /// Its complaint lies in the folder.
    case made
    /// Something is wrong with it.
    case notMade = "not_made"
  }

  /// The row's reference.
  public var reference: String
  /// Its number in the table, as a spreadsheet shows it.
  public var row: Int
  /// What became of it.
  public var status: Status
  /// Whether its complaint was filed: then nothing but `forget` changes it.
  public var isFiled = false
  /// Whether the row says something else now than when its complaint was filed.
  public var isSupplementCandidate = false
  /// Keyed hash of what the row and its evidence say.
  public var content: [UInt8] = []
  /// Keyed hash of everything the files were made of.
  public var input: [UInt8] = []
  /// The version of the templates.
  public var template = ""
  /// The country's code; empty where unknown, as are the next three.
  public var country = ""
  /// The authority's identifier.
  public var authority = ""
  /// The language's tag.
  public var language = ""
  /// The way of filing.
  public var channel = ""
  /// The last day of the national time limit, `2026-11-30`; empty where there is none.
  public var limit = ""
  /// How many pages the complaint has.
  public var pages = 0
  /// Its files, the complaint first.
  public var files: [FiledFile] = []

  /// Begins a row.
  public init(reference: String, row: Int, status: Status) {
    self.reference = reference
    self.row = row
    self.status = status
  }
}

/// Something that happened to a complaint, as the organisation noted it; events are only ever added.
public struct LedgerEvent: Hashable, Sendable {
  /// What can happen.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case sentToMember = "sent_to_member"
    case signed
    case filed
    case acknowledged
    case forwarded
    case askedBack = "asked_back"
    case decided
    case withdrawn
  }

  /// The row's reference.
  public var reference: String
  /// What happened.
  public var kind: Kind
  /// The day, `2026-11-23`.
  public var date: String
  /// The day by which something must be answered; empty where nothing must.
  public var due = ""
  /// The authority's file number; empty where none was given.
  public var authorityReference = ""
  /// How it was sent, or to whom it was passed on; empty where it was not said.
  public var channel = ""

  /// Notes something.
  public init(reference: String, kind: Kind, date: String) {
    self.reference = reference
    self.kind = kind
    self.date = date
  }
}
