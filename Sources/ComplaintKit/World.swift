/// Everything outside: the data folder, fonts, dictionaries, evidence.
///
/// No clock, no network, no locale.
///
/// Given the same world, the same matter and the same date, a draft is the same bytes on every machine.
public protocol World: Sendable {
  /// Reads a file of the data folder, such as `locales/countries/DE.yaml`; nil if there is none.
  func data(_ path: String) -> [UInt8]?
  /// The names in a folder of the data folder, sorted.
  func names(in folder: String) -> [String]
  /// Reads what Debian's packages bring; nil if it is not installed.
  func resource(_ resource: SystemResource) -> [UInt8]?
  /// Opens a person's file.
  ///
  /// - Parameters:
  ///   - path: as it stands in the matter.
  ///   - limit: the largest size that is read, in bytes.
  /// - Throws: `EvidenceAccessFailure`.
  func evidence(_ path: String, limit: Int) throws(EvidenceAccessFailure) -> [UInt8]
}

/// Why a person's file could not be opened.
public enum EvidenceAccessFailure: Error, Hashable, Sendable {
  case missing
  case isFolder
  case notPermitted
  case notAFile
  case tooLarge(bytes: Int)
  case unreadable
}

/// A file that a Debian package brings.
public enum SystemResource: Hashable, Sendable {
  /// A font file by its name.
  case font(String)
  /// A hyphenation dictionary by its name, such as `hyph_de_DE.dic`.
  case hyphenation(String)
  /// The sRGB profile of the output intent.
  case colourProfile

  /// The package to install when it is missing.
  public var debianPackage: String {
    switch self {
    case .font(let name) where name.hasPrefix("Gentium"): "fonts-sil-gentiumplus"
    case .font(let name) where name.hasPrefix("Carlito"): "fonts-crosextra-carlito"
    case .font(let name) where name.hasPrefix("DejaVu"): "fonts-dejavu-core"
    case .font: "fonts-noto-core"
    case .hyphenation(let name): "hyphen-" + Self.packageSuffix(name)
    case .colourProfile: "icc-profiles-free"
    }
  }

  private static func packageSuffix(_ name: String) -> String {
    let parts = name.dropFirst("hyph_".count).prefix { $0 != "." }.split(separator: "_")
    guard let language = parts.first else { return String(name) }
    return language == "en" ? "en-gb" : String(language)
  }
}
