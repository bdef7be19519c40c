import Matter
import Messages

extension Checker {
  /// Dates in the future, and dates in an order that cannot be.
  func dates() -> [Finding] {
    var found: [Finding] = []
    let future = matter.dates { said in
      // A month that is not over yet may be named; its first day must have been.
      let isOpenMonth = said.precision == .month || said.precision == .year
      return said.earliest > date || (said.latest > date && !isOpenMonth)
    }
    found += future.map { .make(.dateFuture, $0.path, .date(date)) }
    // That the earlier one is still to come is said already.
    func order(
      _ later: CivilDate?, _ path: @autoclosure () -> String, after earlier: CivilDate?,
      _ name: @autoclosure () -> String
    ) {
      guard let later, let earlier, earlier <= date, later < earlier else { return }
      found.append(.make(.dateOrder, path(), .term(name())))
    }
    for (number, objection) in matter.objections.numbered {
      order(
        objection.acknowledgedOn, "objection.\(number).acknowledged_on", after: objection.date?.earliest,
        "objection.\(number).date")
      order(
        objection.date?.latest, "objection.\(number).date", after: matter.person.dateOfBirth, "person.date_of_birth")
    }
    order(matter.response.answeredOn, "response.answered_on", after: matter.response.date?.earliest, "response.date")
    order(
      matter.response.checkedUntil, "response.checked_until", after: matter.response.date?.earliest, "response.date")
    if let first = received.first {
      for (number, reminder) in matter.reminders.numbered {
        order(reminder.date?.latest, "reminder.\(number).date", after: first.date.earliest, "\(first.path).date")
      }
    }
    if let truth = matter.declarations.truthConfirmedOn {
      var facts = objections.map { ("\($0.path).date", $0.date.earliest) }
      if let day = matter.response.date?.earliest { facts.append(("response.date", day)) }
      if let day = matter.response.checkedUntil { facts.append(("response.checked_until", day)) }
      if let newest = facts.max(by: { $0.1 < $1.1 }), truth < newest.1 {
        found.append(.make(.declarationsTruthOld, "declarations.truth_confirmed_on", .term(newest.0)))
      }
    }
    return found
  }

  /// Time limits of the controller: what runs, what nobody has looked after, what cannot be computed.
  func deadlines() -> [Finding] {
    var found: [Finding] = []
    for objection in objections {
      let path = "\(objection.path).date"
      if objection.date.precision == .year { found.append(.make(.dateYearOnly, path)) }
      switch objection.reply {
      case .running(let due):
        // Where nothing else is open, the complaint would be about this time limit alone, and early.
        found.append(
          .make(
            .deadlineRunning, path, .date(due), .date(due.adding(days: 1)), severity: isSomethingOpen ? nil : .error))
      case .unchecked(let due):
        if matter.response.checkedUntil != nil {
          found.append(
            .make(
              .deadlineUnchecked, "response.checked_until", .date(due), severity: isSomethingOpen ? nil : .error))
        }
      case .attempt, .answered, .unknown, .missed: break
      }
      if objection.channel == .post, matter.objections[objection.number - 1].acknowledgedOn == nil {
        found.append(.make(.deadlinePosted, path, .number(ResolvedObjection.postalAllowance)))
      }
    }
    return found
  }

  /// Time limits of national law that run against the person.
  func limits() -> [Finding] {
    var found: [Finding] = []
    if objections.isEmpty { return found }
    if let country = circumstances.country, circumstances.hasProcessingStarted, let end = limitEnd {
      let law = circumstances.limits.first?.law
      if date > end, !circumstances.limits.contains(where: \.isPreclusive) {
        found.append(.make(.limitDoubtful, "response.date", .date(end), law: law))
      } else if date > end {
        let field = received.last.map { "\($0.path).date" } ?? "objection"
        found.append(.make(.limit, field, .date(end), law: law, suffix: country.code))
      } else if date.days(until: end) <= Self.nearLimit {
        found.append(.make(.limitNear, "", .date(end), law: law))
      }
    }
    let newest = events.filter(\.isOwn).map(\.date).max()
    if let start = circumstances.processingStart, date >= start, !received.isEmpty, newest ?? .earliest < start {
      found.append(.make(.eventStale, "objection", .date(start)))
    }
    return found
  }

  /// What an authority asks for without a limit in law: to be told soon after the last contact with the controller.
  func lastContact() -> [Finding] {
    let days = matter.objections.map(\.date) + matter.reminders.map(\.date) + [matter.response.date]
    guard let limit = circumstances.limits.first(where: { $0.event == .lastContact }),
      let contact = days.compactMap({ $0?.latest }).max(),
      case let end = contact.adding(limit.length), date > end
    else { return [] }
    return [.make(.limitContact, "reminder", .date(end), law: limit.law)]
  }

  /// The last day on which a complaint about the newest event with a limit is in time; none where a country has no limit, or
  /// one from a decision and silence is newer.
  var limitEnd: CivilDate? {
    let limits = circumstances.limits
    if limits.allSatisfy({ $0.event == .decision }) {
      return events.last { $0.kind == .silence || $0.kind == .answer }?.end(of: limits)
    }
    return events.compactMap { $0.end(of: limits) }.max()
  }

  /// Days before the end of a limit in which it is pointed out.
  static let nearLimit = 45
}
