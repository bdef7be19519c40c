import CMark

/// Parses rendered Markdown with cmark-gfm and copies the tree, so that nothing of C lives on.
struct MarkdownReader {
  /// What stood in the tree though the linter should have caught it, by line of the rendered text.
  private(set) var problems: [(line: Int, message: String)] = []

  /// cmark keeps its extensions in a process-wide list; they are registered once.
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  mutating func read(_ markdown: String) -> [MarkdownBlock] {
    _ = Self.registered
    guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8) else { return [] }
    defer { cmark_parser_free(parser) }
    if let table = cmark_find_syntax_extension("table") { cmark_parser_attach_syntax_extension(parser, table) }
    var text = markdown
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let root = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(root) }
    return blocks(of: root)
  }

  private mutating func blocks(of parent: OpaquePointer) -> [MarkdownBlock] {
    var result: [MarkdownBlock] = []
    var next = cmark_node_first_child(parent)
    while let node = next {
      next = cmark_node_next(node)
      let line = Int(cmark_node_get_start_line(node))
      let type = cmark_node_get_type(node)
      switch type {
      case CMARK_NODE_HEADING:
        result.append(.heading(level: Int(cmark_node_get_heading_level(node)), inlines(of: node), line: line))
      case CMARK_NODE_PARAGRAPH: result.append(.paragraph(inlines(of: node), line: line))
      case CMARK_NODE_BLOCK_QUOTE: result.append(.quotation(blocks(of: node), line: line))
      case CMARK_NODE_LIST:
        let ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        result.append(.list(ordered: ordered, items: children(of: node).map { blocks(of: $0) }, line: line))
      case CMARK_NODE_FOOTNOTE_DEFINITION:
        result.append(.footnote(label: literal(node), blocks(of: node)))
      // The extension's node types are not in its header; their names are.
      case _ where typeName(node) == "table": result.append(table(node, line: line))
      default: problems.append((line, "`\(typeName(node))` has no place in a template"))
      }
    }
    return result
  }

  private mutating func table(_ node: OpaquePointer, line: Int) -> MarkdownBlock {
    var heads: [[MarkdownInline]] = []
    var rows: [[[MarkdownInline]]] = []
    for row in children(of: node) {
      let cells = children(of: row).map { inlines(of: $0) }
      if cmark_gfm_extensions_get_table_row_is_header(row) != 0 { heads = cells } else { rows.append(cells) }
    }
    return .table(heads: heads, rows: rows, line: line)
  }

  private mutating func inlines(of parent: OpaquePointer) -> [MarkdownInline] {
    var result: [MarkdownInline] = []
    for node in children(of: parent) {
      let line = Int(cmark_node_get_start_line(node))
      let type = cmark_node_get_type(node)
      switch type {
      case CMARK_NODE_TEXT:
        let text = literal(node)
        for sign in Self.leftovers(in: text) { problems.append((line, "`\(sign)` was left as text")) }
        append(text, to: &result)
      case CMARK_NODE_SOFTBREAK: append(" ", to: &result)
      case CMARK_NODE_LINEBREAK: result.append(.lineBreak)
      case CMARK_NODE_EMPH: result.append(.emphasis(inlines(of: node)))
      case CMARK_NODE_STRONG: result.append(.strong(inlines(of: node)))
      case CMARK_NODE_LINK:
        let target = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        result.append(.link(target: target, inlines(of: node)))
      case CMARK_NODE_FOOTNOTE_REFERENCE: result.append(.footnote(label: literal(node)))
      default: problems.append((line, "`\(typeName(node))` has no place in a template"))
      }
    }
    return result
  }

  /// The signs of a link, a note or a tag that stand in a text as they were typed.
  private static func leftovers(in text: String) -> [String] {
    var found: [String] = []
    var before: UInt8 = 0
    for byte in text.utf8 {
      let sign: String? =
        switch (before, byte) {
        case (UInt8(ascii: "]"), UInt8(ascii: "(")): "]("
        case (UInt8(ascii: "["), UInt8(ascii: "^")): "[^"
        case (UInt8(ascii: "{"), UInt8(ascii: "{")): "{{"
        case (UInt8(ascii: "}"), UInt8(ascii: "}")): "}}"
        default: nil
        }
      if let sign, !found.contains(sign) { found.append(sign) }
      before = byte
    }
    return found
  }

  /// cmark splits text at every sign it looked at twice; whole runs are cheaper to set and to compare.
  private func append(_ text: String, to inlines: inout [MarkdownInline]) {
    if case .text(let before)? = inlines.last {
      inlines[inlines.count - 1] = .text(before + text)
    } else {
      inlines.append(.text(text))
    }
  }

  private func children(of node: OpaquePointer) -> [OpaquePointer] {
    var result: [OpaquePointer] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      result.append(child)
      next = cmark_node_next(child)
    }
    return result
  }

  private func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  private func typeName(_ node: OpaquePointer) -> String {
    cmark_node_get_type_string(node).map { String(cString: $0) } ?? "unknown"
  }
}
