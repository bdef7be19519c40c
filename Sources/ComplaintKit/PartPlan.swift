import Casebook
import Checking
import Evidence
import Matter

/// Which exhibits stand in which of several files, none larger than a limit: in order, never one in two.
///
/// The first file holds the complaint as well.
struct PartPlan {
  /// The exhibits of each part, by number; the first may have none.
  let parts: [[Int]]

  /// The heads of a part, its list and its fonts, in bytes: more than they come to.
  private static let frame = 150_000

  /// Plans parts by what exhibits add to a file.
  ///
  /// - Parameters:
  ///   - exhibits: in order.
  ///   - letter: what the complaint itself comes to, in bytes.
  ///   - limit: the size of a part, in bytes.
  init(_ exhibits: [Exhibit], letter: Int, limit: Int) {
    var parts: [[Int]] = [[]]
    var size = letter
    for exhibit in exhibits {
      let weight = Self.weight(of: exhibit)
      if size + weight > limit, !(parts.count > 1 && parts[parts.count - 1].isEmpty) {
        parts.append([])
        size = Self.frame
      }
      parts[parts.count - 1].append(exhibit.number)
      size += weight
    }
    self.parts = parts
  }

  /// The part an exhibit stands in, from 1.
  func part(of exhibit: Int) -> Int { (parts.firstIndex { $0.contains(exhibit) } ?? 0) + 1 }

  /// The exhibits that no part has room for.
  ///
  /// - Parameter megabytes: the size of a part.
  static func tooLarge(_ exhibits: [Exhibit], megabytes: Int) -> [Finding] {
    exhibits.filter { frame + weight(of: $0) > megabytes * 1_000_000 }.map {
      .partTooSmall(field: "evidence.\($0.number)", bytes: frame + weight(of: $0), limit: megabytes)
    }
  }

  private static func weight(of exhibit: Exhibit) -> Int { ChannelLimits.weight(of: exhibit, originals: .embed) }
}
