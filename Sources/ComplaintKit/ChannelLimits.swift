import Casebook
import Checking
import Document
import Evidence
import Matter
import Storage

/// What the way a complaint is filed by takes, held against what it would carry: said before anything is written.
struct ChannelLimits {
  let channel: Channel
  let exhibits: [Exhibit]

  /// The text, its fonts and its structure, and a page around each exhibit, in bytes: more than they come to.
  private static let letter = 250_000
  private static let page = 12_000

  /// Findings on what the authority would refuse; the person may know another way, so none is an error.
  var findings: [Finding] { types + size }

  /// Files of kinds that are not taken, where the originals are delivered.
  private var types: [Finding] {
    guard channel.originals != .none else { return [] }
    return exhibits.filter { exhibit in
      exhibit.originalName != nil && channel.forbids(exhibit.format.mediaType)
    }.map { .channelType($0.format.mediaType, field: "evidence.\($0.number)") }
  }

  /// Whether it is more than the way takes.
  var isTooLarge: Bool { channel.sizeLimit.map { delivered > $0 } ?? false }

  /// About how many bytes arrive.
  private var delivered: Int { channel.transportedSize(of: Self.size(of: exhibits, originals: channel.originals)) }

  private var size: [Finding] {
    guard let limit = channel.sizeLimit, isTooLarge else { return [] }
    // A part as large as the way takes, as it arrives; never none.
    let part = max(1, limit * 10 / 11 * limit / channel.transportedSize(of: limit) / 1_000_000)
    return [.channelSize(bytes: delivered, limit: limit, part: part)]
  }

  /// About how many bytes a document with these exhibits has, the originals beside it counted as well.
  static func size(of exhibits: [Exhibit], originals: Channel.Originals) -> Int {
    exhibits.map { weight(of: $0, originals: originals) }.reduce(letter, +)
  }

  /// About how many bytes an exhibit adds to what is delivered.
  static func weight(of exhibit: Exhibit, originals: Channel.Originals) -> Int {
    let attached = exhibit.attached.map { weight(of: $0, originals: .none) }.reduce(0, +)
    let pictures = exhibit.content.map { block in
      guard case .figure(let figure) = block else { return 0 }
      return figure.image.data.count + (figure.image.opacity?.count ?? 0) + page
    }
    let original = exhibit.attachment.map { $0.deflated?.count ?? $0.data.count }
    let beside = originals == .beside && !exhibit.isWithheld ? exhibit.size : 0
    return pictures.reduce(page + attached, +) + (original ?? beside)
  }
}

extension Channel {
  /// Whether files of a media type are not taken.
  func forbids(_ mediaType: String) -> Bool {
    forbiddenTypes.contains { pattern in
      pattern.hasSuffix("/*") ? mediaType.hasPrefix(pattern.dropLast()) : pattern == mediaType
    }
  }

  /// How many bytes as many bytes of files come to on their way: e-mail makes four of three, and ends every 76 with two.
  func transportedSize(of bytes: Int) -> Int { kind == .email ? bytes / 3 * 4 * 78 / 76 : bytes }
}
