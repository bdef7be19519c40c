import Foundation
import GRDB

/// Bytes in the database, where GRDB speaks Foundation's `Data`.
enum Blob {
  static func value(_ bytes: UnsafeRawBufferPointer) -> DatabaseValue { Data(bytes).databaseValue }

  static func bytes(_ value: DatabaseValue?) -> [UInt8] {
    value.flatMap { Data.fromDatabaseValue($0) }.map { Array($0) } ?? []
  }
}
