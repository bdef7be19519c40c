import Rows

/// Any text is a mapping or a list of problems, and any header can be planned with a mapping.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzColumns(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = start.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
  // Before a zero the mapping, behind it the table.
  let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
  let map = (try? ColumnMap(String(decoding: parts[0], as: UTF8.self), name: "columns.yaml")) ?? .none
  let table = RowSource(bytes: parts.count > 1 ? Array(parts[1]) : [])
  guard let table = try? RowTable(table, map: map, corrections: table) else { return 0 }
  _ = table.plan.isUsable
  guard let rows = try? table.rows() else { return 0 }
  while let row = try? rows.next() { _ = row.isEmpty }
  return 0
}
