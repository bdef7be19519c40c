import Matter
import Records

/// The acts and judgments that a set of templates names, opened once, ready to be cited.
public struct Register: Sendable {
  private let acts: [String: Act]
  private let judgments: [String: Judgment]

  /// The acts, in the order of their identifiers.
  public var openedActs: [Act] { acts.keys.sorted().compactMap { acts[$0] } }

  /// The judgments, decisions and guidelines, in the order of their entries.
  public var openedJudgments: [Judgment] { judgments.keys.sorted().compactMap { judgments[$0] } }

  init(acts: [String: Act], judgments: [String: Judgment]) {
    self.acts = acts
    self.judgments = judgments
  }

  /// The judgment a reference names.
  public func judgment(_ citation: Citation) -> Judgment? {
    guard case .decision(let decision) = citation else { return nil }
    return judgments[decision.entry]
  }

  /// The act a reference names.
  public func act(_ citation: Citation) -> Act? {
    switch citation {
    case .provision(let provision): acts[provision.act]
    case .recital: acts["gdpr"]
    case .decision: nil
    }
  }

  /// Why a reference may not stand in a document of a day; `nil` if it may.
  public func fault(of citation: Citation, on date: CivilDate) -> CitationFault? {
    switch citation {
    case .recital: nil
    case .provision(let provision): fault(of: provision, on: date)
    case .decision(let decision): fault(of: decision, on: date)
    }
  }

  private func fault(of citation: Citation.Provision, on date: CivilDate) -> CitationFault? {
    guard let act = acts[citation.act] else { return .noSuchSource }
    for number in [citation.number, citation.last].compactMap({ $0 }) {
      guard let provision = act.provisions[number] else { return .noSuchProvision }
      if !provision.isCitable { return .notCertain }
      if provision.appliesFrom ?? act.appliesFrom > date { return .later }
      guard let last = citation.pins.last else { continue }
      let outer = citation.pins.dropLast()
      for inner in pinRange(last) ?? [last] {
        // The pins of an entry hold two levels; deeper ones are not listed.
        let pin = outer.isEmpty ? inner : outer[0] + outer.dropFirst().map { "(\($0))" }.joined() + "(\(inner))"
        if !provision.pins.contains(pin) { return .noSuchParagraph }
      }
    }
    return nil
  }

  private func fault(of citation: Citation.Decision, on date: CivilDate) -> CitationFault? {
    guard let judgment = judgments[citation.entry] else { return .noSuchSource }
    if !judgment.isCitable { return .notCertain }
    if judgment.publicSince > date { return .later }
    for paragraph in [citation.paragraph, citation.last].compactMap({ $0 })
    where !judgment.mayCite(paragraph: paragraph) {
      return .noSuchParagraph
    }
    return nil
  }
}

/// Why a reference may not be printed.
public enum CitationFault: String, CaseIterable, Hashable, Sendable {
  /// No register has the act or the decision.
  case noSuchSource
  /// The act's entry does not list the article or section.
  case noSuchProvision
  /// The entry does not list the paragraph or point, so nobody has read it.
  case noSuchParagraph
  /// The entry is not certain enough for what a person signs.
  case notCertain
  /// It is later than the document.
  case later

  /// The fault in words, lower case, no full stop.
  public var message: String {
    switch self {
    case .noSuchSource: "is in no register"
    case .noSuchProvision: "is not among the provisions of its act in the register"
    case .noSuchParagraph: "names a paragraph or point that its register entry does not list"
    case .notCertain: "is not certain enough to be signed"
    case .later: "is later than the document"
    }
  }
}

extension Casebook {
  /// Opens the acts and judgments that references name, and nothing else.
  ///
  /// What does not exist is left out: `Register.fault` then says so, with the reference it was asked for.
  public func register(for citations: some Sequence<Citation>) throws(CasebookError) -> Register {
    var acts: [String: Act] = [:]
    var judgments: [String: Judgment] = [:]
    for citation in citations {
      switch citation {
      case .recital:
        if acts["gdpr"] == nil { acts["gdpr"] = try existing { () throws(CasebookError) in try act("gdpr") } }
      case .provision(let provision):
        if acts[provision.act] == nil {
          acts[provision.act] = try existing { () throws(CasebookError) in try act(provision.act) }
        }
      case .decision(let decision):
        if judgments[decision.entry] == nil {
          judgments[decision.entry] = try existing { () throws(CasebookError) in try judgment(decision.entry) }
        }
      }
    }
    return Register(acts: acts, judgments: judgments)
  }

  private func existing<Value>(_ open: () throws(CasebookError) -> Value) throws(CasebookError) -> Value? {
    do {
      return try open()
    } catch .unknown {
      return nil
    }
  }
}
