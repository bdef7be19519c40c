import Matter
import Messages

/// Everything that follows from a matter on a day, and the checks of it.
///
/// The checks stand in extensions, one file a subject. Each is a pure function that gives findings.
struct Checker {
  let matter: Matter
  let circumstances: Circumstances
  let objections: [ResolvedObjection]
  let scenarios: [Scenario: [String]]
  let events: [CaseEvent]

  init(_ matter: Matter, in circumstances: Circumstances) {
    self.matter = matter
    self.circumstances = circumstances
    objections = ResolvedObjection.resolve(matter, in: circumstances)
    scenarios = Scenario.infer(matter, objections: objections, in: circumstances)
    events = CaseEvent.events(of: matter, objections: objections, in: circumstances)
  }

  var date: CivilDate { circumstances.date }
  var received: [ResolvedObjection] { objections.filter(\.isReceived) }

  /// All findings that need no casebook beyond the circumstances, in the order of the schema.
  func findings() -> [Finding] {
    mandatory() + texts() + dates() + objectionFindings() + responseFindings() + deadlines() + standing() + limits()
      + lastContact()
      + people() + parallel() + evidence() + formal()
  }

  func answers(_ kinds: Response.Kind...) -> Bool {
    guard let kind = matter.response.kind else { return false }
    return kinds.contains(kind)
  }
}
