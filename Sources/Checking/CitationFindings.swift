import Matter
import Messages

extension Finding {
  /// An exhibit that the text does not cite.
  ///
  /// - Parameter field: its entry.
  public static func exhibitUncited(field: String) -> Finding { .make(.evidenceUncited, field) }

  /// A citation in the text that leads to no exhibit.
  ///
  /// - Parameter role: the role whose annexes are cited.
  public static func citedWithoutExhibit(role: String) -> Finding {
    .make(.evidenceCited, "evidence", .term(role))
  }
}
