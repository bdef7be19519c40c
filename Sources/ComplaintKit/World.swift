import Evidence
import Matter
import Storage

/// Everything outside: the data folder, fonts, dictionaries, evidence.
///
/// There is no clock in it, no network, no locale.
/// Given the same world, the same matter and the same date, a draft is the same bytes on every machine.
public protocol World: Sendable {
  /// Reads a file of the data folder, such as `locales/countries/DE.yaml`; nil if there is none.
  func data(_ path: String) -> [UInt8]?
  /// The names in a folder of the data folder, sorted.
  func names(in folder: String) -> [String]
  /// Where Debian puts TrueType fonts: `/usr/share/fonts/truetype`.
  var fontFolder: String { get }
  /// Reads what Debian's packages bring; nil if it is not installed.
  func resource(_ resource: SystemResource) -> [UInt8]?
  /// Opens a person's file.
  ///
  /// - Parameters:
  ///   - path: as it stands in the matter.
  ///   - limit: the largest size that is read, in bytes.
  /// - Throws: `EvidenceObstacle`.
  func evidence(_ path: String, limit: Int) throws(EvidenceObstacle) -> EvidenceFile
  /// Opens one mail of a person's mailbox, however large that is.
  ///
  /// - Parameters:
  ///   - choice: which mail.
  ///   - path: the mailbox, as it stands in the matter.
  ///   - limit: the largest mail that is read, in bytes.
  /// - Throws: `EvidenceObstacle`.
  func message(_ choice: MailChoice, of path: String, limit: Int) throws(EvidenceObstacle) -> EvidenceFile
  /// What lies in a person's folder, hidden files too, sorted by name.
  ///
  /// - Parameter path: as it stands in the matter.
  /// - Throws: `EvidenceObstacle`; `notAFile` where it is no folder.
  func evidenceFolder(_ path: String) throws(EvidenceObstacle) -> [FolderEntry]
  /// Keeps bytes until a document is written: in memory, or in a file where they are many.
  func keep(_ bytes: [UInt8]) -> StoredBytes
  /// Has foreign bytes converted in a process of its own, bounded in time, memory and output.
  ///
  /// - Parameter pages: the most pages wanted.
  func convert(_ bytes: [UInt8], _ conversion: Conversion, pages: Int) throws(ConversionObstacle) -> ConvertedFiles
}

extension World {
  /// Opens what an entry means: its file, or the mail of a mailbox that it chooses.
  public func evidence(of item: EvidenceItem, limit: Int) throws(EvidenceObstacle) -> EvidenceFile {
    guard let message = item.message else { return try evidence(item.file, limit: limit) }
    // What is neither a number nor a Message-ID names no mail.
    return try self.message(MailChoice(message) ?? .identifier(""), of: item.file, limit: limit)
  }
}

/// Something in a folder.
public struct FolderEntry: Hashable, Sendable {
  /// What it is; links are not followed.
  public enum Kind: Hashable, Sendable {
    case file, folder, link
    /// A device, a pipe or a socket.
    case other
  }

  /// Its name, as the disk has it; personal.
  public var name: String
  /// What it is.
  public var kind: Kind

  /// Names an entry.
  public init(name: String, kind: Kind) { (self.name, self.kind) = (name, kind) }
}

/// A file that a Debian package brings.
public enum SystemResource: Hashable, Sendable {
  /// A hyphenation dictionary by its name, such as `hyph_de_DE.dic`.
  case hyphenation(String)
  /// The sRGB profile of the output intent.
  case colourProfile

  /// The package to install when it is missing.
  public var debianPackage: String {
    switch self {
    case .hyphenation(let name): Self.dictionaryPackage(name)
    case .colourProfile: "icc-profiles-free"
    }
  }

  private static func dictionaryPackage(_ name: String) -> String {
    let language = name.dropFirst("hyph_".count).prefix { $0.isLetter }
    let others = ["en": "hyphen-en-gb", "nb": "hyphen-no", "nn": "hyphen-no", "pt": "hyphen-pt-pt"]
    return others[String(language)] ?? "hyphen-\(language)"
  }
}
