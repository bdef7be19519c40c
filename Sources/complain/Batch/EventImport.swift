import Batch
import Casebook
import LocalWorld
import Matter
import Messages
import Rows

/// Notes in the ledger of a batch what happened to its complaints, from a table: one line an event.
struct EventImport {
  private let batch: BatchFolder
  private let interface: Interface
  private let date: String
  private let today: CivilDate

  init(_ batch: BatchFolder, today: CivilDate, _ interface: Interface) throws {
    self.batch = batch
    self.interface = interface
    self.today = today
    date = try batch.ledger.setting("date") ?? ""
  }

  /// Why a line is left out.
  private struct Slip: Error {
    let line: BatchLine
    let parameters: [Message.Parameter]

    init(_ line: BatchLine, _ parameters: Message.Parameter...) { (self.line, self.parameters) = (line, parameters) }
  }

  /// Notes all lines that can be; says why others cannot.
  func run(_ path: String) throws {
    let source = try TableOptions.source(path, in: interface)
    do {
      let stream = try RowStream(source, format: try TableFormat.detect(source))
      let columns = stream.header.map { $0.lowercased() }
      guard ["reference", "event", "date"].allSatisfy(columns.contains) else {
        throw Failure(.data, [interface.message(.eventsColumns, hint: .eventsColumnsHint)], in: interface)
      }
      var events: [LedgerEvent] = []
      var slips: [Failure.Message] = []
      while let row = try stream.row() {
        guard !row.isEmpty else { continue }
        func cell(_ name: String) -> String {
          columns.firstIndex(of: name).flatMap { row.cells.indices.contains($0) ? row.cells[$0].withoutBlanks() : nil }
            ?? ""
        }
        do throws(Slip) { events.append(try event(cell)) } catch {
          let slip = interface.text(error.line, error.parameters)
          slips.append(.init(text: interface.text(.rowPlace, .number(row.number)) + ": " + slip, hint: nil))
        }
      }
      let new = try batch.ledger.add(events)
      for event in events where event.kind == .filed {
        try batch.ledger.row(event.reference)?.files.forEach { batch.folder.protect($0.name) }
      }
      Terminal.write(interface.text(.eventsNoted, .number(new), .number(events.count - new)))
      guard slips.isEmpty else {
        Terminal.report(Failure(.data, slips, in: interface))
        throw Failure(
          .data,
          [.init(text: interface.text(.eventsLeftOut, .number(slips.count)), hint: interface.text(.eventsLeftOutHint))],
          in: interface)
      }
    } catch let fault as TableFault {
      throw TableOptions.failure(fault, in: interface)
    } catch let failure as Ledger.Failure {
      throw BatchFolder.failure(failure, in: interface)
    }
  }

  private func event(_ cell: (String) -> String) throws(Slip) -> LedgerEvent {
    let reference = cell("reference")
    guard let row = try? batch.ledger.row(reference) else { throw Slip(.eventReference) }
    guard let kind = LedgerEvent.Kind(rawValue: cell("event").lowercased()) else {
      throw Slip(.eventUnknown, .list(LedgerEvent.Kind.allCases.map { .term($0.rawValue) }))
    }
    guard let day = CivilDate(cell("date")) else { throw Slip(.eventDate, .term("date")) }
    guard day <= today else { throw Slip(.eventFuture) }
    var event = LedgerEvent(reference: reference, kind: kind, date: day.description)
    if !cell("due").isEmpty {
      guard let due = CivilDate(cell("due")) else { throw Slip(.eventDate, .term("due")) }
      event.due = due.description
    }
    guard kind != .askedBack || !event.due.isEmpty else { throw Slip(.eventDue) }
    event.authorityReference = cell("authority_reference")
    event.channel = cell("channel")
    if kind == .filed, !row.isFiled {
      guard row.status == .made else { throw Slip(.eventNotMade) }
      guard day.description >= date else { throw Slip(.eventBefore, .term(date)) }
      guard row.files.allSatisfy(batch.folder.holds) else { throw Slip(.eventGone) }
    }
    return event
  }
}
