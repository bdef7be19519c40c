import Digests
import Matter

extension Matter {
  /// A hash of everything the matter says, its evidence included: two matters with one hash make the same complaint.
  ///
  /// - Parameter evidence: the SHA-256 of each file, in the order of the evidence; the paths do not count.
  public func digest(evidence: [String]) -> String {
    SHA256Digest(of: json(files: evidence, isHandedOver: false).bytes).hexadecimal
  }
}
