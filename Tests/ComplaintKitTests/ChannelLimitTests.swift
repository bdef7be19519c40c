import Casebook
import Checking
import Document
import Evidence
import Matter
import Storage
import Testing

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
}
