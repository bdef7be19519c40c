import Testing

@testable import Records

/// A small record as the tests read it.
private struct Person: Equatable {
  var name: String
  var dates: [String]
  var kind: Kind
  var isAdult: Bool?

  enum Kind: String, CaseIterable { case mail, screenshot, memory }

  static func read(_ reader: RecordReader) -> Person {
    Person(
      name: reader.mapping("person") { $0.string("given_name") },
      dates: reader.list("objection") { objection in
        objection.value("date", expected: "a date like 2025-05-20", or: "") { $0.count == 10 ? $0 : nil }
      },
      kind: reader.oneOf("basis", Kind.self),
      isAdult: reader.optionalFlag("adult"))
  }
}

private func problems(_ text: String) -> String {
  RecordProblems(SourceFile(name: "matter.yaml", text: text).examine(Person.read).problems).description
}

@Suite struct RecordsTests {
  @Test func readsARecord() throws {
    let text = """
      person: { given_name: Erika }
      objection:
        - date: 2025-05-20
        - { date: "2024-06-12" }
      basis: mail
      adult: yes
      """
    let person = try SourceFile(name: "matter.yaml", text: text).read(Person.read)
    #expect(person == Person(name: "Erika", dates: ["2025-05-20", "2024-06-12"], kind: .mail, isAdult: true))
  }

  @Test func reportsEverythingAtOnceWithPlaceAndPath() {
    let text = """
      person:
        given_nmae: Erika Secret
      objection:
        - date: 2025-05-20
        - date: yesterday
        - just text
      basis: mial
      adult: perhaps
      """
    #expect(
      problems(text) == """
        error: matter.yaml:2:3: person.given_name: is missing
        error: matter.yaml:2:3: person.given_nmae: is not a known key
        hint: did you mean given_name?
        error: matter.yaml:5:11: objection.2.date: must be a date like 2025-05-20
        error: matter.yaml:6:5: objection.3: must be a group of keys, not a single value
        error: matter.yaml:7:8: basis: must be one of: mail, screenshot, memory
        hint: did you mean mail?
        error: matter.yaml:8:8: adult: must be yes or no
        """)
  }

  @Test func aMissingGroupIsOneProblem() {
    #expect(
      problems("basis: mail") == "error: matter.yaml:1:1: person: is missing")
  }

  @Test func aKeyWithNothingAfterItIsMissing() {
    #expect(
      problems("person: { given_name: '' }\nbasis:\nadult: ~") == """
        error: matter.yaml:1:23: person.given_name: must not be empty
        error: matter.yaml:2:1: basis: nothing is written after this key
        """)
  }

  @Test func freeTextThatSlippedIntoAKeyIsNotRepeated() {
    let text = "person: { given_name: Erika }\nbasis: mail\nI live in Leipzig: and teach there"
    #expect(
      problems(text) == """
        error: matter.yaml:3:1: there is a key that is not known
        hint: known here: adult, basis, objection, person
        """)
  }

  @Test(
    arguments: [
      ("person: [", "error: matter.yaml:2:1: the file is not YAML: did not find expected node content"),
      ("a: 1\na: 2", "error: matter.yaml:1:1: the same key stands twice in one group\nhint: keep one of the two"),
      ("", "error: matter.yaml: the file is empty\nhint: a record is a list of keys, each with a value"),
      (
        "a: &x 1\nb: *x",
        "error: matter.yaml:1:4: anchors (&) and aliases (*) are not used in record files"
      ),
      (
        "just words",
        "error: matter.yaml:1:1: the file must be a group of keys, not a single value"
          + "\nhint: a record is a list of keys, each with a value"
      ),
      (
        "a: b\u{1}",
        "error: matter.yaml:1:5: the file holds a character that is not allowed in YAML"
          + "\nhint: remove the control character"
      ),
      ("a: 1\nb: *x", "error: matter.yaml:2:4: anchors (&) and aliases (*) are not used in record files"),
      ("a: 1\n? [b]\n: 2", "error: matter.yaml:1:1: a key must be a single word"),
      ("é: 'ü\u{1}'", "error: matter.yaml:1:6: the file holds a character that is not allowed in YAML"),
      (String(repeating: "[", count: 40), "error: matter.yaml:1:34: lists and groups are nested too deeply"),
      ("---\na: 1\n---\nb: 2", "error: matter.yaml:3:1: the file is not YAML: but found another document"),
    ])
  func refusesWhatIsNoRecord(text: String, expected: String) {
    #expect(problems(text).hasPrefix(expected))
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func deepNestingIsAnErrorAndNoCrash(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(problems(text).hasPrefix("error: matter.yaml"))
  }

  @Test func aHugeFileIsRefusedUnread() {
    let text = "a: " + String(repeating: "x", count: SourceFile.maximumBytes)
    #expect(problems(text).hasPrefix("error: matter.yaml: the file is larger than 1000000 bytes"))
  }

  @Test func plainWordsStayWhatWasTyped() throws {
    let values = try SourceFile(name: "x", text: "a: no\nb: 2025-05-20\nc: 01\nd: 1e3").read { reader in
      ["a", "b", "c", "d"].map(reader.string)
    }
    #expect(values == ["no", "2025-05-20", "01", "1e3"])
  }

  @Test func freeKeysKeepTheirOrder() throws {
    let names = try SourceFile(name: "x", text: "names: { fr: Autorité, de: Behörde }").read { reader in
      reader.table("names").map { "\($0.key)=\($0.value)" }
    }
    #expect(names == ["fr=Autorité", "de=Behörde"])
  }

  @Test(
    arguments: [
      ("Grmany", "Germany"), ("germnay", "Germany"), ("metaai", "meta-ai"), ("xyz", nil), ("", nil), ("DE", nil),
    ])
  func findsTheWordThatWasMeant(typed: String, expected: String?) {
    #expect(closest(to: typed, in: ["Germany", "France", "meta-ai", "at"]) == expected)
  }
}
