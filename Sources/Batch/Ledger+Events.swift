import Digests
import GRDB

extension Ledger {
  /// Notes what happened; what is noted already is not noted again.
  ///
  /// - Returns: how many were new.
  public func add(_ events: [LedgerEvent]) throws(Failure) -> Int {
    try write { database in
      var count = 0
      for event in events {
        let values: StatementArguments = [
          event.reference, event.kind.rawValue, event.date, event.due, event.authorityReference, event.channel,
        ]
        let isKnown = try Int.fetchOne(
          database,
          sql: """
            SELECT 1 FROM event WHERE reference = ? AND kind = ? AND date = ? AND due = ? AND authority_reference = ?
            AND channel = ?
            """, arguments: values)
        guard isKnown == nil else { continue }
        try database.execute(
          sql: "INSERT INTO event (reference, kind, date, due, authority_reference, channel) VALUES (?, ?, ?, ?, ?, ?)",
          arguments: values)
        if event.kind == .filed {
          try database.execute(sql: "UPDATE row SET filed = 1 WHERE reference = ?", arguments: [event.reference])
        }
        count += 1
      }
      return count
    }
  }

  /// What happened to a row, in the order it was noted.
  public func events(of reference: String) throws(Failure) -> [LedgerEvent] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM event WHERE reference = ? ORDER BY number", arguments: [reference]
      ).map { found in
        guard let kind = LedgerEvent.Kind(rawValue: found["kind"]) else { throw Failure.unreadable }
        var event = LedgerEvent(reference: reference, kind: kind, date: found["date"])
        event.due = found["due"]
        event.authorityReference = found["authority_reference"]
        event.channel = found["channel"]
        return event
      }
    }
  }

  // MARK: What was forgotten

  /// Whether anything was ever forgotten.
  public func hasForgotten() throws(Failure) -> Bool { try forgottenCount() > 0 }

  /// How many references were forgotten.
  public func forgottenCount() throws(Failure) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM forgotten") ?? 0 }
  }

  /// Whether a reference was forgotten; only a keyed hash of it was kept.
  public func isForgotten(_ reference: String) throws(Failure) -> Bool {
    let mark = Self.bytes(hash(Array(reference.utf8)))
    return try read { database in
      try Int.fetchOne(database, sql: "SELECT 1 FROM forgotten WHERE reference = ?", arguments: [mark]) != nil
    }
  }

  /// Takes over what was forgotten in a ledger with the same key.
  public func addForgotten(of other: Ledger) throws(Failure) {
    let known = try other.read { database in
      try Row.fetchAll(database, sql: "SELECT reference, authority, filed, forgotten FROM forgotten").map { found in
        StatementArguments([found["reference"], found["authority"], found["filed"], found["forgotten"]])
      }
    }
    try write { database in
      for values in known {
        try database.execute(sql: "INSERT OR IGNORE INTO forgotten VALUES (?, ?, ?, ?)", arguments: values)
      }
    }
  }

  /// Deletes everything about a row, and leaves a keyed hash, its authority, the day of filing and the day of this.
  ///
  /// - Parameter day: today, `2026-11-23`.
  public func forget(_ reference: String, on day: String) throws(Failure) {
    let mark = Self.bytes(hash(Array(reference.utf8)))
    try write { database in
      let authority = try String.fetchOne(
        database, sql: "SELECT authority FROM row WHERE reference = ?", arguments: [reference])
      let filed = try String.fetchOne(
        database, sql: "SELECT date FROM event WHERE reference = ? AND kind = 'filed' ORDER BY number LIMIT 1",
        arguments: [reference])
      for table in ["row", "file", "event"] {
        try database.execute(sql: "DELETE FROM \(table) WHERE reference = ?", arguments: [reference])
      }
      try database.execute(
        sql: "INSERT OR REPLACE INTO forgotten VALUES (?, ?, ?, ?)",
        arguments: [mark, authority ?? "", filed ?? "", day])
    }
    // The pages are written anew: freed ones were overwritten, and what an index kept between its entries is gone too.
    do { try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") } } catch { throw .disk }
  }

  // MARK: Counts

  /// How many rows there are of each kind, for a list.
  public func counts(by column: Column) throws(Failure) -> [String: Int] {
    try read { database in
      let finished = try Int.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'finished'") ?? 0
      let rows = try Row.fetchAll(
        database, sql: "SELECT \(column.expression) AS name, count(*) AS number FROM row GROUP BY 1",
        arguments: column.needsRun ? [finished] : [])
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["name"], $0["number"]) })
    }
  }

  /// What rows can be counted by.
  public enum Column: Sendable {
    /// `made`, `not_made`, `filed`, `not_in_csv`; whether it is a candidate for a supplement; the version of its text.
    case status, supplement, template

    fileprivate var expression: String {
      switch self {
      case .status:
        "CASE WHEN filed THEN 'filed' WHEN run < ? THEN 'not_in_csv' ELSE status END"
      case .supplement: "CASE WHEN changed THEN 'supplement' ELSE '' END"
      case .template: "template"
      }
    }

    fileprivate var needsRun: Bool { if case .status = self { true } else { false } }
  }
}
