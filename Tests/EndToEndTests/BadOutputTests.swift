import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct BadOutputTests {
  static let isRoot = getuid() == 0

  /// Whether a file system of one megabyte can be mounted, in a namespace of its own.
  static let canMount: Bool = {
    let mount = ["--mount", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"]
    if isRoot, (try? Subprocess.run("unshare", mount))?.status == 0 { return true }
    let message = "SKIPPED: no small file system can be mounted here; a full disk is NOT tested\n"
    FileHandle.standardError.write(Data(message.utf8))
    return Repository.isCI && isRoot
  }()

  static func refusal(_ outcome: ProcessOutcome) -> String { outcome.errorBlocks.joined(separator: "\n") }

  @Test func `a folder that is not there`() throws {
    try Desk.with { desk in
      let outcome = try desk.draft("-o", "nowhere/complaint.pdf")
      #expect(outcome.status == 1)
      #expect(
        Self.refusal(outcome) == """
          error: the folder for the document does not exist
          hint: give another place with --output; nothing was written
          """)
      #expect(try desk.names() == ["matter.yaml"])
    }
  }

  @Test func `a name that is a folder's`() throws {
    try Desk.with { desk in
      let outcome = try desk.draft("-o", ".", "--on-collision", "overwrite")
      #expect(outcome.status == 1)
      #expect(
        Self.refusal(outcome) == """
          error: the name of the document is a folder's
          hint: give another place with --output; nothing was written
          """)
      #expect(try desk.names() == ["matter.yaml"])
    }
  }

  @Test func `a folder that may not be written`() throws {
    try Desk.with { desk in
      // Nobody, root included, may create files in a process's folder of descriptors.
      let place = Self.isRoot ? "/proc/self/fd/x/../complaint.pdf" : "locked/complaint.pdf"
      if !Self.isRoot {
        try FileManager.default.createDirectory(
          at: desk.path("locked"), withIntermediateDirectories: false, attributes: [.posixPermissions: 0o500])
      }
      let outcome = try desk.draft("-o", Self.isRoot ? "/sys/complaint.pdf" : place)
      #expect(outcome.status == 1)
      #expect(
        Self.refusal(outcome) == """
          error: the folder for the document cannot be written
          hint: give another place with --output; nothing was written
          """)
    }
  }

  @Test(.enabled("no small file system can be mounted") { canMount })
  func `a full disk leaves nothing behind and keeps what was there`() throws {
    try Desk.with { desk in
      try FileManager.default.createDirectory(at: desk.path("disk"), withIntermediateDirectories: false)
      try desk.write(
        "script",
        """
        set -e
        mount -t tmpfs -o size=1m tmpfs disk
        head -c 900000 /dev/zero > disk/filler
        echo precious > disk/complaint.pdf
        set +e
        "$@"
        echo "status $?"
        ls -A disk
        cat disk/complaint.pdf
        """)
      let outcome = try desk.run(
        ["draft", "--date", today, "--on-collision", "overwrite", "-o", "disk/complaint.pdf", "matter.yaml"],
        limits: ["unshare", "--mount", "bash", "script"])
      #expect(outcome.text == "status 1\ncomplaint.pdf\nfiller\nprecious\n")
      #expect(
        Self.refusal(outcome) == """
          error: the disk is full
          hint: make room, or give another place with --output; nothing was left behind
          """)
    }
  }

  @Test func `a limit on file sizes leaves nothing behind and keeps what was there`() throws {
    try Desk.with { desk in
      try desk.write("complaint.pdf", "precious")
      let outcome = try desk.draft(
        "--on-collision", "overwrite", "-o", "complaint.pdf", limits: ["prlimit", "--fsize=100000"])
      #expect(outcome.status == 1)
      #expect(
        Self.refusal(outcome) == """
          error: the file would be larger than this system allows
          hint: make room, or give another place with --output; nothing was left behind
          """)
      #expect(try desk.names() == ["complaint.pdf", "matter.yaml"])
      #expect(try desk.bytes("complaint.pdf") == Data("precious".utf8))
    }
  }

  @Test(arguments: ["draft --date \(today) --output - matter.yaml", "sample", "campaigns", "authorities --format json"])
  func `standard output that takes nothing is an error`(command: String) throws {
    try Desk.with { desk in
      let outcome = try desk.run(
        command.split(separator: " ").map(String.init), limits: ["bash", "-c", "exec \"$@\" > /dev/full", "bash"])
      #expect(outcome.status == 1)
      #expect(
        Self.refusal(outcome) == "error: standard output is closed or full\nhint: write to a place with room")
    }
  }
}
