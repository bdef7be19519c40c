import Casebook
import Matter

/// What an interview needs beside what the person types.
public struct InterviewContext: Sendable {
  /// Looks at a file that the person names.
  ///
  /// - Parameter candidates: paths that may be meant, the most likely first.
  public typealias Look = @Sendable (_ candidates: [String]) -> FileVerdict

  /// The words.
  public var script: Script
  /// Countries, authorities, languages.
  public var casebook: Casebook
  /// Which case it is about.
  public var campaign: Campaign
  /// The day it takes place.
  public var date: CivilDate
  /// How dates are written in the person's language.
  public var dates: DateFormats
  /// Looks at files.
  public var look: Look

  /// Opens what is needed from the casebook.
  ///
  /// - Parameter campaign: the campaign's identifier.
  public init(
    script: Script, casebook: Casebook, campaign: String, date: CivilDate, look: @escaping Look
  ) throws(CasebookError) {
    self.script = script
    self.casebook = casebook
    self.campaign = try casebook.campaign(campaign)
    self.date = date
    dates = try casebook.language(script.language).dates
    self.look = look
  }
}

/// What becomes of a file that a person names.
public enum FileVerdict: Hashable, Sendable {
  /// It can be an annex; the path as it belongs into the matter.
  case fine(path: String)
  /// It cannot.
  ///
  /// - Parameters:
  ///   - code: the code of the finding, such as `evidence.file.unsupported`.
  ///   - format: what the file is, such as `heif`, if that is known.
  case refused(code: String, format: String?)
}

/// Why there is no complaint, or not yet; none of these is a mistake.
public enum Ending: String, CaseIterable, Hashable, Sendable {
  /// The person has not objected.
  case neverObjected = "never_objected"
  /// The time for the answer is not over.
  case tooEarly = "too_early"
  /// The person is under age.
  case minor
  /// A State of the Union or the EEA whose data are not here yet.
  case noData = "no_data"
  /// A State outside of it.
  case outside
  /// A national time limit is over.
  case limitOver = "limit_over"
  /// Nothing is open that a complaint could be about.
  case nothingOpen = "nothing_open"
  /// No data of the person are in what the controller uses.
  case notAffected = "not_affected"
}
