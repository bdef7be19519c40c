import FilingKit
import LocalWorld

/// Filed PDFs: nothing but `complain forget` replaces or removes them.
enum FrozenFiles {
  /// Refuses to write over a filed PDF, or over a folder that holds one.
  ///
  /// Every record near the place counts, not only that of the matter at hand: another matter's draft must not replace
  /// what this one filed. A record that cannot be read stops everything that would replace a file there.
  ///
  /// - Parameters:
  ///   - path: what is to be written.
  ///   - collision: only `overwrite` can replace anything; `abort` is told why it would not help.
  ///   - matter: the matter at hand, if it is a file.
  static func refuse(
    _ path: String, collision: OutputFile.Collision, matter: String?, in interface: Interface
  ) throws(Failure) {
    guard collision != .suffix, case let target = OutputFile.absolute(path), target.hasPrefix("/") else { return }
    for frozen in try paths(near: target, matter: matter, isStrict: collision == .overwrite, interface)
    where frozen == target || frozen.hasPrefix(target + "/") {
      throw Failure(.usage, .frozen, hint: .frozenHint, in: interface)
    }
  }

  /// The files near a place that a record keeps as they are.
  private static func paths(
    near target: String, matter: String?, isStrict: Bool, _ interface: Interface
  ) throws(Failure) -> [String] {
    let parent = MatterRecord.folder(of: target)
    var folders = [target, parent, MatterRecord.folder(of: parent)]
    if let matter, matter != "-" { folders.append(OutputFile.absolute(MatterRecord.folder(of: matter))) }
    var seen: Set<String> = []
    var found: [String] = []
    for folder in folders where seen.insert(folder).inserted {
      for name in NewFolder.names(in: folder) ?? [] where name.hasSuffix(".record.yaml") {
        let matter = folder + "/" + name.dropLast(".record.yaml".count) + ".yaml"
        do throws(Failure) {
          let own = try MatterRecord(of: matter, in: interface)
          found += own.record.frozen.compactMap { own.file($0)?.path }
        } catch {
          if isStrict { throw error }
        }
      }
    }
    return found
  }
}
