import Matter

extension Checker {
  /// What is worth saying about a letter to the controller, and nothing about a complaint.
  func letterFindings() -> [Finding] {
    var found: [Finding] = []
    if matter.declarations.groundsConfidential == true, !matter.grounds.text.isEmpty {
      found.append(.make(.groundsConfidential, "grounds.text"))
    }
    return found + renewalFindings()
  }

  /// Whether a renewed objection has a purpose of its own: a repeated request may be excessive (Article 12(5) GDPR).
  private func renewalFindings() -> [Finding] {
    let running = received.filter { objection in
      guard let due = objection.due, due >= date else { return false }
      return objection.reply != .answered
    }
    if !running.isEmpty {
      return running.compactMap { objection in
        objection.due.map { due in
          .make(.renewalRunning, "\(objection.path).date", .date(due), .date(due.adding(days: 1)))
        }
      }
    }
    guard let latest = received.last, latest.reply != .answered, latest.policiesAfter.isEmpty,
      Set(latest.requests) == Set(Objection.Request.allCases)
    else { return [] }
    return [.make(.renewalRepeated, "\(latest.path).also_requested")]
  }
}
