/// The text of a complaint for a form that takes so many characters.
struct FormText {
  let summary: CaseSummary
  let wording: KitWording
  let reference: String

  /// In which order the rows of the summary are given up when space is short: who and which account are asked for
  /// elsewhere in every form, what was asked of the controller and what it did is the case.
  private static let weights = [4, 3, 0, 1, 2, 5]

  /// The longest text within a limit: whole rows, then whole requests, never half a sentence; nil if nothing fits.
  ///
  /// - Parameter limit: as forms count: UTF-16 code units, a line end as two.
  func text(within limit: Int) -> String? {
    let ending = wording.text(.textDetails, ["reference": reference]).plainlySpaced
    guard Self.length(summary.title + [ending]) <= limit else {
      let bare = wording.text(.textSee, ["reference": reference]).plainlySpaced
      return Self.length([bare]) <= limit ? bare : nil
    }
    var taken: Set<Int> = []
    let rows = summary.rows.map { wording.text(.textRow, ["label": $0.label, "value": $0.value]).plainlySpaced }
    func lines(_ requests: ArraySlice<String>) -> [String] {
      summary.title + rows.indices.filter(taken.contains).map { rows[$0] } + requests + [ending]
    }
    for index in rows.indices.sorted(by: { Self.weight($0) < Self.weight($1) }) {
      taken.insert(index)
      if Self.length(lines([])) > limit { taken.remove(index) }
    }
    // A request without those before it would read as if it were all: only a beginning of the list, with two at least.
    var count = taken.count == rows.count ? summary.requests.count : 0
    while count > 0, Self.length(lines(summary.requests.prefix(count))) > limit { count -= 1 }
    return lines(count >= 3 ? summary.requests.prefix(count) : []).joined(separator: "\n")
  }

  private static func weight(_ index: Int) -> Int { weights.indices.contains(index) ? weights[index] : index }

  /// The length of lines as a form counts it.
  static func length(_ lines: [String]) -> Int {
    let text = lines.joined(separator: "\n")
    return text.utf16.count + text.utf16.count(where: { $0 == 0x0A })
  }
}
