import Rows

/// Any bytes are a table or a fault: never a crash, and never a row whose number is not that of the row before and one more.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTable(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = start.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
  // The first byte says in which pieces the file comes.
  let size = max(1, Int(bytes.first ?? 0))
  let source = RowSource {
    var rest = bytes.dropFirst()
    return { _ in
      guard !rest.isEmpty else { return nil }
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
  }
  do {
    let stream = try RowStream(source, format: try TableFormat.detect(source))
    let plan = ColumnPlan(header: stream.header, map: .none)
    precondition(plan.header == stream.header)
    var last = 1
    while let row = try stream.row() {
      precondition(row.number == last + 1, "rows are counted one by one")
      last = row.number
      for cell in row.cells { _ = ValueClass(of: cell) }
    }
  } catch {
    _ = (error as? TableFault)?.finding
  }
  return 0
}
