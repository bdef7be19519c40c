import Foundation

/// Where things lie while tests run.
public enum Repository {
  /// The package's own folder.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Where the products of this build lie: the folder of the running test bundle.
  public static let products: URL = {
    let running =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let candidates = [CommandLine.arguments[0], running] + CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    for candidate in candidates {
      let folder = URL(fileURLWithPath: candidate).resolvingSymlinksInPath().deletingLastPathComponent()
      if FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("complain").path) { return folder }
    }
    return root.appendingPathComponent(".build/debug")
  }()

  /// The languages that have all words, without variants such as `de-AT`.
  public static let languages = names(in: "locales/languages").filter { !$0.contains("-") }

  /// The countries that have data, by code.
  public static let countries = names(in: "locales/countries")

  /// The language of a complaint in a country, such as `de-AT`.
  public static func language(of country: String) -> String {
    let file = root.appendingPathComponent("locales/countries/\(country).yaml")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
    let line = lines.first { $0.hasPrefix("language: ") }
    return line.map { String($0.dropFirst("language: ".count)) } ?? ""
  }

  private static func names(in folder: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) }.sorted()
  }

  /// Whether this is a run in which nothing may be skipped.
  public static let isCI = ["true", "1"].contains(ProcessInfo.processInfo.environment["CI"]?.lowercased())
}

/// A folder of a test's own, empty at the start and gone at the end.
///
/// - Parameter body: gets the folder.
public func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("complain-test-\(UUID().uuidString)")
  // As a person's own: a folder that others can list is warned about.
  try FileManager.default.createDirectory(
    at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.resolvingSymlinksInPath())
}
