import Glibc
import Storage

/// Whether what is written into a folder stays on this computer and with its owner, as far as that can be seen.
public enum FolderPrivacy {
  /// Something a person should know before personal data go into a folder.
  public enum Concern: Hashable, Sendable {
    /// A program copies the folder to another computer.
    case synchronised(Service)
    /// Other users of this computer can list it.
    case readableByOthers
  }

  /// Programs that copy folders to other computers.
  public enum Service: String, CaseIterable, Hashable, Sendable {
    case oneDrive = "OneDrive"
    case dropbox = "Dropbox"
    case nextcloud = "Nextcloud"
    case iCloud = "iCloud"
    case googleDrive = "Google Drive"
  }

  /// The concerns about a folder; none if it is not there.
  ///
  /// A program that synchronises is known by the name of a folder above or by the files it leaves in one; a folder it
  /// was told to take in elsewhere, without such a mark, cannot be told from any other.
  public static func concerns(about folder: String) -> [Concern] {
    guard let resolved = realpath(folder, nil) else { return [] }
    defer { free(resolved) }
    let ancestors = Self.ancestors(of: String(cString: resolved))
    var concerns: [Concern] = []
    if let service = ancestors.lazy.compactMap({ service(at: $0) }).first { concerns.append(.synchronised(service)) }
    if isListedByOthers(ancestors) { concerns.append(.readableByOthers) }
    return concerns
  }

  /// A folder and the folders it lies in, itself first.
  private static func ancestors(of path: String) -> [String] {
    var all = [path]
    var rest = Substring(path)
    while let slash = rest.lastIndex(of: "/"), rest.count > 1 {
      rest = rest[..<slash]
      all.append(rest.isEmpty ? "/" : String(rest))
      if rest.isEmpty { break }
    }
    return all
  }

  private static func service(at folder: String) -> Service? {
    let name = folder.split(separator: "/").last.map { $0.lowercased() } ?? ""
    if let service = service(named: name) { return service }
    return entries(of: folder).lazy.compactMap { service(marked: $0) }.first
  }

  /// Folders as the programs call them, alone or with an account's name behind: `OneDrive - Contoso`, `Dropbox (Private)`,
  /// `GoogleDrive-name@example.org`.
  private static func service(named name: String) -> Service? {
    func begins(_ word: String) -> Bool {
      guard name.hasPrefix(word) else { return false }
      guard let next = name.dropFirst(word.count).first else { return true }
      return !next.isLetter && !next.isNumber
    }
    if begins("onedrive") { return .oneDrive }
    if begins("dropbox") { return .dropbox }
    if begins("nextcloud") || begins("owncloud") { return .nextcloud }
    if begins("icloud") || begins("iclouddrive") || name == "mobile documents" || name.hasPrefix("com~apple~") {
      return .iCloud
    }
    if begins("google drive") || begins("googledrive") { return .googleDrive }
    return nil
  }

  /// Files the programs leave in the folders they keep.
  private static func service(marked entry: String) -> Service? {
    if entry == ".dropbox" || entry == ".dropbox.cache" { return .dropbox }
    if entry == ".nextcloudsync.log" || entry == ".owncloudsync.log" { return .nextcloud }
    if (entry.hasPrefix(".sync_") || entry.hasPrefix("._sync_")) && entry.hasSuffix(".db") { return .nextcloud }
    if entry == ".tmp.drivedownload" || entry == ".tmp.driveupload" { return .googleDrive }
    if entry == ".849C9593-D756-4E56-8D6E-42412F2A707B" { return .oneDrive }
    return nil
  }

  private static func entries(of folder: String) -> [String] {
    (FolderNames.all(in: folder) ?? []).filter { $0.hasPrefix(".") }
  }

  /// Whether another user can come here and list it: the folder itself open, and no folder above closed.
  ///
  /// A group of the owner's own (the same number, as Debian makes them) holds nobody else.
  private static func isListedByOthers(_ ancestors: [String]) -> Bool {
    let folders = ancestors.compactMap { path -> stat? in
      var status = stat()
      return stat(path, &status) == 0 ? status : nil
    }
    guard let own = folders.first, folders.count == ancestors.count else { return false }
    let byAll = own.st_mode & S_IROTH != 0 && folders.allSatisfy { $0.st_mode & S_IXOTH != 0 }
    let byGroup =
      own.st_mode & S_IRGRP != 0 && own.st_gid != own.st_uid
      && folders.allSatisfy { $0.st_mode & S_IXOTH != 0 || ($0.st_gid == own.st_gid && $0.st_mode & S_IXGRP != 0) }
    return byAll || byGroup
  }
}
