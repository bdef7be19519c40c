import ArgumentParser
import Checking
import ComplaintKit
import Digests
import Document
import Evidence
import LocalWorld
import Matter
import Messages

/// The organisation that helps a person, or the people of a table.
struct OrganisationOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp(Wording.Help.organisation, valueName: "org.yaml"),
    completion: .file(extensions: ["yaml"]))
  var organisation: String?

  /// Reads the organisation's file and looks at the files it names; everything that is wrong is said at once.
  ///
  /// - Returns: `nil` if there is no organisation.
  func open(on date: CivilDate, _ data: DataFolder, in interface: Interface) throws -> OpenedOrganisation? {
    guard let path = organisation else { return nil }
    guard let bytes = try? InputFile.read(path, limit: 1 << 20), let text = String(validating: bytes, as: UTF8.self)
    else { throw try Self.failure([OrganisationMessage.unreadable.finding("")], interface) }
    var reading = OrganisationReader.read(text, name: Wording.organisationFile)
    let folder = MatterOptions.folder(of: path)
    let files = OrganisationFiles(reading.organisation, in: folder)
    let world = LocalWorld(folder: data, evidenceFolder: folder, isConfined: true, organisation: files)
    var found: [Finding] = []
    for (number, item) in reading.organisation.constitution.numbered where !item.file.isEmpty {
      if let problem = try preparing({ try Examination.problem(of: item, on: date, world: world) }) {
        let field = "constitution.\(number).file"
        var finding = problem.finding
        finding.field = "organisation.\(field)"
        found.append(problem.code == .missing ? OrganisationMessage.file.finding(field) : finding)
      }
    }
    var (logo, logoBytes): (Image?, [UInt8]) = (nil, [])
    if let file = reading.organisation.logo {
      logoBytes = (try? world.evidence(file, limit: LogoReader.limit).bytes) ?? []
      logo = LogoReader.image(of: logoBytes)
      if logo == nil { found.append(OrganisationMessage.logo.finding("logo")) }
    }
    reading.add(found)
    guard reading.findings.isEmpty else { throw try Self.failure(reading.findings, interface) }
    let proofs = reading.organisation.constitution.map { item in
      world.digest(ofEvidence: Organisation.filePrefix + item.file)?.hexadecimal ?? ""
    }
    let all = [SHA256Digest(of: bytes).hexadecimal, SHA256Digest(of: logoBytes).hexadecimal] + proofs
    return OpenedOrganisation(
      organisation: reading.organisation, logo: logo, files: files,
      digest: SHA256Digest(of: Array(all.joined(separator: "\n").utf8)).hexadecimal)
  }

  /// The same for one matter, on the day of its document.
  func open(for options: MatterOptions, in interface: Interface) throws -> OpenedOrganisation? {
    try open(on: options.day(), options.data.folder(), in: interface)
  }

  private static func failure(_ findings: [Finding], _ interface: Interface) throws -> Failure {
    try FindingsPrinter.print(findings, toError: true, in: interface)
    return Failure(.data, [])
  }
}

/// An organisation with its files, once nothing is wrong with them.
struct OpenedOrganisation: Sendable {
  let organisation: Organisation
  let logo: Image?
  let files: OrganisationFiles
  /// The hash of its file and of all files that names.
  let digest: String
}
