import Casebook
import Records
import Storage
import TaggedPDF
import Templates

/// Why documents of a campaign, country and language cannot be made at all.
public enum PreparationError: Error, Sendable {
  /// Something of the casebook is missing or wrong.
  case casebook(CasebookError)
  /// A data file is wrong.
  case records(RecordProblems)
  /// Templates are wrong; everything at once.
  case templates(TemplateProblems)
  /// A file of the data folder is missing.
  case missingData(String)
  /// Something a Debian package brings is missing.
  case missingResource(SystemResource)
  /// Something of a Debian package cannot be used: what, why.
  case unusableResource(SystemResource, String)
  /// Fonts are missing or unfit: each with what to do.
  case fonts([(message: String, hint: String)])
  /// A file of the evidence could not be read once more.
  case evidence(StorageError)
  /// The output could not be prepared.
  case pdf(PDFError)
}
