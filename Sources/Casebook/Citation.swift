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

  /// Reads a reference as it stands in a link; `nil` if it is none.
  public init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let scheme = text[..<colon]
    let rest = text[text.index(after: colon)...]
    guard !rest.isEmpty, !rest.contains(where: \.isWhitespace) else { return nil }
    switch scheme {
    case "gdpr":
      guard let provision = Self.provision(act: "gdpr", rest) else { return nil }
      self = .provision(provision)
    case "law":
      let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }),
        let provision = Self.provision(act: "\(parts[0])/\(parts[1])", parts[2])
      else { return nil }
      self = .provision(provision)
    case "regulation":
      let parts = rest.split(separator: "#", omittingEmptySubsequences: false)
      guard parts.count == 2, let provision = Self.provision(act: String(parts[0]), parts[1]) else { return nil }
      self = .provision(provision)
    case "recital":
      guard let number = Int(rest), (1...173).contains(number) else { return nil }
      self = .recital(number)
    case "case", "edpb", "decision":
      let parts = rest.split(separator: "#", omittingEmptySubsequences: false)
      guard parts.count <= 2, let name = parts.first, !name.isEmpty else { return nil }
      let slug = name.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "-")
      var decision = Decision(entry: scheme == "edpb" ? "edpb-" + slug : slug)
      if parts.count == 2 {
        let bounds = parts[1].split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(bounds.count), bounds.allSatisfy({ !$0.isEmpty }) else { return nil }
        decision.paragraph = String(bounds[0])
        decision.last = bounds.count == 2 ? String(bounds[1]) : nil
      }
      self = .decision(decision)
    default:
      return nil
    }
  }

  private static func provision(act: String, _ text: Substring) -> Provision? {
    let head = text.prefix { $0 != "(" }
    let bounds = head.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(bounds.count), bounds.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isPinCharacter) })
    else { return nil }
    var pins: [String] = []
    var rest = text[head.endIndex...]
    while !rest.isEmpty {
      guard rest.first == "(", let end = rest.firstIndex(of: ")") else { return nil }
      let pin = rest[rest.index(after: rest.startIndex)..<end]
      let parts = pin.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isPinCharacter) })
      else { return nil }
      pins.append(String(pin))
      rest = rest[rest.index(after: end)...]
    }
    // A range of articles has no paragraphs, and only the last step can be a range.
    guard bounds.count == 1 || pins.isEmpty, !pins.dropLast().contains(where: { $0.contains("-") }) else { return nil }
    return Provision(
      act: act, number: String(bounds[0]), last: bounds.count == 2 ? String(bounds[1]) : nil, pins: pins)
  }

  private static func isPinCharacter(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }
}
