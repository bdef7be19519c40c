import Casebook
import Checking
import Document
import Evidence
import Foundation
import Matter
import Storage
import TestSupport
import Testing
import Typesetting

@testable import ComplaintKit

/// What a way of filing takes, said before anything is written.
@Suite struct ChannelLimitTests {
  private static func exhibits() throws -> [Exhibit] {
    try Press().exhibits(Bench.brief(MatterFactory.sample("DE"), country: "DE"))
  }

  private static func channel(
    _ kind: Channel.Kind = .form, originals: Channel.Originals = .embed, limit: Int? = nil, without: [String] = []
  ) throws -> Channel {
    let brief = try Bench.brief(MatterFactory.sample("DE"), country: "DE")
    var channel = try #require(brief.channel)
    (channel.kind, channel.originals, channel.sizeLimit, channel.forbiddenTypes) = (kind, originals, limit, without)
    return channel
  }

  @Test func theEstimateIsAboveWhatADraftComesToAndNotByMuch() throws {
    let brief = try Bench.brief(MatterFactory.sample("DE"), country: "DE")
    let exhibits = try Self.exhibits()
    let draft = try Press().draft(brief).content.count
    let estimate = ChannelLimits.size(of: exhibits, originals: .embed)
    #expect(estimate >= draft)
    #expect(estimate < draft + 300_000)
  }

  @Test func tooMuchIsSaidWithTheSizeOfParts() throws {
    let exhibits = try Self.exhibits()
    #expect(try ChannelLimits(channel: Self.channel(limit: nil), exhibits: exhibits).findings == [])
    #expect(try ChannelLimits(channel: Self.channel(limit: 5_000_000), exhibits: exhibits).findings == [])
    var large = exhibits
    large[0].attachment?.deflated = nil
    large[0].content = (0..<60).flatMap { _ in exhibits[0].content }
    let findings = try ChannelLimits(channel: Self.channel(.email, limit: 2_000_000), exhibits: large).findings
    #expect(findings.map(\.code) == ["channel.size"])
    #expect(findings.first?.severity == .warning)
    // A mail of two million bytes carries files of less than one and a half.
    #expect(findings.first?.hint?.contains("--split-mb 1,") == true, "\(findings)")
  }

  @Test func forbiddenTypesConcernOriginalsAlone() throws {
    let exhibits = try Self.exhibits()
    let types = ["image/*", "application/zip"]
    let found = try ChannelLimits(channel: Self.channel(originals: .beside, without: types), exhibits: exhibits)
      .findings
    #expect(
      found.map(\.field) == exhibits.filter { $0.format.mediaType.hasPrefix("image/") }.map { "evidence.\($0.number)" })
    #expect(Set(found.map(\.code)) == ["channel.type"])
    let one = ChannelLimits(channel: try Self.channel(without: ["message/rfc822"]), exhibits: exhibits).findings
    #expect(one.map(\.message) == ["the authority takes no files of the type message/rfc822, and the original is one"])
    #expect(
      try ChannelLimits(channel: Self.channel(originals: .none, without: types), exhibits: exhibits).findings == [])
  }

  // MARK: Scaling down

  /// Two pictures, and a matter that has them as its evidence, in a world whose authorities take so many bytes.
  private static func scaled(
    limit: Int?, originals: Channel.Originals = .embed
  ) throws -> (brief: Brief, preparation: Preparation, exhibits: [Exhibit], findings: [Finding]) {
    let world = EditedWorld(files: ["1.png": picture, "2.png": small]) { path, text in
      guard path.contains("/authorities/"), let limit else { return text }
      return text.replacing("    originals: embed\n", with: "    originals: \(originals)\n    size_limit: \(limit)\n")
    }
    var matter = MatterFactory.sample("DE")
    matter.evidence = ["1.png", "2.png"].map { file in
      var item = EvidenceItem()
      (item.file, item.role, item.alt) = (file, .settings, "a screen")
      return item
    }
    let review = try Review(
      matter, of: DocumentKind.complaint, on: Bench.today, country: "DE", language: "de",
      casebook: Casebook(world: world))
    let brief = try #require(review.brief, "\(review.findings)")
    let preparation = try Preparation(for: brief, world: world)
    let (exhibits, findings) = preparation.look(at: brief, world: world)
    return (brief, preparation, exhibits, findings)
  }

  /// 1.8 megabytes as they are, fewer where one pixel stands for four.
  private static let picture = plainPNG(width: 2_600, height: 1_400) { column, row in
    let noise = UInt8(truncatingIfNeeded: (column &* 2_654_435_761 ^ row &* 40_503) >> 7)
    return [noise & 0x3F, UInt8(truncatingIfNeeded: column / 11), UInt8(truncatingIfNeeded: row / 7)]
  }
  private static let small = plainPNG(width: 300, height: 200) { column, _ in [UInt8(column / 2), 1, 2] }

  private static func widths(_ exhibits: [Exhibit]) -> [Int] {
    exhibits.flatMap(\.content).compactMap { block in
      if case .figure(let figure) = block { figure.image.width } else { nil }
    }
  }

  @Test(.needsValidators) func picturesAreScaledDownOnlyWhereTheLimitDemandsIt() throws {
    let free = try Self.scaled(limit: nil)
    #expect(Self.widths(free.exhibits) == [2_600, 300])
    let size = try #require(free.brief.channel).transportedSize(
      of: ChannelLimits.size(of: free.exhibits, originals: .embed))
    let said = Set(free.findings.map(\.code))
    #expect(said.isDisjoint(with: ["exhibit.scaledDown", "channel.size"]))

    // What just fits keeps all its pixels; a byte less, and 165 mm are printed with 200 pixels an inch.
    #expect(try Self.widths(Self.scaled(limit: size).exhibits) == [2_600, 300])
    let scaled = try Self.scaled(limit: size - 1)
    #expect(Self.widths(scaled.exhibits) == [1_300, 300])
    #expect(Set(scaled.findings.map(\.code)).subtracting(said) == ["exhibit.scaledDown"])
    #expect(scaled.findings.filter { $0.code == "exhibit.scaledDown" }.map(\.field) == ["evidence.1"])
    #expect(scaled.exhibits.map(\.sha256) == free.exhibits.map(\.sha256))
    #expect(scaled.exhibits.map(\.attachment) == free.exhibits.map(\.attachment))

    // The document says so, of the one picture alone, and conforms; what is printed is as fine as it says.
    let drafter = try Drafter(scaled.preparation)
    let draft = try drafter.draft(scaled.brief, exhibits: scaled.exhibits)
    #expect(scaled.brief.channel?.transportedSize(of: draft.content.count) ?? .max < size)
    let sentence = "Was gezeigt wird, ist auf nicht weniger als 200 Bildpunkte je Zoll verkleinert"
    #expect(draft.document.annexes.map { "\($0.blocks)".contains(sentence) } == [true, false])
    let typeset = Typesetter(scaled.preparation.typesetting).typeset(draft.document)
    let areas = typeset.layout.pages.flatMap(\.contents).flatMap(\.drawings).compactMap { drawing in
      if case .image(0, let area) = drawing { area } else { nil }
    }
    let resolution = 1_300 / (try #require(areas.first).width / 72)
    #expect(resolution > 199 && resolution < 202, "\(resolution)")
    #expect(conformanceViolations(of: try PDFFile(draft.bytes)) == [])
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("scaled.pdf")
      try Data(draft.bytes).write(to: file)
      #expect(try Validators.violations(of: [file]) == [])
    }
  }

  @Test func whatIsStillTooMuchIsSaidAsBefore() throws {
    let scaled = try Self.scaled(limit: 1_000_000)
    #expect(Self.widths(scaled.exhibits) == [1_300, 300])
    let size = scaled.findings.filter { $0.code == "channel.size" }
    #expect(size.map(\.severity) == [.warning] && size.first?.hint?.contains("--split-mb") == true)
  }
}
