import ComplaintKit
import Digests
import Evidence
import Storage

/// The files of this machine.
public struct LocalWorld: World {
  /// Where Debian's packages put their files; a test or another system may name other folders.
  public struct Places: Sendable {
    /// The folder of TrueType fonts.
    public var fonts: String
    /// Folders with hyphenation dictionaries.
    public var hyphenation: [String]
    /// The sRGB profile.
    public var colourProfiles: [String]
    /// The folder of programs.
    public var programs = "/usr/bin"
    /// The folder of temporary folders.
    public var temporary = "/tmp"

    /// Debian 12.
    public static let debian = Places(
      fonts: "/usr/share/fonts/truetype",
      hyphenation: ["/usr/share/hyphen"],
      colourProfiles: ["/usr/share/color/icc/sRGB.icc"])
  }

  /// The prefix of files that come with the campaign's example.
  public static let examplePrefix = "example:"

  private let folder: DataFolder
  private let evidenceFolder: String
  private let campaign: String?
  private let isConfined: Bool
  private let organisation: OrganisationFiles?
  private let places: Places
  private let scratch: Scratch

  /// Makes a world.
  ///
  /// - Parameters:
  ///   - folder: the data folder.
  ///   - evidenceFolder: what evidence paths are relative to: the matter's own folder.
  ///   - campaign: whose example `example:` means; the first that has the file if not given or not there.
  ///   - isConfined: whether evidence lies in these folders alone: what paths or links outside name is not there. A person may
  ///     name any file of theirs; a table of many people may not.
  ///   - organisation: the files of an organisation that may stand among evidence.
  ///   - places: where fonts and dictionaries are.
  public init(
    folder: DataFolder, evidenceFolder: String, campaign: String? = nil, isConfined: Bool = false,
    organisation: OrganisationFiles? = nil, places: Places = .debian
  ) {
    self.organisation = organisation
    self.folder = folder
    self.evidenceFolder = evidenceFolder
    self.campaign = campaign
    self.isConfined = isConfined
    self.places = places
    scratch = Scratch(in: places.temporary)
  }

  /// Reads a file of the data folder.
  public func data(_ path: String) -> [UInt8]? { folder.read(path) }

  /// The names in a folder of the data folder, sorted.
  public func names(in folder: String) -> [String] { self.folder.names(in: folder) }

  /// Where TrueType fonts are.
  public var fontFolder: String { places.fonts }

  /// Reads what Debian's packages bring.
  public func resource(_ resource: SystemResource) -> [UInt8]? {
    let candidates: [String] =
      switch resource {
      case .hyphenation(let name): places.hyphenation.map { "\($0)/\(name)" }
      case .colourProfile: places.colourProfiles
      }
    return candidates.lazy.compactMap { try? InputFile.read($0) }.first
  }

  /// Opens a person's file, or one of the example.
  public func evidence(_ path: String, limit: Int) throws(EvidenceObstacle) -> EvidenceFile {
    let place = try place(of: path)
    do throws(InputFile.Failure) {
      let (bytes, file) = try InputFile.readOnce(place, limit: limit)
      if let stored = scratch.remember(bytes) { return EvidenceFile(bytes, stored: stored) }
      // A write just now could be followed by one that leaves no trace: such a file is copied.
      guard file.stamp.isSettled else { return EvidenceFile(bytes, stored: scratch.write(bytes) ?? StoredBytes(bytes)) }
      return EvidenceFile(bytes, stored: StoredBytes(file))
    } catch {
      // Who exports a whole mailbox must only say which mail of it is meant.
      if case .tooLarge = error, let count = MailboxFile.count(of: place), count > 1 {
        throw .noMessageChosen(of: count)
      }
      throw EvidenceObstacle(error)
    }
  }

  /// Opens one mail of a person's mailbox, which is read in pieces.
  public func message(_ choice: MailChoice, of path: String, limit: Int) throws(EvidenceObstacle) -> EvidenceFile {
    let (bytes, file, range) = try MailboxFile.message(choice, of: place(of: path), limit: limit)
    if let stored = scratch.remember(bytes) { return EvidenceFile(bytes, stored: stored) }
    guard file.stamp.isSettled else { return EvidenceFile(bytes, stored: scratch.write(bytes) ?? StoredBytes(bytes)) }
    return EvidenceFile(bytes, stored: StoredBytes(file, range))
  }

  /// The hash of a person's file, however large it is; `nil` if it is not there or cannot be read.
  public func digest(ofEvidence path: String) -> SHA256Digest? {
    guard let place = try? place(of: path), let file = try? ChunkedFile(place) else { return nil }
    let hasher = SHA256Hasher()
    do {
      while let bytes = try file.next(1 << 18) { bytes.withUnsafeBytes { hasher.add($0) } }
    } catch {
      return nil
    }
    return hasher.finish()
  }

  /// Looks into a person's folder, or into that of the example.
  public func evidenceFolder(_ path: String) throws(EvidenceObstacle) -> [FolderEntry] {
    let folder = try place(of: path)
    do throws(InputFile.Failure) {
      return try FolderListing.entries(of: folder)
    } catch {
      throw EvidenceObstacle(error)
    }
  }

  /// Keeps few bytes in memory, many in a file without a name, which is gone with this world.
  public func keep(_ bytes: [UInt8]) -> StoredBytes {
    // Without room for the file there may still be memory.
    scratch.remember(bytes) ?? scratch.write(bytes) ?? StoredBytes(bytes)
  }

  /// Has a file converted by a program of Debian's, in a process of its own.
  public func convert(
    _ bytes: [UInt8], _ conversion: Conversion, pages: Int
  ) throws(ConversionObstacle) -> ConvertedFiles {
    try LocalConverter(programs: places.programs, temporary: places.temporary, keep: keep).convert(
      bytes, conversion, pages)
  }

  /// Where a file lies; in a world that is confined, `missing` where its path or a link leads out.
  private func place(of path: String) throws(EvidenceObstacle) -> String {
    let place = InputFile.spelled(resolved(path))
    guard isConfined else { return place }
    let base = path.hasPrefix(Self.examplePrefix) ? folder.path : organisation(of: path)?.folder ?? evidenceFolder
    guard let real = InputFile.real(place), let own = InputFile.real(base), real.hasPrefix(own + "/") else {
      throw .missing
    }
    return real
  }

  private func resolved(_ path: String) -> String {
    if path.hasPrefix(Self.examplePrefix) {
      return "\(folder.path)/\(example(path.dropFirst(Self.examplePrefix.count)))"
    }
    if let organisation = organisation(of: path) { return organisation.place(of: path) }
    return path.hasPrefix("/") ? path : "\(evidenceFolder)/\(path)"
  }

  private func organisation(of path: String) -> OrganisationFiles? {
    organisation.flatMap { $0.holds(path) ? $0 : nil }
  }

  /// Where a file of an example lies; a campaign's name that is misspelt has an error of its own, and no missing files.
  private func example(_ file: Substring) -> String {
    if let campaign, !folder.names(in: Self.examples(of: campaign)).isEmpty {
      return "\(Self.examples(of: campaign))/\(file)"
    }
    let places = folder.names(in: "templates").map { "\(Self.examples(of: $0))/\(file)" }
    return places.first { InputFile.real("\(folder.path)/\($0)") != nil } ?? "\(file)"
  }

  private static func examples(of campaign: String) -> String { "templates/\(campaign)/example/evidence" }
}
