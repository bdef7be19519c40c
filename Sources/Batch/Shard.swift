import Digests

/// One part of a batch that several machines make: which rows are its own follows from their references alone.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
  /// Which part, from 1.
  public let number: Int
  /// How many there are.
  public let count: Int

  /// A part; `nil` if there is no such part.
  public init?(_ number: Int, of count: Int) {
    guard (1...Self.most).contains(count), (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// A part as it is written: `2/8`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
    self.init(number, of: count)
  }

  /// The part that a cluster gave this process: a task of a Slurm array, or a pod of an indexed Kubernetes Job.
  ///
  /// - Returns: `.some(nil)` where a cluster names a part that cannot be.
  public static func assigned(by environment: (String) -> String?) -> Shard?? {
    func number(_ name: String) -> Int? { environment(name).flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 } }
    if environment("SLURM_ARRAY_TASK_ID") != nil {
      guard let task = number("SLURM_ARRAY_TASK_ID"), let count = number("SLURM_ARRAY_TASK_COUNT") else {
        return .some(nil)
      }
      // Slurm numbers as it was told, such as 10, 12, 14: from a first number, in equal steps.
      let (place, step) = (task - (number("SLURM_ARRAY_TASK_MIN") ?? 0), number("SLURM_ARRAY_TASK_STEP") ?? 1)
      guard step > 0, place.isMultiple(of: step) else { return .some(nil) }
      return .some(Shard(place / step + 1, of: count))
    }
    if environment("JOB_COMPLETION_INDEX") != nil {
      // Kubernetes numbers from 0 and does not say how many there are: the manifest does.
      guard let index = number("JOB_COMPLETION_INDEX"), let count = number("JOB_COMPLETIONS") else { return .some(nil) }
      return .some(Shard(index + 1, of: count))
    }
    return .none
  }

  /// The most parts there can be.
  private static let most = 10_000

  /// The name of the part's folder.
  public var folder: String { "shard-\(number)-of-\(count)" }

  /// As it is written: `2/8`.
  public var description: String { "\(number)/\(count)" }

  /// Whether a row is this part's: the same on every machine, whatever the order of the rows.
  public func holds(_ reference: String) -> Bool {
    let hash = SHA256Digest(of: Array(reference.utf8)).bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(hash % UInt64(count)) == number - 1
  }
}
