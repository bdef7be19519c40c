import LocalWorld
import Records
import Rows

/// A table of people who do not exist: the example's row again and again, with another person, other accounts, days and grounds.
struct PeopleTable {
  private let names: [String]
  private let cells: [String]
  private let places: [String: Int]

  init(_ example: Example) throws {
    var table = SampleTable()
    table.add(try SourceFile(name: "the example", text: example.textWithoutEvidence).root(), reference: "X")
    let source = RowSource(bytes: table.bytes())
    let stream = try RowStream(source, format: .detect(source))
    guard let row = try stream.row() else { throw BenchmarkError("the example is no row") }
    (names, cells) = (stream.header, row.cells)
    places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  /// Writes a table.
  ///
  /// - Parameter picture: the path of a row's screenshot, if rows have one.
  func write(_ count: Int, to path: String, seed: UInt64, picture: ((Int) -> String)? = nil) throws {
    var persons = Persons(seed: seed)
    let text = CSVText(separator: UInt8(ascii: ","))
    let evidence = ["evidence.1.file", "evidence.1.role", "evidence.1.caption", "evidence.1.alt"]
    let writer = try GrowingFile(path)
    try writer.write(text.row(names + (picture == nil ? [] : evidence)))
    for number in 0..<count {
      var row = vary(&persons, number: number)
      if let picture { row += [picture(number), "objection", "Screenshot", "The form as it was sent"] }
      try writer.write(text.row(row))
    }
    try writer.finish()
  }

  private func vary(_ persons: inout Persons, number: Int) -> [String] {
    var row = cells
    func set(_ name: String, _ value: String) { if let place = places[name] { row[place] = value } }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (given, family) = (persons.name(), persons.name())
    // What differs between two rows is never a number alone: nothing that is remembered may serve both.
    set("reference", "B-\(number)")
    set("person.given_name", given)
    set("person.family_name", family)
    set("person.street", "\(persons.name())weg \(persons.number(1...199))")
    let address = "m\(number)@example.org"
    set("person.email", address)
    for account in 1...2 {
      set("account.\(account).handle", "\(given).\(family)\(number)-\(account)".lowercased())
      set("account.\(account).email", address)
      set("account.\(account).public_content_since", "\(persons.number(2009...2021))")
    }
    let day = persons.number(2...25)
    set("objection.1.date", "2025-05-\(two(day))")
    set("objection.2.date", "2026-08-\(two(day))")
    set("response.date", "2025-05-\(two(day + persons.number(1...5)))")
    set("grounds.text", persons.grounds())
    return row
  }
}
