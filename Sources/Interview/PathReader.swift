import Matter

/// Understands paths as terminals write them when a file is dragged in.
///
/// Every terminal and every system does it in its own way, and none says which: so what may be meant is given in an order, and
/// whoever sees the disk takes the first that is there.
public enum PathReader {
  /// The paths that may be meant, the most likely first; empty if nothing was typed.
  public static func candidates(_ typed: String) -> [String] {
    let trimmed = trim(typed)
    guard !trimmed.isEmpty else { return [] }
    var found: [String] = []
    func add(_ path: String) {
      for form in forms(of: path) where !form.isEmpty && !found.contains(form) { found.append(form) }
    }
    let words = shellWords(trimmed)
    if words.count == 1 { add(words[0]) }
    add(unquoted(trimmed))
    add(trimmed)
    add(trimmed.replacing("\\ ", with: " "))
    return found
  }

  /// Whether several files were dragged in at once: each of the words, read as a shell would, is a path by itself.
  public static func isSeveral(_ typed: String) -> Bool {
    let words = shellWords(trim(typed))
    guard words.count > 1 else { return false }
    return words.allSatisfy { word in
      word.hasPrefix("/") || word.hasPrefix("~/") || word.hasPrefix("file://") || isWindows(word)
    }
  }

  private static func trim(_ typed: String) -> String {
    // Blanks at the end come from the terminal; one that belongs to the name would be quoted or have a stroke before it.
    var text = Substring(typed)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace, !text.hasSuffix("\\ ") { text.removeLast() }
    return String(text)
  }

  private static func unquoted(_ text: String) -> String {
    for pair in [("'", "'"), ("\"", "\""), ("„", "“"), ("“", "”"), ("«", "»"), ("<", ">")] {
      if text.hasPrefix(pair.0), text.hasSuffix(pair.1), text.count >= 2 { return String(text.dropFirst().dropLast()) }
    }
    return text
  }

  /// A path, what a `file:` address stands for, and what a drive of Windows is called from Linux.
  private static func forms(of path: String) -> [String] {
    if path.lowercased().hasPrefix("file:") {
      var rest = path.dropFirst("file:".count)
      if rest.hasPrefix("//") {
        rest = rest.dropFirst(2)
        // `file://localhost/home/…` and `file:///home/…` are the same; another host is none of this computer.
        rest = rest.firstIndex(of: "/").map { rest[$0...] } ?? rest
      }
      let decoded = String(rest).percentDecoded ?? String(rest)
      if decoded.dropFirst().first.map(\.isLetter) == true, decoded.dropFirst(2).hasPrefix(":") {
        return forms(of: String(decoded.dropFirst())) + [decoded]
      }
      return [decoded]
    }
    guard isWindows(path), let drive = path.first else { return [path] }
    let rest = path.dropFirst(2).replacing("\\", with: "/")
    return ["/mnt/\(drive.lowercased())\(rest)", path]
  }

  private static func isWindows(_ path: String) -> Bool {
    let start = Array(path.prefix(3))
    return start.count == 3 && start[0].isASCII && start[0].isLetter && start[1] == ":"
      && (start[2] == "\\" || start[2] == "/")
  }

  /// The words of a line as a shell would take them apart: quotes, and strokes before single signs.
  private static func shellWords(_ text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = Substring(text)
    // The strokes of a Windows path are no signs of the shell.
    let keepsStrokes = isWindows(unquoted(text))
    while let character = rest.popFirst() {
      if let open = quote {
        if character == open {
          quote = nil
        } else if character == "\\", open == "\"", !keepsStrokes, let next = rest.first,
          ["\"", "\\", "$", "`"].contains(next)
        {
          rest.removeFirst()
          word = (word ?? "") + String(next)
        } else {
          word = (word ?? "") + String(character)
        }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == "\\", !keepsStrokes {
        if let next = rest.popFirst() { word = (word ?? "") + String(next) }
      } else if character == " " || character == "\t" {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    // A quote that nobody closed is an apostrophe in a name.
    if quote != nil { return [text] }
    if let done = word { words.append(done) }
    return words
  }
}
