import Document
import Testing

@testable import Typesetting

@Suite struct RiverTests {
  @Test func threeWideSpacesAboveEachOtherAreARiver() {
    #expect(Rivers.count(spaces: [[10..<20], [15..<25], [18..<30]], scales: [1.6, 1.7, 1.8]) == 1)
    #expect(Rivers.count(spaces: [[10..<20], [15..<25]], scales: [1.6, 1.7]) == 0)
    #expect(Rivers.count(spaces: [[10..<20], [30..<40], [18..<30]], scales: [1.6, 1.7, 1.8]) == 0)
    #expect(Rivers.count(spaces: [[10..<20], [15..<25], [18..<30]], scales: [1.6, 1.5, 1.8]) == 0)
  }

  @Test(arguments: [468.0, 453, 438, 420, 408, 380])
  func noneInRunningText(width: Double) {
    for (text, language) in [(Texts.german, "de"), (Texts.english, "en"), (Texts.french, "fr")] {
      let words = text.split(separator: " ")
      for start in stride(from: 0, to: 40, by: 4) {
        let set = Support.paragraph(
          words.dropFirst(start).joined(separator: " "), width: width, language: .init(rawValue: language))
        #expect(Support.rivers(set) == 0, "\(width) \(start) \(Support.lines(set))")
      }
    }
  }
}
