/// What no text of ours says, whatever it is about: traces of a template, signs nobody can read, gaps.
///
/// Each line names the place, never the words.
public func textViolations(of reader: TaggedPDFReader) -> [String] {
  var found: [String] = []
  for (number, line) in reader.text().split(separator: "\n").enumerated() {
    let spot = "line \(number + 1) of the text"
    if line.contains("{{") || line.contains("}}") { found.append("\(spot) holds the braces of a template") }
    if line.unicodeScalars.contains(where: { $0.value == 0xFFFD || (0xE000...0xF8FF).contains($0.value) }) {
      found.append("\(spot) holds a replacement or private-use character")
    }
    if zip(line, line.dropFirst()).contains(where: { $0.isWhitespace && $1.isWhitespace }) {
      found.append("\(spot) holds two spaces in a row")
    }
    if [" ,", " .", "( ", " )", ",,", "..", "()"].contains(where: { line.contains($0) }) {
      found.append("\(spot) holds a sign that follows nothing")
    }
  }
  for section in reader.elements where section.role == "Sect" {
    if !section.elements.contains(where: { $0.headingLevel == nil }) {
      found.append("\(section.place) holds nothing but its heading")
    }
  }
  return found
}
