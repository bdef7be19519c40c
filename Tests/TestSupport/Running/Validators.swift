import Foundation
import Testing

/// veraPDF and a second validator, run by `Tools/validate`.
public enum Validators {
  /// Why they cannot be had here; nil if they can.
  ///
  /// The first call installs them, which may take a minute.
  public static let obstacle: String? = {
    do {
      let setup = try Subprocess.run(tool, ["--setup"], seconds: 600)
      return setup.status == 0 ? nil : "Tools/validate --setup exits \(setup.status): \(setup.errors.suffix(300))"
    } catch {
      return "\(error)"
    }
  }()

  /// What they say of each file: one line a broken rule; empty if all conform.
  ///
  /// A validator that breaks down, or that cannot tell a known-good file from a known-bad one, throws: that is no verdict.
  ///
  /// - Parameters:
  ///   - files: hand over many at once; a start takes two seconds.
  ///   - profiles: `3a` is PDF/A-3a, `ua1` is PDF/UA-1.
  public static func violations(of files: [URL], profiles: [String] = ["3a", "ua1"]) throws -> [String] {
    guard !files.isEmpty else { throw SubprocessError(description: "there is no file to validate") }
    let names = files.map(\.path).joined(separator: "\n") + "\n"
    let run = try Subprocess.run(
      tool, ["--json", "--profiles", profiles.joined(separator: ","), "-"], input: Data(names.utf8),
      seconds: 60 + 3 * Double(files.count))
    guard run.status == 0 || run.status == 1, let report = try? JSONDecoder().decode(Report.self, from: run.output)
    else {
      throw SubprocessError(description: "the validators could not run (\(run.status)): \(run.errors)\(run.text)")
    }
    guard report.controls.isEmpty, report.files.count == files.count,
      report.files.allSatisfy({ $0.verdicts.count == 2 * profiles.count })
    else { throw SubprocessError(description: "the validators did not judge every file: \(report.controls)") }
    return report.files.flatMap { file in
      file.verdicts.flatMap { verdict in
        let head = "\(URL(fileURLWithPath: file.file).lastPathComponent): \(verdict.validator) \(verdict.profile)"
        let failures = (verdict.failures ?? []).map { "\(head) [\($0.rule)] x\($0.count) \($0.message) at \($0.where)" }
        return verdict.conforms == true ? [] : failures.isEmpty ? ["\(head) does not conform"] : failures
      }
    }
  }

  private static let tool = Repository.root.appendingPathComponent("Tools/validate").path

  private struct Report: Decodable {
    struct File: Decodable {
      var file: String
      var verdicts: [Verdict]
    }
    struct Verdict: Decodable {
      var validator: String
      var profile: String
      var conforms: Bool?
      var failures: [Failure]?
    }
    struct Failure: Decodable {
      var rule: String
      var count: Int
      var message: String
      var `where`: String
    }
    var controls: [String]
    var files: [File]
  }
}

extension Trait where Self == ConditionTrait {
  /// For tests that need the validators: loudly skipped where they cannot be had, failed there in CI.
  public static var needsValidators: Self {
    .enabled("veraPDF cannot be had here: conformance is NOT checked") {
      if Validators.obstacle == nil { return true }
      let message = "SKIPPED: conformance is not checked, \(Validators.obstacle ?? "")\n"
      FileHandle.standardError.write(Data(message.utf8))
      // In CI the test runs, and fails with the same words.
      return Repository.isCI
    }
  }
}
