import ComplaintKit
import Evidence
import Foundation
import LocalWorld
import Matter
import Storage
import TaggedPDF
import TestSupport
import Testing

/// The hash in an annex is that of the file that is delivered, or nothing is delivered.
@Suite struct ChangedEvidenceTests {
  /// Drafts the German sample with one large picture, which `spoil` gets between reading and writing.
  private static func draft(spoil: (URL) throws -> Void) throws -> (draft: Result<Draft, any Error>, Exhibit) {
    try withTemporaryFolder { folder in
      let picture = folder.appendingPathComponent("picture.jpg")
      try SparseJPEG.write(to: picture, size: 2_000_000)
      let sample = try String(
        contentsOf: Repository.root.appendingPathComponent("templates/meta-ai/example/matter.DE.yaml"), encoding: .utf8)
      let start = try #require(sample.firstRange(of: "\nevidence:")).upperBound
      let end = try #require(sample[start...].firstRange(of: /\n[a-z_]+:/)).lowerBound
      let entry = "\n  - { file: picture.jpg, role: objection, caption: Picture, alt: A grey field }"
      let world = LocalWorld(folder: try #require(DataFolder(path: Repository.root.path)), evidenceFolder: folder.path)
      let examination = try Examination(
        of: sample.replacingCharacters(in: start..<end, with: entry), name: "the matter",
        wishes: .init(date: Bench.today), world: world)
      let brief = try #require(examination.brief, "\(examination.findings.map(\.code))")
      let drafter = try Drafter(try #require(examination.preparation))
      let exhibit = try #require(examination.exhibits.first)
      try spoil(picture)
      let draft = Result { () throws -> Draft in try drafter.draft(brief, exhibits: examination.exhibits) }
      return (draft, exhibit)
    }
  }

  @Test func aFileThatStayedAsItWasIsEmbedded() throws {
    let (draft, exhibit) = try Self.draft { _ in }
    #expect(exhibit.files.count == 2)
    #expect(try draft.get().content.count > 4_000_000)
  }

  @Test(arguments: ["written to", "cut short", "longer", "replaced", "gone", "swapped for a link"])
  func aFileThatChangedIsNot(how: String) throws {
    let (draft, exhibit) = try Self.draft { picture in
      let other = picture.deletingLastPathComponent().appendingPathComponent("other.jpg")
      switch how {
      case "written to":
        let handle = try FileHandle(forUpdating: picture)
        try handle.seek(toOffset: 1_000_000)
        try handle.write(contentsOf: Data([7]))
        try handle.close()
      case "cut short": truncate(picture.path, 1_000_000)
      case "longer": truncate(picture.path, 2_000_001)
      case "gone": try FileManager.default.removeItem(at: picture)
      default:
        try SparseJPEG.write(to: other, size: 2_000_000, mark: 1)
        try FileManager.default.removeItem(at: picture)
        if how == "replaced" {
          try FileManager.default.moveItem(at: other, to: picture)
        } else {
          try FileManager.default.createSymbolicLink(at: picture, withDestinationURL: other)
        }
      }
    }
    guard case .failure(let error) = draft, case DraftFailure.pdf(.fileChanged) = error else {
      Issue.record("a file that was \(how) is no error: \(draft)")
      return
    }
    // So that the person is told which one it is; the folder is gone by now, and so is the file.
    #expect(exhibit.files.contains { !$0.isUnchanged })
  }
}
