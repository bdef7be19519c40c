import Casebook
import Checking
import ComplaintKit
import Document
import Evidence
import Matter
import Storage
import Synchronization

/// Drafters for many workers: one is lent to a worker for one complaint and remembers what complaints of its kind share.
///
/// How many are kept is bounded, so that memory does not grow with the number of rows or of languages among them.
public final class DrafterPool: Sendable {
  /// Everything a preparation depends on that differs between rows.
  private struct Kind: Hashable {
    var campaign: String
    var country: String
    var language: String
    var quoted: [String]
  }

  /// `@unchecked Sendable`: a drafter is used by one worker at a time, who took it out of the pool and brings it back.
  private struct Lent: @unchecked Sendable {
    let drafter: Drafter
  }

  private struct Idle {
    var drafters: [(kind: Kind, lent: Lent)] = []
    var preparations: [Kind: Preparation] = [:]
  }

  private let idle = Mutex(Idle())
  private let limit: Int
  private let hyphenates: Bool
  private let logo: Image?
  private let world: @Sendable () -> any World

  /// Makes a pool.
  ///
  /// - Parameters:
  ///   - limit: how many drafters are kept.
  ///   - hyphenates: whether words may be divided.
  ///   - logo: the logo of an organisation that lodges complaints.
  ///   - world: where everything comes from; asked for once a complaint, so that what its evidence took is given back.
  public init(limit: Int, hyphenates: Bool, logo: Image? = nil, world: @escaping @Sendable () -> any World) {
    self.logo = logo
    self.limit = max(1, limit)
    self.hyphenates = hyphenates
    self.world = world
  }

  /// A complaint that was made, or what is wrong with its evidence or its letters.
  public struct Result {
    /// What is to be said beside the findings of the review.
    public var findings: [Finding]
    /// The exhibits.
    public var exhibits: [Exhibit]
    /// The complaint; `nil` while an error stands.
    public var draft: Draft?
    /// The version of the templates.
    public var templateVersion: String
  }

  /// Makes the complaint of a brief.
  ///
  /// - Throws: `PreparationError` where the tool itself lacks something, `DraftFailure` where this complaint cannot be.
  public func draft(_ brief: Brief, spool: () -> ScratchFile?) throws -> Result {
    let quoted = Preparation.quotedLanguages(brief.matter)
    let kind = Kind(
      campaign: brief.campaign.id, country: brief.country.code, language: brief.language.tag,
      quoted: quoted.map(\.rawValue).sorted())
    let world = world()
    let preparation = try preparation(kind) {
      try Preparation(for: brief, quoted: quoted, hyphenates: hyphenates, logo: logo, world: world)
    }
    var (exhibits, findings) = preparation.look(at: brief, world: world)
    // Without exhibits only a template can be wrong, and then the draft says so.
    if !exhibits.isEmpty { findings += preparation.citationFindings(of: brief, exhibits) }
    var result = Result(
      findings: findings, exhibits: exhibits, draft: nil, templateVersion: preparation.templateVersion)
    guard !findings.contains(where: { $0.severity == .error }) else { return result }
    let lent = try take(kind) ?? Lent(drafter: Drafter(preparation))
    result.draft = try lent.drafter.draft(brief, exhibits: exhibits, spool: spool)
    giveBack(lent, kind)
    return result
  }

  /// The preparation of a kind; two workers may make one at the same time, and one of the two is kept.
  private func preparation(_ kind: Kind, _ make: () throws -> Preparation) throws -> Preparation {
    if let known = idle.withLock({ $0.preparations[kind] }) { return known }
    let made = try make()
    return idle.withLock { idle in
      if let known = idle.preparations[kind] { return known }
      if idle.preparations.count >= 2 * limit { idle.preparations.removeAll() }
      idle.preparations[kind] = made
      return made
    }
  }

  private func take(_ kind: Kind) -> Lent? {
    idle.withLock { idle in
      idle.drafters.lastIndex { $0.kind == kind }.map { idle.drafters.remove(at: $0).lent }
    }
  }

  private func giveBack(_ lent: Lent, _ kind: Kind) {
    idle.withLock { idle in
      idle.drafters.append((kind, lent))
      if idle.drafters.count > limit { idle.drafters.removeFirst() }
    }
  }
}
