/// Lines of what was measured, what it came to, and what it must reach.
struct FigureTable {
  private var rows: [(what: String, figure: String, target: String, verdict: String)] = []

  /// Adds a figure that must not be above a limit.
  mutating func add(_ what: String, _ value: Double, _ unit: String, atMost limit: Double? = nil) {
    add(what, "\(Self.digits(value)) \(unit)", limit.map { ("≤ \(Self.digits($0)) \(unit)", value <= $0) })
  }

  /// Adds a figure that must not be below a limit.
  mutating func add(_ what: String, _ value: Double, _ unit: String, atLeast limit: Double) {
    add(what, "\(Self.digits(value)) \(unit)", ("≥ \(Self.digits(limit)) \(unit)", value >= limit))
  }

  /// Adds something that is only told.
  mutating func add(_ what: String, told figure: String) { add(what, figure, nil) }

  private mutating func add(_ what: String, _ figure: String, _ target: (text: String, isReached: Bool)?) {
    rows.append((what, figure, target?.text ?? "", target.map { $0.isReached ? "reached" : "MISSED" } ?? ""))
  }

  /// The lines, columns under each other.
  var text: String {
    let widths = rows.reduce(into: (0, 0, 0)) { widths, row in
      widths = (
        max(widths.0, row.what.count), max(widths.1, row.figure.count), max(widths.2, row.target.count)
      )
    }
    return rows.map { row in
      let cells = [
        Self.pad(row.what, widths.0), Self.pad(row.figure, widths.1, toRight: true), Self.pad(row.target, widths.2),
        row.verdict,
      ]
      var line = cells.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private static func pad(_ text: String, _ width: Int, toRight: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return toRight ? space + text : text + space
  }

  /// Three significant digits, whole numbers from a hundred on.
  private static func digits(_ value: Double) -> String {
    let places = abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : 2
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (value * scale).rounded()
    let whole = Int(scaled / scale)
    let rest = Int(abs(scaled).truncatingRemainder(dividingBy: scale))
    guard rest > 0 else { return "\(whole)" }
    var fraction = String(String(rest + Int(scale)).dropFirst())
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return "\(whole).\(fraction)"
  }
}
