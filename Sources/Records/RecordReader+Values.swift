import Messages

extension RecordReader {
  /// A text that must be there and must not be empty.
  public func string(_ key: String) -> String {
    guard let text = scalar(key, required(key)) else { return "" }
    if text.isEmpty { report(key, "must not be empty") }
    return text
  }

  /// A text that may be missing; an empty one in quotes counts as missing.
  public func optionalString(_ key: String) -> String? {
    guard let text = scalar(key, node(key)), !text.isEmpty else { return nil }
    return text
  }

  /// A value that must be there and that `parse` understands; `expected` says what is, such as "a date like 2025-05-20".
  public func value<Value>(_ key: String, expected: Message, or standIn: Value, parse: (String) -> Value?) -> Value {
    guard let text = scalar(key, required(key)) else { return standIn }
    if let value = parse(text) { return value }
    report(key, Message(RecordMessage.mustBe, .message(expected)))
    return standIn
  }

  /// A value of the project's own data, where what is expected is said in English only.
  public func value<Value>(_ key: String, expected: String, or standIn: Value, parse: (String) -> Value?) -> Value {
    value(key, expected: Message(english: expected), or: standIn, parse: parse)
  }

  /// A value of the project's own data that may be missing.
  public func optionalValue<Value>(_ key: String, expected: String, parse: (String) -> Value?) -> Value? {
    optionalValue(key, expected: Message(english: expected), parse: parse)
  }

  /// A value that may be missing, but if it is there, `parse` must understand it.
  @inlinable
  public func optionalValue<Value>(
    _ key: String, expected: @autoclosure () -> Message, parse: (String) -> Value?
  ) -> Value? {
    guard let text = scalar(key, node(key)) else { return nil }
    if let value = parse(text) { return value }
    reportOther(key, than: expected())
    return nil
  }

  @usableFromInline
  func reportOther(_ key: String, than expected: Message) {
    report(key, Message(RecordMessage.mustBe, .message(expected)))
  }

  /// A whole number that must be there.
  public func integer(_ key: String) -> Int {
    value(key, expected: Message(RecordMessage.wholeNumber), or: 0) { Int($0) }
  }

  /// A whole number that may be missing.
  public func optionalInteger(_ key: String) -> Int? {
    optionalValue(key, expected: Message(RecordMessage.wholeNumber)) { Int($0) }
  }

  /// `yes` or `no` (also `true`, `false`), which must be there.
  public func flag(_ key: String) -> Bool {
    value(key, expected: Message(RecordMessage.yesOrNo), or: false, parse: Self.flag)
  }

  /// `yes` or `no` (also `true`, `false`), which may be missing.
  public func optionalFlag(_ key: String) -> Bool? {
    optionalValue(key, expected: Message(RecordMessage.yesOrNo), parse: Self.flag)
  }

  private static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true": true
    case "no", "false": false
    default: nil
    }
  }

  /// One word of a closed list, which must be there.
  public func oneOf<Choice: RawRepresentable<String> & CaseIterable>(_ key: String, _ type: Choice.Type) -> Choice {
    guard let standIn = Choice.allCases.first else {
      // Only an enumeration without cases comes here, and such a type has no value that could be returned.
      preconditionFailure("an enumeration without cases cannot be read")
    }
    guard let node = required(key) else { return standIn }
    return choice(key, node) ?? standIn
  }

  /// One word of a closed list, which may be missing.
  @inlinable
  public func optionalOneOf<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) -> Choice? {
    guard let node = node(key) else { return nil }
    return choice(key, node)
  }

  /// Any number of words of a closed list; a single word needs no list.
  @inlinable
  public func anyOf<Choice: RawRepresentable<String> & CaseIterable>(_ key: String, _ type: Choice.Type) -> [Choice] {
    texts(key).compactMap { item in choice(item.text, at: item.node, key, item.number) }
  }

  /// A list of texts, which may be missing; a single text needs no list.
  public func strings(_ key: String) -> [String] {
    texts(key).map(\.text)
  }

  /// A list of whole numbers, which may be missing; a single one needs no list.
  public func integers(_ key: String) -> [Int] {
    values(key, expected: Message(RecordMessage.wholeNumber)) { Int($0) }
  }

  /// A list of values of the project's own data.
  public func values<Value>(_ key: String, expected: String, parse: (String) -> Value?) -> [Value] {
    values(key, expected: Message(english: expected), parse: parse)
  }

  /// A list of values that `parse` understands, which may be missing; a single one needs no list.
  public func values<Value>(_ key: String, expected: Message, parse: (String) -> Value?) -> [Value] {
    texts(key).compactMap { item in
      if let value = parse(item.text) { return value }
      log.add(
        at: (item.node.line, item.node.column), path: path(of: key, item.number),
        Message(RecordMessage.mustBe, .message(expected)), hint: nil)
      return nil
    }
  }

  @usableFromInline
  func scalar(_ key: String, _ node: SourceNode?) -> String? {
    guard let node else { return nil }
    guard case .scalar(let text) = node.kind else {
      reportKind(key, expected: .singleValue, found: node)
      return nil
    }
    return text
  }

  /// Several texts, each with its number in the list; 0 where there is no list.
  @usableFromInline
  func texts(_ key: String) -> [(text: String, node: SourceNode, number: Int)] {
    guard let node = node(key) else { return [] }
    switch node.kind {
    case .scalar(let text):
      return [(text, node, 0)]
    case .sequence(let items):
      return items.enumerated().compactMap { index, item in
        guard case .scalar(let text) = item.kind, !item.isAbsent else {
          log.add(
            at: (item.line, item.column), path: path(of: key, index + 1),
            Message(RecordMessage.mustBeAndIs, .words(RecordMessage.singleValue), item.kindInWords), hint: nil)
          return nil
        }
        return (text, item, index + 1)
      }
    case .mapping:
      reportKind(key, expected: .list, found: node)
      return []
    }
  }

  /// The path of an entry of a list; of the key where the number is 0.
  private func path(of key: String, _ number: Int) -> String {
    number == 0 ? path(of: key) : "\(path(of: key)).\(number)"
  }

  @inlinable
  func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String, _ node: SourceNode) -> Choice? {
    guard let text = scalar(key, node) else { return nil }
    return choice(text, at: node, key, 0)
  }

  @inlinable
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, at node: SourceNode, _ key: String, _ number: Int
  ) -> Choice? {
    if let choice = Choice(rawValue: text) { return choice }
    reportNone(text, of: Choice.allCases.map(\.rawValue), at: node, key, number)
    return nil
  }

  @usableFromInline
  func reportNone(_ text: String, of words: [String], at node: SourceNode, _ key: String, _ number: Int) {
    log.add(
      at: (node.line, node.column), path: path(of: key, number),
      Message(RecordMessage.mustBeOneOf, .list(words.map { .term($0) })), hint: .didYouMean(text, in: words))
  }
}
