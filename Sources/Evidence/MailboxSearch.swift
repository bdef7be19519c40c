import Glibc

/// Which mail of a mailbox is meant.
public enum MailChoice: Hashable, Sendable {
  /// Its number, from 1, counted from the top of the file.
  case number(Int)
  /// Its Message-ID, without angle brackets.
  case identifier(String)

  /// Reads what a matter says; nil where it says nothing that could be either.
  public init?(_ text: String) {
    let bare = text.filter { !$0.isWhitespace && $0 != "<" && $0 != ">" }
    guard !bare.isEmpty else { return nil }
    if bare.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      guard let number = Int(bare), number > 0 else { return nil }
      self = .number(number)
    } else {
      self = .identifier(bare)
    }
  }
}

/// Finds a mail in a mailbox (RFC 4155) that is handed over in pieces, in memory that does not grow with it.
///
/// A mail begins after a line `From …` at the top or after a blank line, if a header field follows: the words alone
/// may stand in a text. What is not one of these shapes is no mailbox, and has no mails.
public struct MailboxSearch {
  /// A mail that was found.
  public struct Find: Hashable, Sendable {
    /// Its number, from 1.
    public var number: Int
    /// Where it stands in the file, without the line `From …` above it and the blank line beneath.
    public var range: Range<Int>
  }

  /// Whether what was read so far may be the beginning of a mailbox.
  public var mayBeMailbox: Bool { isAtTop || isMailbox }
  /// How many mails there are.
  public private(set) var count = 0
  /// Those that fit, the first ``findLimit``.
  public private(set) var finds: [Find] = []

  /// The most mails that are remembered as fitting.
  public static let findLimit = 10
  /// The longest beginning of a line that is looked at, in bytes: a Message-ID has at most 998 (RFC 5322, 2.1.1).
  private static let lineLimit = 1_024

  private let choice: MailChoice?
  private let wanted: [UInt8]
  /// How much was read.
  private var offset = 0
  /// The beginning of a line that goes on in the next piece.
  private var head: [UInt8] = []
  private var lineStart = 0

  private var isAtTop = true
  /// Whether the first line that is not blank opens a mail.
  private var isMailbox = false
  private var isInHeader = false
  private var isInIdentifier = false
  private var fits = false
  /// Where the mail begins that is being read.
  private var start: Int?
  /// Where the line `From …` begins that may open a mail.
  private var mark: (from: Int, blank: Int?)?
  /// Where the line before this one begins, if it is blank.
  private var blank: Int?

  /// Looks for a mail, or only counts them.
  public init(for choice: MailChoice? = nil) {
    self.choice = choice
    if case .identifier(let text) = choice { wanted = Array(text.utf8) } else { wanted = [] }
    head.reserveCapacity(Self.lineLimit)
  }

  /// Looks through all bytes of a file.
  public static func look(for choice: MailChoice? = nil, in bytes: [UInt8]) -> MailboxSearch {
    var search = MailboxSearch(for: choice)
    bytes.withUnsafeBytes { search.read($0) }
    search.finish()
    return search
  }

  /// Takes the next bytes of the file.
  public mutating func read(_ piece: UnsafeRawBufferPointer) {
    var position = 0
    while let base = piece.baseAddress, position < piece.count {
      guard let found = memchr(base + position, 0x0A, piece.count - position) else {
        keep(UnsafeRawBufferPointer(rebasing: piece[position...]))
        break
      }
      let end = UnsafeRawPointer(found) - base
      let rest = UnsafeRawBufferPointer(rebasing: piece[position..<end])
      if head.isEmpty {
        line(UnsafeRawBufferPointer(rebasing: rest.prefix(Self.lineLimit)))
      } else {
        keep(rest)
        endKeptLine()
      }
      position = end + 1
      lineStart = offset + position
    }
    offset += piece.count
  }

  /// Says that the file ends here.
  public mutating func finish() {
    if !head.isEmpty { endKeptLine() }
    // The blank line that ends the last mail belongs to the mailbox, as those between the mails do.
    end(at: blank ?? offset)
  }

  private mutating func keep(_ bytes: UnsafeRawBufferPointer) {
    head.append(contentsOf: bytes.prefix(Self.lineLimit - head.count))
  }

  private mutating func endKeptLine() {
    let kept = head
    kept.withUnsafeBytes { line($0) }
    head.removeAll(keepingCapacity: true)
  }

  private mutating func line(_ whole: UnsafeRawBufferPointer) {
    var bytes = whole
    if isAtTop, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = UnsafeRawBufferPointer(rebasing: bytes[3...]) }
    if let mark {
      if Self.fieldName(of: bytes) != nil {
        end(at: mark.blank ?? mark.from)
        begin()
      }
      self.mark = nil
    }
    let isBlank = bytes.allSatisfy { $0 == 0x0D || $0 == 0x20 }
    if isInHeader {
      if isBlank { isInHeader = false } else { field(bytes) }
    } else if isAtTop || (isMailbox && blank != nil), bytes.starts(with: Self.opening) {
      mark = (lineStart, blank)
      isMailbox = true
    }
    if !isBlank { isAtTop = false }
    blank = isBlank ? lineStart : nil
  }

  private static let opening = Array("From ".utf8)
  private static let identifier = Array("message-id".utf8)

  private mutating func begin() {
    count += 1
    start = lineStart
    (isInHeader, isInIdentifier) = (true, false)
    fits = choice == .number(count)
  }

  private mutating func end(at place: Int) {
    guard let start else { return }
    if fits, finds.count < Self.findLimit { finds.append(Find(number: count, range: start..<max(start, place))) }
    self.start = nil
  }

  /// Looks whether a line of the header has the Message-ID, which some programs write on a line of its own.
  private mutating func field(_ bytes: UnsafeRawBufferPointer) {
    guard !wanted.isEmpty else { return }
    var value = bytes[...]
    if bytes.first != 0x20, bytes.first != 0x09 {
      guard let length = Self.fieldName(of: bytes) else { return }
      isInIdentifier =
        length == Self.identifier.count && zip(bytes, Self.identifier).allSatisfy { $0 | 0x20 == $1 | 0x20 }
      value = bytes[(length + 1)...]
    }
    guard isInIdentifier else { return }
    let bare = value.filter { ![0x20, 0x09, 0x0D, 0x3C, 0x3E].contains($0) }
    if bare == wanted { fits = true }
  }

  /// How long the name of the field is that a line begins with.
  private static func fieldName(of line: UnsafeRawBufferPointer) -> Int? {
    guard let colon = line.prefix(77).firstIndex(of: 0x3A), colon > 0 else { return nil }
    let name = line[..<colon].reversed().drop { $0 == 0x20 || $0 == 0x09 }
    return !name.isEmpty && name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) ? colon : nil
  }
}
