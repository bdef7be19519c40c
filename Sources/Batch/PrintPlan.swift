/// How complaints are put together for a printer: each on a right-hand page, one authority a file, no file too thick.
public struct PrintPlan: Sendable {
  /// One file for the printer.
  public struct Part: Hashable, Sendable {
    /// The authority all of it goes to.
    public var authority: String
    /// Which of its files it is, from 1.
    public var number: Int
    /// The complaints, in the order of the table.
    public var sheets: [Sheets] = []

    /// The name of the file.
    public var name: String { "\(authority)-\(number).pdf" }
    /// How many pages it has, blank backs included.
    public var pages: Int { sheets.last.map { $0.firstPage - 1 + 2 * $0.sheets } ?? 0 }
  }

  /// One complaint on paper, printed on both sides.
  public struct Sheets: Hashable, Sendable {
    /// Its reference.
    public var reference: String
    /// Its file in the folder of the batch.
    public var file: String
    /// The page of the part it begins on, from 1; always an odd one.
    public var firstPage: Int
    /// How many pages are printed.
    public var pages: Int
    /// How many sheets that is.
    public var sheets: Int { (pages + 1) / 2 }
  }

  /// The most sheets in a file: what a printer's machine takes at once.
  public static let most = 2500

  /// The files, by authority.
  public private(set) var parts: [Part] = []
  private var current: [String: Int] = [:]

  /// Begins without any.
  public init() {}

  /// Adds the next complaint of the table.
  public mutating func add(_ reference: String, to authority: String, file: String, pages: Int) {
    var next = Sheets(reference: reference, file: file, firstPage: 1, pages: pages)
    if let index = current[authority], parts[index].pages / 2 + next.sheets <= Self.most {
      next.firstPage = parts[index].pages + 1
      parts[index].sheets.append(next)
      return
    }
    let number = current[authority].map { parts[$0].number + 1 } ?? 1
    current[authority] = parts.count
    parts.append(Part(authority: authority, number: number, sheets: [next]))
  }
}
