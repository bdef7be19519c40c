import Matter

/// The files that an organisation adds to people's evidence: those that its own file names, and no others beside it.
public struct OrganisationFiles: Sendable {
  /// The folder of the organisation's file.
  let folder: String
  private let names: Set<String>

  /// Takes the folder of the organisation's file and what that names.
  public init(_ organisation: Organisation, in folder: String) {
    self.folder = folder
    names = Set(organisation.constitution.map(\.file))
  }

  /// Whether a path names one of them.
  func holds(_ path: String) -> Bool { name(path).map(names.contains) ?? false }

  /// Where the file of such a path lies.
  func place(of path: String) -> String { "\(folder)/\(name(path) ?? "")" }

  private func name(_ path: String) -> String? {
    path.hasPrefix(Organisation.filePrefix) ? String(path.dropFirst(Organisation.filePrefix.count)) : nil
  }
}
