/// Something that is said to a person: a pattern with parameters, and a code that lasts.
///
/// The pattern is English, the language of the source, until `Translations` of the casebook puts that of another
/// language in its place. A message without a code is said in English only.
public struct Message: Hashable, Sendable, CustomStringConvertible {
  /// The lasting name of the pattern, such as `deadline.running`; empty if it is in no list.
  public var code: String
  /// The words, with `{1}`, `{2}` … in place of the parameters.
  public var pattern: String
  /// What stands in the places of the pattern.
  public var parameters: [Parameter]

  /// Makes a message from its parts.
  public init(code: String, pattern: String, parameters: [Parameter] = []) {
    self.code = code
    self.pattern = pattern
    self.parameters = parameters
  }

  /// Makes a message of a list.
  public init(_ code: some MessageCode, _ parameters: Parameter...) {
    self.init(code: code.rawValue, pattern: code.english, parameters: parameters)
  }

  /// Makes a message that is said in English only: about the project's own data, to those who write it.
  public init(english: String) { self.init(code: "", pattern: english) }

  /// The code under which the advice that goes with a message is worded.
  public static func adviceCode(of code: String) -> String { code + ".hint" }

  /// The words with the parameters in their places.
  public var description: String { Message.fill(pattern, parameters.map(\.description)) }

  /// Puts parameters into a pattern; what stands in them is not looked at again.
  public static func fill(_ pattern: String, _ parameters: [String]) -> String {
    var text = pattern
    let filled = text.withUTF8 { bytes in bytes.contains(UInt8(ascii: "{")) ? fill(bytes, parameters) : nil }
    return filled.map { String(decoding: $0, as: UTF8.self) } ?? pattern
  }

  /// Both signs are ASCII: looking for their bytes is the same as looking for characters, and far quicker.
  private static func fill(_ pattern: UnsafeBufferPointer<UInt8>, _ parameters: [String]) -> [UInt8] {
    var filled: [UInt8] = []
    filled.reserveCapacity(pattern.count + parameters.reduce(0) { $0 + $1.utf8.count })
    var rest = pattern[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      filled += rest[..<open]
      let inner = rest[(open + 1)...]
      guard let close = inner.firstIndex(of: UInt8(ascii: "}")),
        let number = Int(String(decoding: inner[..<close], as: UTF8.self)), parameters.indices.contains(number - 1)
      else { return filled + rest[open...] }
      filled += parameters[number - 1].utf8
      rest = inner[(close + 1)...]
    }
    return filled + rest
  }
}

extension Message {
  /// Something a message says beside its fixed words.
  ///
  /// There is no case for what a person typed: a name, a handle or a reason cannot get into a message.
  public indirect enum Parameter: Hashable, Sendable, CustomStringConvertible {
    /// A day of the calendar.
    case day(year: Int, month: Int, day: Int)
    /// A count, a limit.
    case number(Int)
    /// A word of the schema or of the casebook, such as a field path, a country code or an authority's identifier.
    case term(String)
    /// Words that are worded in a language of their own accord, such as a piece of advice.
    case message(Message)
    /// Several of them, with commas between them.
    case list([Parameter])

    /// The parameter as it is printed.
    public var description: String {
      switch self {
      case .day(let year, let month, let day):
        Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
      case .number(let number): String(number)
      case .term(let term): term
      case .message(let message): message.description
      case .list(let parameters): parameters.map(\.description).joined(separator: ", ")
      }
    }

    /// Words of a list.
    public static func words(_ code: some MessageCode, _ parameters: Parameter...) -> Parameter {
      .message(Message(code: code.rawValue, pattern: code.english, parameters: parameters))
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }
}

/// A list of messages: the raw value is the code.
public protocol MessageCode: RawRepresentable<String>, CaseIterable, Sendable {
  /// The words in English.
  var english: String { get }
}
