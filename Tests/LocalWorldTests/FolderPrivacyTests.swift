import Foundation
import Glibc
import TestSupport
import Testing

@testable import LocalWorld

@Suite struct FolderPrivacyTests {
  private func folder(_ path: String, under root: URL, mode: Int = 0o700) throws -> String {
    let folder = root.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: mode])
    return folder.path
  }

  @Test(
    arguments: [
      ("OneDrive/Documents", .oneDrive), ("OneDrive - Example GmbH/a/b", .oneDrive), ("Dropbox", .dropbox),
      ("Dropbox (Private)/x", .dropbox), ("Nextcloud/x", .nextcloud), ("ownCloud", .nextcloud),
      ("iCloudDrive/x", .iCloud), ("Library/Mobile Documents/com~apple~CloudDocs/x", .iCloud),
      ("Google Drive/My Drive", .googleDrive), ("Library/CloudStorage/GoogleDrive-a@example.org/x", .googleDrive),
      ("Library/CloudStorage/OneDrive-Personal", .oneDrive),
    ] as [(String, FolderPrivacy.Service)])
  func aFolderIsKnownByItsName(path: String, service: FolderPrivacy.Service) throws {
    try withTemporaryFolder { root in
      let folder = try folder(path, under: root)
      #expect(FolderPrivacy.concerns(about: folder) == [.synchronised(service)])
    }
  }

  @Test(
    arguments: [
      (".dropbox.cache", .dropbox), (".sync_0123456789ab.db", .nextcloud), ("._sync_0123456789ab.db", .nextcloud),
      (".nextcloudsync.log", .nextcloud), (".tmp.drivedownload", .googleDrive),
    ] as [(String, FolderPrivacy.Service)])
  func aFolderIsKnownByWhatTheProgramLeavesAbove(mark: String, service: FolderPrivacy.Service) throws {
    try withTemporaryFolder { root in
      let below = try folder("files/letters/2026", under: root)
      #expect(FolderPrivacy.concerns(about: below) == [])
      try Data().write(to: root.appendingPathComponent("files/\(mark)"))
      #expect(FolderPrivacy.concerns(about: below) == [.synchronised(service)])
    }
  }

  @Test(arguments: ["Documents", "onedriver", "Dropboxes", "my dropbox", "nextclouds", "icloudy", ".sync", "drive"])
  func otherNamesAreNone(name: String) throws {
    try withTemporaryFolder { root in
      let folder = try folder(name, under: root)
      #expect(FolderPrivacy.concerns(about: folder) == [])
    }
  }

  @Test func aLinkIsLookedThrough() throws {
    try withTemporaryFolder { root in
      let real = try folder("Nextcloud/x", under: root)
      try FileManager.default.createSymbolicLink(
        atPath: root.appendingPathComponent("plain").path, withDestinationPath: real)
      #expect(FolderPrivacy.concerns(about: root.appendingPathComponent("plain").path) == [.synchronised(.nextcloud)])
    }
  }

  @Test func othersMustGetThereAndBeAbleToList() throws {
    try withTemporaryFolder { root in
      let inner = try folder("inner", under: root)
      func concerns(_ outer: mode_t, _ own: mode_t) -> [FolderPrivacy.Concern] {
        chmod(root.path, outer)
        chmod(inner, own)
        defer { chmod(root.path, 0o700) }
        return FolderPrivacy.concerns(about: inner)
      }
      #expect(concerns(0o755, 0o755) == [.readableByOthers])
      #expect(concerns(0o711, 0o744) == [])
      #expect(concerns(0o711, 0o705) == [.readableByOthers])
      // A closed folder above keeps everybody out; one that can be entered and not listed shows nothing.
      #expect(concerns(0o700, 0o777) == [])
      #expect(concerns(0o755, 0o711) == [])
      #expect(concerns(0o755, 0o700) == [])
    }
  }

  @Test func nothingIsSaidOfAFolderThatIsNotThere() {
    #expect(FolderPrivacy.concerns(about: "/nowhere/Dropbox") == [])
  }
}
