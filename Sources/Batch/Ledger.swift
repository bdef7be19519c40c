import Digests
import GRDB
import Glibc

/// What became of every row of a batch: a database in its folder, one process at a time.
///
/// It keeps a rollback journal, no write-ahead log, which does not work on network file systems; and it is locked from
/// the moment it is opened, so that a second run into the same folder is refused. Nothing in it tells who a person is:
/// hashes are made with a key that lies in it, so that they say nothing without it.
public final class Ledger: Sendable {
  /// Its name in the folder.
  public static let name = "ledger.sqlite"
  /// What SQLite writes beside it while it changes.
  public static let journal = name + "-journal"

  /// Why it cannot be used.
  public enum Failure: Error, Hashable, Sendable {
    /// There is none.
    case missing
    /// Another process has it.
    case locked
    /// It is none, is damaged, or was made by a later version.
    case unreadable
    /// The disk is full, or the file cannot be read or written.
    case disk
  }

  /// The version of its tables.
  private static let version = 1

  let queue: DatabaseQueue
  /// Makes the hashes in it.
  public let hash: KeyedHash
  private let key: [UInt8]

  /// Opens the ledger of a folder, and makes it if a key is given and there is none.
  ///
  /// - Parameters:
  ///   - folder: the folder of the batch.
  ///   - key: the key for a new ledger, from a source of randomness; without one nothing is made.
  public init(in folder: String, key: [UInt8]? = nil) throws(Failure) {
    let path = "\(folder)/\(Self.name)"
    if access(path, F_OK) != 0 {
      guard key != nil else { throw .missing }
      // SQLite would make it as readable as the process lets it.
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { throw .disk }
      Glibc.close(descriptor)
    }
    do {
      var configuration = Configuration()
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
        _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
        try database.execute(sql: "PRAGMA synchronous = FULL")
        // What is deleted is overwritten: `forget` must leave no byte.
        _ = try Int.fetchOne(database, sql: "PRAGMA secure_delete = ON")
      }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      self.key = try Self.prepare(queue, key)
      hash = KeyedHash(key: self.key)
    } catch {
      throw Self.failure(error)
    }
  }

  /// Makes the ledger of a folder with the key of another, so that hashes in the two can be compared.
  public convenience init(in folder: String, like other: Ledger) throws(Failure) {
    try self.init(in: folder, key: other.key)
  }

  /// Closes it: nothing that SQLite writes beside it stays, and other processes can open it.
  ///
  /// It closes when nobody holds it any more, too; but a thread whose work is done may do so for some time still, and
  /// the journal would outlive a process that ends meanwhile.
  public func close() throws(Failure) {
    do { try queue.close() } catch { throw Self.failure(error) }
  }

  /// Whether hashes in it can be compared with those in another.
  public func hasKey(of other: Ledger) -> Bool { key == other.key }

  /// Locks it, makes its tables where there are none, and gives its key.
  private static func prepare(_ queue: DatabaseQueue, _ key: [UInt8]?) throws -> [UInt8] {
    var found: [UInt8] = []
    try queue.inTransaction(.exclusive) { database in
      switch try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0 {
      case 0:
        guard let key else { throw Failure.unreadable }
        try database.execute(sql: schema)
        try database.execute(sql: "PRAGMA user_version = \(version)")
        try database.execute(sql: "INSERT INTO setting VALUES ('key', ?)", arguments: [bytes(key)])
      case version: break
      default: throw Failure.unreadable
      }
      found = try blob(DatabaseValue.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'key'"))
      return .commit
    }
    guard found.count == KeyedHash.keySize else { throw Failure.unreadable }
    return found
  }

  private static let schema = """
    CREATE TABLE setting (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE row (
      reference TEXT PRIMARY KEY, number INTEGER NOT NULL, run INTEGER NOT NULL, status TEXT NOT NULL,
      filed INTEGER NOT NULL, changed INTEGER NOT NULL, content BLOB NOT NULL, input BLOB NOT NULL,
      template TEXT NOT NULL, country TEXT NOT NULL, authority TEXT NOT NULL, language TEXT NOT NULL,
      channel TEXT NOT NULL, time_limit TEXT NOT NULL, pages INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE file (
      reference TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, sha256 BLOB NOT NULL,
      PRIMARY KEY (reference, place)
    ) WITHOUT ROWID;
    CREATE TABLE event (
      number INTEGER PRIMARY KEY, reference TEXT NOT NULL, kind TEXT NOT NULL, date TEXT NOT NULL, due TEXT NOT NULL,
      authority_reference TEXT NOT NULL, channel TEXT NOT NULL
    );
    CREATE INDEX event_of_row ON event (reference, number);
    CREATE TABLE forgotten (
      reference BLOB PRIMARY KEY, authority TEXT NOT NULL, filed TEXT NOT NULL, forgotten TEXT NOT NULL
    ) WITHOUT ROWID;
    """

  // MARK: Settings

  /// A setting, such as the day of the documents; `nil` if it was never set.
  public func setting(_ name: String) throws(Failure) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name]) }
  }

  /// Keeps settings.
  public func set(_ settings: [String: String]) throws(Failure) {
    try write { database in
      for (name, value) in settings.sorted(by: { $0.key < $1.key }) {
        try database.execute(sql: "INSERT OR REPLACE INTO setting VALUES (?, ?)", arguments: [name, value])
      }
    }
  }

  // MARK: Access

  func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(Failure) -> Value {
    do { return try queue.read(body) } catch { throw Self.failure(error) }
  }

  func write<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(Failure) -> Value {
    do { return try queue.write(body) } catch { throw Self.failure(error) }
  }

  private static func failure(_ error: any Error) -> Failure {
    if let failure = error as? Failure { return failure }
    guard let error = error as? DatabaseError else { return .disk }
    return switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
    case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_SCHEMA, .SQLITE_ERROR: .unreadable
    default: .disk
    }
  }

  static func bytes(_ bytes: [UInt8]) -> DatabaseValue {
    bytes.withUnsafeBytes { Blob.value($0) }
  }

  static func blob(_ value: DatabaseValue?) throws -> [UInt8] { Blob.bytes(value) }
}
