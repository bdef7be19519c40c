import Foundation
import TestSupport
import Testing

@Suite struct InstalledTests {
  /// Lays a copy out as `make install` does.
  private func install(under prefix: URL) throws -> String {
    let files = FileManager.default
    for folder in ["bin", "share/complain"] {
      try files.createDirectory(at: prefix.appendingPathComponent(folder), withIntermediateDirectories: true)
    }
    let program = prefix.appendingPathComponent("bin/complain")
    try files.copyItem(atPath: Tool.path, toPath: program.path)
    for folder in ["templates", "locales"] {
      try files.copyItem(
        at: Repository.root.appendingPathComponent(folder),
        to: prefix.appendingPathComponent("share/complain/\(folder)"))
    }
    return program.path
  }

  @Test func `an installed copy works from any folder and in any home`() throws {
    try withTemporaryFolder { folder in
      let program = try install(under: folder.appendingPathComponent("usr local"))
      let here = folder.appendingPathComponent("here")
      try FileManager.default.createDirectory(at: here, withIntermediateDirectories: true)
      let environment = ["HOME": "/nonexistent", "PATH": "/usr/bin:/bin", "LANG": "C"]
      let sample = try Subprocess.run(program, ["sample"], environment: environment, directory: here)
      #expect(sample.status == 0)
      let draft = try Subprocess.run(
        program, ["draft", "--date", today, "-"], input: sample.output, environment: environment, directory: here)
      #expect(draft.status == 0, "\(draft.errors)")
      #expect(draft.text.hasPrefix("Written: \(here.path)/complaint-DE.pdf\n"))
      // The data that were installed are used, not those of the repository.
      let languages = folder.appendingPathComponent("usr local/share/complain/locales/languages/pl.yaml")
      try FileManager.default.removeItem(at: languages)
      let list = try Subprocess.run(program, ["languages"], environment: environment, directory: here)
      #expect(list.status == 0)
      #expect(!list.text.contains("Polski"))
      #expect(list.text.contains("Deutsch"))
    }
  }

  @Test func `through a link the data are found beside the program itself`() throws {
    try withTemporaryFolder { folder in
      let program = try install(under: folder.appendingPathComponent("opt"))
      let link = folder.appendingPathComponent("complain")
      try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: program)
      #expect(try Subprocess.run(link.path, ["campaigns"], environment: [:]).status == 0)
    }
  }

  @Test func `a program without its data says where they should be`() throws {
    try withTemporaryFolder { folder in
      let program = folder.appendingPathComponent("complain").path
      try FileManager.default.copyItem(atPath: Tool.path, toPath: program)
      let outcome = try Subprocess.run(program, ["sample"], environment: [:], directory: folder)
      #expect(outcome.status == 1)
      #expect(outcome.text.isEmpty)
      #expect(
        outcome.errors == """
          error: the templates and locales were not found beside the program
          hint: name their folder with --data, or install again with `make install`

          """)
      let told = try Subprocess.run(
        program, ["sample", "--data", Repository.root.path], environment: [:], directory: folder)
      #expect(told.status == 0)
    }
  }
}
