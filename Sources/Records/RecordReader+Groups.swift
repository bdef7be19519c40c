import Messages

extension RecordReader {
  /// A group of keys that must be there; `read` is called once, on stand-ins if the group is missing.
  public func mapping<Value>(_ key: String, _ read: (RecordReader) -> Value) -> Value {
    if let node = required(key), let value = group(node, path: path(of: key), read) { return value }
    // The missing group has been reported; its missing keys need no report of their own.
    let wasMuted = log.isMuted
    log.isMuted = true
    defer { log.isMuted = wasMuted }
    return read(RecordReader(entries: [], place: place, path: path(of: key), log: log))
  }

  /// A group of keys that may be missing.
  @inlinable
  public func optionalMapping<Value>(_ key: String, _ read: (RecordReader) -> Value) -> Value? {
    guard let node = node(key) else { return nil }
    return group(node, path: path(of: key), read)
  }

  /// A list of groups, which may be missing; its items have the paths `key.1`, `key.2` and so on.
  @inlinable
  public func list<Value>(_ key: String, _ read: (RecordReader) -> Value) -> [Value] {
    entries(of: key).enumerated().compactMap { index, item in
      group(item, path: "\(path(of: key)).\(index + 1)", read)
    }
  }

  @usableFromInline
  func entries(of key: String) -> [SourceNode] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let items) = node.kind else {
      reportKind(key, expected: .list, found: node)
      return []
    }
    return items
  }

  /// Whether one text stands where a list may stand too.
  public func isText(_ key: String) -> Bool {
    if case .scalar? = node(key)?.kind { true } else { false }
  }

  /// A group whose keys are free, such as language tags, with a group below each; it may be missing.
  public func groups<Value>(
    _ key: String, _ read: (_ key: String, RecordReader) -> Value
  ) -> [(key: String, value: Value)] {
    freeEntries(key).compactMap { entry in
      let path = path(of: key) + "." + entry.key
      return group(entry.value, path: path) { read(entry.key, $0) }.map { (entry.key, $0) }
    }
  }

  /// A group whose keys are free, such as language tags, with one text below each; it may be missing.
  public func table(_ key: String) -> [(key: String, value: String)] {
    freeEntries(key).compactMap { entry in
      guard case .scalar(let text) = entry.value.kind, !entry.value.isAbsent, !text.isEmpty else {
        log.add(
          at: (entry.value.line, entry.value.column), path: path(of: key) + "." + entry.key,
          Message(english: "must be a text, not \(entry.value.kindInWords)"), hint: nil)
        return nil
      }
      return (entry.key, text)
    }
  }

  private func freeEntries(_ key: String) -> [SourceEntry] {
    guard let node = node(key) else { return [] }
    guard case .mapping(let entries) = node.kind else {
      reportKind(key, expected: .group, found: node)
      return []
    }
    return entries
  }

  @inlinable
  func group<Value>(_ node: SourceNode, path: String, _ read: (RecordReader) -> Value) -> Value? {
    guard let reader = reader(of: node, path: path) else { return nil }
    let value = read(reader)
    reader.finish()
    return value
  }

  @usableFromInline
  func reader(of node: SourceNode, path: String) -> RecordReader? {
    guard case .mapping(let entries) = node.kind else {
      log.add(
        at: (node.line, node.column), path: path,
        Message(RecordMessage.mustBeAndIs, .words(RecordMessage.group), node.kindInWords), hint: nil)
      return nil
    }
    return RecordReader(entries: entries, place: (node.line, node.column), path: path, log: log)
  }
}
