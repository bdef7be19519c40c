/// One row of a table.
///
/// Its cells lie one behind the other as they were read: of most of them only a few bytes are looked at, and a text is
/// made where somebody asks for one.
public struct Row: Hashable, Sendable {
  /// The row's number as a spreadsheet shows it: the names of the columns stand in row 1, and a line break inside a cell
  /// starts no new row.
  public var number: Int
  /// All cells in UTF-8, from the left, with nothing between them.
  private let text: [UInt8]
  /// Where each of them ends.
  private let ends: [Int]

  /// Makes a row.
  public init(number: Int, cells: [String]) {
    var (text, ends): ([UInt8], [Int]) = ([], [])
    for cell in cells {
      text += cell.utf8
      ends.append(text.count)
    }
    self.init(number: number, text: text, ends: ends)
  }

  /// Takes cells of sound UTF-8 as they lie.
  init(number: Int, text: [UInt8], ends: [Int]) {
    self.number = number
    self.text = text
    self.ends = ends
  }

  /// How many cells there are.
  public var count: Int { ends.count }

  /// What stands in the cells, from the left.
  public var cells: [String] { ends.indices.map { cell($0) } }

  /// What stands in a cell; nothing if the row ends before it.
  public func cell(_ place: Int) -> String { withBytes(ofCell: place) { String(decoding: $0, as: UTF8.self) } ?? "" }

  /// Looks at the bytes of a cell where they lie; `nil` if the row ends before it.
  func withBytes<Result>(ofCell place: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result? {
    guard place < ends.count else { return nil }
    let start = place == 0 ? 0 : ends[place - 1]
    return try text.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[start..<ends[place]])) }
  }

  /// Whether nothing stands in any cell.
  public var isEmpty: Bool { text.allSatisfy { $0 == 0x20 } }
}
