import Messages

/// Reads the keys of one group of a record and collects everything that is wrong, instead of stopping at the first.
///
/// A method that must give a value gives a stand-in when the value is missing or wrong; the problem is in the log then,
/// and `Record.read` does not hand out what was built from stand-ins.
public final class RecordReader {
  /// Where this group stands, such as `objection.1`; empty at the top.
  public let path: String
  let entries: [SourceEntry]
  let place: (line: Int, column: Int)
  let log: ProblemLog
  // A row of a table asks for a hundred keys, and watching each access costs as much as answering: only `node` writes
  // these, and calls nothing meanwhile.
  @exclusivity(unchecked) private var asked: [String] = []
  /// Where the search for a key begins.
  @exclusivity(unchecked) private var next = 0
  /// Which entries were found, a bit each, as far as there are bits.
  @exclusivity(unchecked) private var found: UInt64 = 0

  init(entries: [SourceEntry], place: (line: Int, column: Int), path: String, log: ProblemLog) {
    self.entries = entries
    self.place = place
    self.path = path
    self.log = log
    asked.reserveCapacity(16)
  }

  /// The keys that stand in this group, in the order of the file.
  public var keys: [String] { entries.map(\.key) }

  /// Line of this group, the first is 1; 0 when unknown.
  public var line: Int { place.line }

  /// The line on which a key stands; `nil` if it does not stand in this group.
  public func line(ofKey key: String) -> Int? { entries.first { $0.key == key }.map(\.line) }

  /// The path of one key of this group, as findings name it.
  public func path(of key: String) -> String {
    path.isEmpty ? key : path + "." + key
  }

  /// Whether something was written for the key.
  public func has(_ key: String) -> Bool {
    node(key) != nil
  }

  /// Records a problem of the project's own data, which is said in English only.
  public func report(_ key: String? = nil, _ message: String, hint: String? = nil) {
    report(key, Message(english: message), hint: hint.map { Message(english: $0) })
  }

  /// Records a problem with one key of this group, or with the group itself.
  public func report(_ key: String? = nil, _ message: Message, hint: Message? = nil) {
    guard let key else { return log.add(at: place, path: path, message, hint: hint) }
    let entry = entries.first { $0.key == key }
    let place = entry.map { $0.value.isAbsent ? ($0.line, $0.column) : ($0.value.line, $0.value.column) } ?? place
    log.add(at: place, path: path(of: key), message, hint: hint)
  }

  /// The node of a key, which is known from now on; `nil` when nothing was written.
  @usableFromInline
  func node(_ key: String) -> SourceNode? {
    asked.append(key)
    // Keys are mostly asked for in the order in which they stand, and most others have another length.
    let length = key.utf8.count
    var index = next
    for _ in 0..<entries.count {
      if index == entries.count { index = 0 }
      if entries[index].key.utf8.count == length, entries[index].key == key {
        next = index + 1
        if index < UInt64.bitWidth { found |= 1 << UInt64(index) }
        return entries[index].value.isAbsent ? nil : entries[index].value
      }
      index += 1
    }
    return nil
  }

  /// The node of a key that must be there.
  func required(_ key: String) -> SourceNode? {
    if let node = node(key) { return node }
    let isWritten = entries.contains { $0.key == key }
    report(key, isWritten ? "nothing is written after this key" : "is missing")
    return nil
  }

  func reportKind(_ key: String, expected: RecordMessage, found: SourceNode) {
    report(key, Message(RecordMessage.mustBeAndIs, .words(expected), found.kindInWords))
  }

  /// Reports the keys nobody asked for.
  @usableFromInline
  func finish() {
    if entries.count <= UInt64.bitWidth, found.nonzeroBitCount == entries.count { return }
    for entry in entries where !asked.contains(entry.key) {
      // A line of someone's free text can end up as a key; only what looks like a key is repeated.
      let isWord = entry.key.count <= 40 && entry.key.unicodeScalars.allSatisfy { isKeyScalar($0) }
      let known = Set(asked).sorted().joined(separator: ", ")
      let hint = Message.didYouMean(entry.key, in: asked) ?? Message(RecordMessage.knownHere, .term(known))
      log.add(
        at: (entry.line, entry.column), path: isWord ? path(of: entry.key) : path,
        Message(isWord ? RecordMessage.keyUnknown : .keyUnknownUnnamed), hint: hint)
    }
  }

  private func isKeyScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }
}

/// Collects the problems of one file.
final class ProblemLog {
  let file: String
  var isMuted = false
  private(set) var problems: [RecordProblem] = []

  init(file: String) {
    self.file = file
  }

  func add(at place: (line: Int, column: Int), path: String, _ message: Message, hint: Message?) {
    guard !isMuted else { return }
    problems.append(
      RecordProblem(
        file: file, line: place.line, column: place.column, path: path, message: message, hint: hint))
  }
}
