import Checking
import ComplaintKit
import Evidence
import Foundation
import LocalWorld
import Matter
import TestSupport
import Testing

@testable import FilingKit

@Suite struct TwinTests {
  static let script = """
    import json, sys, jsonschema, yaml
    root, twin = sys.argv[1], json.load(open(sys.argv[2], encoding='utf-8'))
    def schema(name): return json.load(open(f'{root}/locales/schema/{name}.schema.json', encoding='utf-8'))
    for part, name in ((twin, 'kit-matter'), (twin['matter'], 'matter')):
        jsonschema.Draft202012Validator.check_schema(schema(name))
        for error in jsonschema.Draft202012Validator(schema(name)).iter_errors(part):
            print('.'.join(map(str, error.absolute_path)), error.message[:200])
    """

  @Test(arguments: Bench.countries) func theTwinFitsItsSchemaAndTheMattersOwn(country: String) throws {
    guard let python = Subprocess.python(with: "jsonschema") else {
      FileHandle.standardError.write(Data("SKIPPED: matter.json was not checked; install python3-jsonschema\n".utf8))
      #expect(!Repository.isCI)
      return
    }
    let kit = try Bench.make(try Bench.sample(country)).kit("en")
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("matter.json")
      try Data(try #require(kit["matter.json"])).write(to: file)
      let outcome = try Subprocess.run(python, ["-c", Self.script, Repository.root.path, file.path])
      #expect(outcome.status == 0 && outcome.text.isEmpty, "\(outcome.text)\(outcome.errors)")
    }
  }

  @Test(arguments: Bench.countries) func theMatterInItMakesTheSameComplaintFromTheKitAlone(country: String) throws {
    let made = try Bench.make(try Bench.sample(country))
    let kit = try made.kit("en")
    let twin = try JSONSerialization.jsonObject(with: Data(try #require(kit["matter.json"]))) as? [String: Any]
    let matter = try JSONSerialization.data(withJSONObject: try #require(twin?["matter"]))
    try withTemporaryFolder { folder in
      for (name, bytes) in kit { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
      let world = LocalWorld(
        folder: try #require(DataFolder(path: Repository.root.path)), evidenceFolder: folder.path)
      let examination = try Examination(
        of: String(decoding: matter, as: UTF8.self), name: "the matter",
        wishes: .init(date: try #require(Bench.today)), world: world)
      let brief = try #require(examination.brief, "\(examination.findings)")
      let draft = try Drafter(try #require(examination.preparation)).draft(brief, exhibits: examination.exhibits)
      #expect(try draft.bytes == kit["complaint.pdf"])
    }
  }

  @Test func aHashOfAMatterSeesEveryChangeAndNoRenaming() throws {
    let made = try Bench.make(try Bench.sample("DE"))
    var matter = made.brief.matter
    let hashes = made.exhibits.map(\.sha256)
    let before = matter.digest(evidence: hashes)
    matter.evidence[0].file = "elsewhere.png"
    #expect(matter.digest(evidence: hashes) == before)
    #expect(matter.digest(evidence: Array(hashes.reversed())) != before)
    for change: (inout Matter) -> Void in [
      { $0.grounds.text += " " }, { $0.person.phone = "1" }, { $0.prior.complaints = nil },
      { $0.objections.removeLast() },
      { $0.effects.special = [] }, { $0.response.limits.removeLast() }, { $0.evidence[0].alt = nil },
      { $0.declarations.groundsConfidential = nil }, { $0.accounts[1].accountsCentre = .other },
      { $0.notices.append(Notice()) },
      { $0.reminders = [Reminder()] }, { $0.signature.place = "" }, { $0.objections[0].accounts = [1] },
    ] {
      var changed = made.brief.matter
      change(&changed)
      #expect(changed.digest(evidence: hashes) != before)
    }
  }
}
