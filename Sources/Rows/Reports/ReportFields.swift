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
    func count(_ severity: Severity) -> String {
      String(reading.findings.count { $0.finding.severity == severity })
    }
    var codes: [String] = []
    for finding in reading.findings where finding.finding.severity != .note && !codes.contains(finding.finding.code) {
      codes.append(finding.finding.code)
    }
    cells = [
      String(reading.row), reading.reference ?? "", status, destination.country ?? "", destination.authority ?? "",
      destination.channel?.rawValue ?? "", destination.language ?? "",
      reading.isComplete ? reading.review.scenarios.map(\.rawValue).joined(separator: "|") : "",
      destination.needsSignature.map { $0 ? "yes" : "no" } ?? "", reading.review.limitEnd?.description ?? "",
      count(.error), count(.warning), codes.joined(separator: "|"),
      Questions.fields(reading).isEmpty ? "no" : "yes",
    ]
  }
}
