import Matter
import Messages

extension Checker {
  /// Whether an exhibit said to be a policy is the controller's, in a version that is known.
  ///
  /// - Parameter path: its field path, such as `evidence.4`.
  func policyFindings(_ item: EvidenceItem, _ path: String) -> [Finding] {
    guard item.role == .policy else {
      let said = [(item.entity != nil, "entity"), (item.effective != nil, "effective")]
      // A role that was not read may well be this one.
      return item.role == nil ? [] : said.filter(\.0).map { .make(.policyNotPolicy, "\(path).\($0.1)") }
    }
    var found: [Finding] = []
    if item.date == nil, item.effective == nil { found.append(.make(.policyUndated, "\(path).effective")) }
    if let transcript = item.transcript {
      found += Self.policyFindings(transcript, field: "\(path).transcript", circumstances)
    }
    if let entity = item.entity { found += entityFindings(entity, "\(path).entity") }
    if let effective = item.effective, let nearest = nearestVersion(unlike: effective) {
      found.append(.make(.policyNoVersion, "\(path).effective", .date(nearest)))
    }
    return found
  }

  /// Whether a policy's text is the European one.
  static func policyFindings(_ text: String, field: String, _ circumstances: Circumstances) -> [Finding] {
    let namesOther = circumstances.otherControllers.contains { contains(text, $0) }
    guard namesOther, !contains(text, circumstances.controllerName) else { return [] }
    return [.make(.policyWrongEntity, field, .term(circumstances.controllerName))]
  }

  private func entityFindings(_ entity: String, _ field: String) -> [Finding] {
    let name = CompanyName(entity)
    guard !circumstances.controllerName.isEmpty, name != CompanyName(circumstances.controllerName) else { return [] }
    let controller = FindingParameter.term(circumstances.controllerName)
    if circumstances.otherControllers.contains(where: { CompanyName($0) == name }) {
      return [.make(.policyWrongEntity, field, controller)]
    }
    // Under an earlier name it was the same company.
    return circumstances.formerNames.contains { CompanyName($0) == name }
      ? [] : [.make(.policyOtherEntity, field, controller)]
  }

  /// The known version nearest to a day from which none applies; `nil` where one does, or where versions may be unknown.
  private func nearestVersion(unlike day: CivilDate) -> CivilDate? {
    let known = circumstances.policies.map(\.effective)
    guard let first = known.first, day >= first, day <= circumstances.policiesKnownUntil, !known.contains(day) else {
      return nil
    }
    return known.min { abs($0.days(until: day)) < abs($1.days(until: day)) }
  }
}
