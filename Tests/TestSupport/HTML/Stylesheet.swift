import Foundation

/// The rules of a page's style, and whether what they colour can be read.
struct Stylesheet {
  private let rules: [(selector: String, declarations: [String: String])]

  init(_ text: String) {
    // The rules inside a media query are rules like others; its own braces go.
    let flat = text.replacing(/@media[^{]*\{((?:[^{}]*\{[^{}]*\})*)\s*\}/) { String($0.1) }
    rules = flat.matches(of: /([^{}]+)\{([^{}]*)\}/).map { match in
      var declarations: [String: String] = [:]
      for part in match.2.split(separator: ";") {
        let pair = part.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        if pair.count == 2 { declarations[pair[0]] = pair[1] }
      }
      return (match.1.trimmingCharacters(in: .whitespacesAndNewlines), declarations)
    }
    self.text = text
  }

  private let text: String

  /// What makes words hard to see or loads something.
  var violations: [String] {
    var found: [String] = []
    if rules.isEmpty { found.append("the page has no style that can be read") }
    if text.contains("url(") || text.contains("@import") { found.append("the style loads something") }
    for (selector, declarations) in rules {
      let (colour, background) = (declarations["color"], declarations["background-color"])
      if (colour == nil) != (background == nil) { found.append("\(selector) sets one colour of two") }
      if let colour, let background { found += low(contrast: colour, background, 4.5, selector) }
      // The edge of a field or box must be seen, not read (WCAG 2.1, 1.4.11).
      let edge = declarations["border"] ?? declarations["border-left"]
      if let edge, let colour = edge.split(separator: " ").first(where: { $0.hasPrefix("#") }) {
        found += low(contrast: String(colour), background ?? "#ffffff", 3, selector)
      }
      if let size = declarations["font-size"], let value = Double(size.replacing("rem", with: "")), value < 0.85 {
        found.append("\(selector) is small")
      }
    }
    return found
  }

  private func low(contrast one: String, _ other: String, _ least: Double, _ selector: String) -> [String] {
    guard let first = Self.luminance(one), let second = Self.luminance(other) else {
      return ["\(selector) has a colour that is not written as #rrggbb"]
    }
    let ratio = (max(first, second) + 0.05) / (min(first, second) + 0.05)
    return ratio < least ? ["\(selector) has a contrast of \((ratio * 100).rounded() / 100)"] : []
  }

  /// Relative luminance (WCAG 2.1).
  private static func luminance(_ colour: String) -> Double? {
    guard colour.count == 7, colour.hasPrefix("#"), let value = Int(colour.dropFirst(), radix: 16) else { return nil }
    let channels = [value >> 16, value >> 8 & 255, value & 255].map { channel in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
