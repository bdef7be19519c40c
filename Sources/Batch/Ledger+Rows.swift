import Digests
import GRDB

/// What a run has to say of a row.
public enum LedgerChange: Hashable, Sendable {
  /// It was made, or is known to be wrong.
  case set(LedgerRow)
  /// It is as it was, or frozen; whether it changed since it was filed.
  case seen(reference: String, row: Int, isSupplementCandidate: Bool)
}

extension Ledger {
  /// Begins a run; its number is higher than that of all before it, whatever the clock says.
  public func beginRun() throws(Failure) -> Int {
    try write { database in
      let last = try Int.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'run'") ?? 0
      try database.execute(sql: "INSERT OR REPLACE INTO setting VALUES ('run', ?)", arguments: [last + 1])
      return last + 1
    }
  }

  /// Whether the last run ended; then it noted everything it made.
  ///
  /// It is asked before the next begins.
  public func isEnded() throws(Failure) -> Bool {
    try read { database in
      let numbers = try Int.fetchAll(
        database, sql: "SELECT value FROM setting WHERE name IN ('run', 'finished')")
      return numbers.isEmpty || (numbers.count == 2 && numbers[0] == numbers[1])
    }
  }

  /// Ends a run that saw the whole table: rows it did not see are no longer in it.
  public func finish(run: Int) throws(Failure) {
    try write { try $0.execute(sql: "INSERT OR REPLACE INTO setting VALUES ('finished', ?)", arguments: [run]) }
  }

  /// How many rows it knows.
  public func count() throws(Failure) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM row") ?? 0 }
  }

  /// Whether it knows a row.
  public func knows(_ reference: String) throws(Failure) -> Bool {
    try read { database in
      let found = try database.cachedStatement(sql: "SELECT 1 FROM row WHERE reference = ?")
      return try Int.fetchOne(found, arguments: [reference]) != nil
    }
  }

  /// A row with its files; `nil` if it is not known.
  public func row(_ reference: String) throws(Failure) -> LedgerRow? {
    try read { database in
      let statement = try database.cachedStatement(sql: "SELECT * FROM row WHERE reference = ?")
      guard let found = try Row.fetchOne(statement, arguments: [reference]) else { return nil }
      return try Self.row(found, database)
    }
  }

  /// Calls for every row, in the order of the table; those that are no longer in it come last.
  public func forEach(_ body: (LedgerRow, _ isInTable: Bool) throws -> Void) throws {
    // In pieces: a hundred thousand rows need not be in memory at once.
    var (isInTable, number, reference) = (true, -1, "")
    while true {
      let (wanted, from, after) = (isInTable, number, reference)
      let rows = try read { database -> [LedgerRow] in
        let finished = try Int.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'finished'") ?? 0
        let statement = try database.cachedStatement(
          sql: """
            SELECT * FROM row WHERE (run >= ?) = ? AND (number, reference) > (?, ?)
            ORDER BY number, reference LIMIT 1024
            """)
        return try Row.fetchAll(statement, arguments: [finished, wanted, from, after])
          .map { try Self.row($0, database) }
      }
      for row in rows { try body(row, isInTable) }
      if let last = rows.last {
        (number, reference) = (last.row, last.reference)
      } else if isInTable {
        (isInTable, number, reference) = (false, -1, "")
      } else {
        return
      }
    }
  }

  /// Keeps what a run has to say, all of it or nothing.
  public func commit(_ changes: [LedgerChange], run: Int) throws(Failure) {
    try write { database in
      for change in changes {
        switch change {
        case .set(let row): try Self.set(row, run, database)
        case .seen(let reference, let number, let isChanged):
          let seen = try database.cachedStatement(
            sql: "UPDATE row SET number = ?, run = ?, changed = ? WHERE reference = ?")
          try seen.execute(arguments: [number, run, isChanged, reference])
        }
      }
    }
  }

  private static func set(_ row: LedgerRow, _ run: Int, _ database: Database) throws {
    let put = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    try put.execute(arguments: [
      row.reference, row.row, run, row.status.rawValue, row.isFiled, row.isSupplementCandidate, bytes(row.content),
      bytes(row.input), row.template, row.country, row.authority, row.language, row.channel, row.limit, row.pages,
    ])
    try database.cachedStatement(sql: "DELETE FROM file WHERE reference = ?").execute(arguments: [row.reference])
    let add = try database.cachedStatement(sql: "INSERT INTO file VALUES (?, ?, ?, ?, ?)")
    for (place, file) in row.files.enumerated() {
      try add.execute(arguments: [row.reference, place, file.name, file.size, bytes(file.sha256.bytes)])
    }
  }

  static func row(_ found: Row, _ database: Database) throws -> LedgerRow {
    guard let status = LedgerRow.Status(rawValue: found["status"]) else { throw Failure.unreadable }
    var row = LedgerRow(reference: found["reference"], row: found["number"], status: status)
    row.isFiled = found["filed"]
    row.isSupplementCandidate = found["changed"]
    row.content = try blob(found["content"])
    row.input = try blob(found["input"])
    row.template = found["template"]
    row.country = found["country"]
    row.authority = found["authority"]
    row.language = found["language"]
    row.channel = found["channel"]
    row.limit = found["time_limit"]
    row.pages = found["pages"]
    let files = try database.cachedStatement(
      sql: "SELECT name, size, sha256 FROM file WHERE reference = ? ORDER BY place")
    row.files = try Row.fetchAll(files, arguments: [row.reference]).map { file in
      guard let sha256 = SHA256Digest(bytes: try blob(file["sha256"])) else { throw Failure.unreadable }
      return FiledFile(name: file["name"], size: file["size"], sha256: sha256)
    }
    return row
  }
}
