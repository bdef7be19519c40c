/// What is wrong with a file of ours that should be PDF/A-3a and PDF/UA-1 and pleasant to listen to.
///
/// These are the rules that no validator checks, and those that are cheap to check twice. Each line names what, where, and
/// never a person's words. docs/conformance says which clause each belongs to.
///
/// - Returns: nothing if nothing is wrong.
public func conformanceViolations(of file: PDFFile) -> [String] {
  conformanceViolations(of: TaggedPDFReader(file))
}

/// What is wrong with a file that is open already.
public func conformanceViolations(of reader: TaggedPDFReader) -> [String] {
  catalogViolations(reader) + metadataViolations(reader) + contentViolations(reader) + treeViolations(reader)
    + parentTreeViolations(reader) + tableViolations(reader) + listViolations(reader) + linkViolations(reader)
    + figureAndNoteViolations(reader) + headingViolations(reader) + navigationViolations(reader)
    + attachmentViolations(reader) + fontViolations(reader)
}

extension TagElement {
  /// How an element is named in a message: its type and object, never its text.
  var place: String { "\(role) (object \(number))" }
}
