import Matter
import Messages

/// Everything that follows from a matter on a day, and the checks of it.
///
/// The checks stand in extensions, one file a subject. Each is a pure function that gives findings. A class, because the
/// review of a row goes through many hands.
final class Checker: Sendable {
  let matter: Matter
  let circumstances: Circumstances
  let objections: [ResolvedObjection]
  let scenarios: [Scenario: [String]]
  let events: [CaseEvent]
  /// The objections that reached the controller.
  let received: [ResolvedObjection]

  init(_ matter: Matter, in circumstances: Circumstances) {
    self.matter = matter
    self.circumstances = circumstances
    objections = ResolvedObjection.resolve(matter, in: circumstances)
    scenarios = Scenario.infer(matter, objections: objections, in: circumstances)
    events = CaseEvent.events(of: matter, objections: objections, in: circumstances)
    received = objections.filter(\.isReceived)
  }

  var date: CivilDate { circumstances.date }

  /// All findings that need no casebook beyond the circumstances, in the order of the schema.
  func findings() -> [Finding] {
    var found = mandatory()
    found += texts()
    found += dates()
    found += objectionFindings()
    found += responseFindings()
    found += deadlines()
    found += standing()
    found += limits()
    found += lastContact()
    found += people()
    found += parallel()
    found += evidence()
    found += formal()
    return found
  }

  func answers(_ kinds: Response.Kind...) -> Bool {
    guard let kind = matter.response.kind else { return false }
    return kinds.contains(kind)
  }
}
