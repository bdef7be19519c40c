/// What a link such as `[](gdpr:21(1))` refers to.
public enum Citation: Hashable, Sendable {
  /// A provision of an act: `gdpr:6(1)(f)`, `gdpr:12-14`, `law:DE/BDSG/19(2)`, `regulation:1182/71#3`.
  case provision(Provision)
  /// A recital of the GDPR: `recital:47`.
  case recital(Int)
  /// A judgment, decision or guideline with its paragraphs, if any: `case:C-252/21#84-85`.
  case decision(Decision)

  /// A reference to a provision.
  public struct Provision: Hashable, Sendable {
    /// The act, such as `gdpr`, `DE/BDSG` or `1182/71`.
    public var act: String
    /// The article or section.
    public var number: String
    /// The last article of a range such as 12 to 14.
    public var last: String?
    /// Paragraphs and points from the outside in, such as `["1", "f"]`; a range keeps its hyphen: `["7-9"]`.
    public var pins: [String]
  }

  /// A reference to a judgment, decision or guideline.
  public struct Decision: Hashable, Sendable {
    /// The file in the register, such as `C-252-21`, `edpb-28-2024` or `OLG-Koeln-15UKl2-25`.
    public var entry: String
    /// The first paragraph, such as `106` or `102(b)`; `nil` for the whole.
    public var paragraph: String?
    /// The last paragraph of a range.
    public var last: String?
  }

  /// A part of a reference, as bytes: references are ASCII, and a document reads a few hundred.
  private typealias Part = Substring.UTF8View

  /// Reads a reference as it stands in a link; `nil` if it is none.
  public init?(_ text: String) {
    let bytes = Substring(text).utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = text[..<colon]
    let rest = bytes[bytes.index(after: colon)...]
    guard !rest.isEmpty, !Substring(rest).unicodeScalars.contains(where: Self.isBlank) else { return nil }
    switch scheme {
    case "gdpr":
      guard let provision = Self.provision(act: "gdpr", rest) else { return nil }
      self = .provision(provision)
    case "law":
      let parts = Self.split(rest, "/")
      guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }),
        let provision = Self.provision(act: "\(Self.text(parts[0]))/\(Self.text(parts[1]))", parts[2])
      else { return nil }
      self = .provision(provision)
    case "regulation":
      let parts = Self.split(rest, "#")
      guard parts.count == 2, let provision = Self.provision(act: Self.text(parts[0]), parts[1]) else { return nil }
      self = .provision(provision)
    case "recital":
      guard let number = Int(Self.text(rest)), (1...173).contains(number) else { return nil }
      self = .recital(number)
    case "case", "edpb", "decision":
      let parts = Self.split(rest, "#")
      guard parts.count <= 2, let name = parts.first, !name.isEmpty else { return nil }
      let slug = Self.split(name, "/").map(Self.text).joined(separator: "-")
      var decision = Decision(entry: scheme == "edpb" ? "edpb-" + slug : slug)
      if parts.count == 2 {
        let bounds = Self.split(parts[1], "-")
        guard (1...2).contains(bounds.count), bounds.allSatisfy({ !$0.isEmpty }) else { return nil }
        decision.paragraph = Self.text(bounds[0])
        decision.last = bounds.count == 2 ? Self.text(bounds[1]) : nil
      }
      self = .decision(decision)
    default:
      return nil
    }
  }

  private static func provision(act: String, _ text: Part) -> Provision? {
    let head = text.prefix { $0 != UInt8(ascii: "(") }
    let bounds = articles(head)
    guard (1...2).contains(bounds.count), bounds.allSatisfy({ split($0, "-").allSatisfy(isPin) }) else { return nil }
    var pins: [String] = []
    var rest = text[head.endIndex...]
    while let open = rest.first {
      guard open == UInt8(ascii: "("), let end = rest.firstIndex(of: UInt8(ascii: ")")) else { return nil }
      let pin = rest[rest.index(after: rest.startIndex)..<end]
      let parts = split(pin, "-")
      guard (1...2).contains(parts.count), parts.allSatisfy(isPin) else { return nil }
      pins.append(Self.text(pin))
      rest = rest[rest.index(after: end)...]
    }
    // A range of articles has no paragraphs, and only the last step can be a range.
    guard bounds.count == 1 || pins.isEmpty, !pins.dropLast().contains(where: { $0.contains("-") }) else { return nil }
    return Provision(
      act: act, number: Self.text(bounds[0]), last: bounds.count == 2 ? Self.text(bounds[1]) : nil, pins: pins)
  }

  /// One article, or the first and the last of a range; in `140-bis` the hyphen makes no range.
  private static func articles(_ head: Part) -> [Part] {
    let bounds = split(head, "-")
    let isLatin = bounds.count == 2 && bounds[1].first.map { $0 > UInt8(ascii: "9") } ?? false
    return isLatin ? [head] : bounds
  }

  private static func split(_ part: Part, _ separator: Unicode.Scalar) -> [Part] {
    part.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
  }

  private static func text(_ part: Part) -> String { String(Substring(part)) }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  private static func isPin(_ part: Part) -> Bool {
    !part.isEmpty && part.allSatisfy { byte in (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) }
  }
}
