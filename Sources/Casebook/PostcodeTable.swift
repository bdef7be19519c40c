/// Which part of a State a postcode lies in.
///
/// One line for the first digits that all its codes share, then groups such as `SN=103-109,129,4849`: the part and the
/// rest of its codes. A `+` joins the parts of a code that lies in several; a `?` before them marks a customer's own
/// code, whose parts are where the customer sits. Lines that begin with `#` are comments.
public struct PostcodeTable: Sendable {
  /// What is known of a postcode.
  public enum Answer: Hashable, Sendable {
    /// It lies in one part.
    case one(String)
    /// It lies in several parts: the person must be asked.
    case several([String])
    /// It is a large customer's own code: a hint to where the customer sits, not to where a person lives.
    case customer([String])
    /// No such code is known.
    case unknown
  }

  private let text: String
  private let country: String

  /// How many digits the lines begin with.
  private static let prefixLength = 2

  /// Takes the table's text; `country` stands before the short codes of the parts, as in `DE-SN`.
  public init(text: String, country: String) {
    self.text = text
    self.country = country
  }

  /// Looks a postcode up; only its own line is taken apart.
  public func parts(of postcode: String) -> Answer {
    guard postcode.utf8.count > Self.prefixLength, postcode.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let rest = Int(postcode.dropFirst(Self.prefixLength)), let line = line(of: postcode)
    else { return .unknown }
    for group in line.split(separator: " ") {
      let sides = group.split(separator: "=")
      guard sides.count == 2, sides[1].split(separator: ",").contains(where: { contains($0, rest) }) else { continue }
      let isCustomer = sides[0].hasPrefix("?")
      let parts = sides[0].drop { $0 == "?" }.split(separator: "+").map { "\(country)-\($0)" }
      if isCustomer { return .customer(parts) }
      return parts.count == 1 ? .one(parts[0]) : .several(parts)
    }
    return .unknown
  }

  /// The groups of the line that a postcode belongs to.
  private func line(of postcode: String) -> Substring? {
    let prefix = Array((postcode.prefix(Self.prefixLength) + " ").utf8)
    var start = text.utf8.startIndex
    while start < text.utf8.endIndex {
      let end = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.utf8.endIndex
      let line = text.utf8[start..<end]
      if line.starts(with: prefix) { return Substring(line.dropFirst(prefix.count)) }
      start = end < text.utf8.endIndex ? text.utf8.index(after: end) : end
    }
    return nil
  }

  private func contains(_ range: Substring, _ number: Int) -> Bool {
    let bounds = range.split(separator: "-")
    guard let first = bounds.first.flatMap({ Int($0) }), let last = bounds.last.flatMap({ Int($0) }) else {
      return false
    }
    return (first...max(first, last)).contains(number)
  }
}
