import Matter

extension Finding {
  /// What is new after a complaint was lodged: it no longer changes the complaint.
  ///
  /// - Parameter day: the day of filing.
  public static func supplement(filedOn day: CivilDate) -> Finding { .make(.filingSupplement, "", .date(day)) }
}
