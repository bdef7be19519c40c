import Mustache

/// Answers swift-mustache's questions: placeholders for texts, flags and lists as they are, unknown names remembered.
///
/// One rendering, one recorder; the library calls it from one thread.
final class ValueRecorder {
  private(set) var inserted: [InsertedText] = []
  private(set) var missing: [String] = []
  private var indices: [InsertedText: Int] = [:]

  func placeholder(for text: InsertedText) -> String {
    let index: Int
    if let known = indices[text] {
      index = known
    } else {
      index = inserted.count
      indices[text] = index
      inserted.append(text)
    }
    guard let character = Placeholder.value(index) else {
      missing.append("more than \(Placeholder.values.count) values")
      return ""
    }
    return String(character)
  }

  func note(missing name: String) { missing.append(name) }
}

/// A scope as Mustache sees it.
struct RecordingScope: MustacheParent {
  let scope: ValueScope
  let recorder: ValueRecorder
  /// The dotted way here, for messages; the root answers every unknown name.
  let path: String

  func child(named name: String) -> Any? {
    guard let value = scope.values[name] else {
      // A list's item may not know a name that an outer scope knows; only the root and groups are the last to be asked.
      if path.isEmpty || path.hasSuffix(".") { recorder.note(missing: path + name) }
      return nil
    }
    switch value {
    case .text(let text): return recorder.placeholder(for: text)
    case .flag(let flag): return flag
    case .list(let items): return items.map { RecordingScope(scope: $0, recorder: recorder, path: "item") }
    case .group(let inner): return RecordingScope(scope: inner, recorder: recorder, path: path + name + ".")
    }
  }
}
