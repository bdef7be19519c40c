import Casebook
import Checking
import Matter

/// What `report.csv` says of a row, whether or not a complaint was made of it.
public struct ReportFields: Hashable, Sendable {
  /// The names of the columns that checking fills, in order.
  public static let columns = [
    "row", "reference", "status", "country", "authority", "channel", "language", "scenario", "signature_needed",
    "time_limit_date", "errors", "warnings", "codes", "ask_member",
  ]

  /// The names of the columns that follow where complaints are written.
  public static let made = ["pages", "file", "sha256"]

  /// What stands in them.
  public var cells: [String]

  /// Says of a checked row what is known before anything is written.
  ///
  /// - Parameter status: such as `ready` or `not_made`.
  public init(_ reading: RowReading, status: String) {
    let destination = reading.review.destination
    var (errors, warnings) = (0, 0)
    var codes: [String] = []
    // By their places: each finding is much to copy.
    for place in reading.findings.indices where reading.findings[place].finding.severity != .note {
      if reading.findings[place].finding.severity == .error { errors += 1 } else { warnings += 1 }
      let code = reading.findings[place].finding.code
      if !codes.contains(code) { codes.append(code) }
    }
    cells = [
      String(reading.row), reading.reference ?? "", status, destination.country ?? "", destination.authority ?? "",
      destination.channel?.rawValue ?? "", destination.language ?? "",
      errors == 0 ? reading.review.scenarios.map(\.rawValue).joined(separator: "|") : "",
      destination.needsSignature.map { $0 ? "yes" : "no" } ?? "", reading.review.limitEnd?.description ?? "",
      String(errors), String(warnings), codes.joined(separator: "|"),
      Questions.fields(reading).isEmpty ? "no" : "yes",
    ]
  }
}
