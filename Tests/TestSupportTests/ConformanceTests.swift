import Foundation
import TestSupport
import Testing

@Suite struct ConformanceTests {
  @Test func `a file made by hand has nothing to complain of`() throws {
    #expect(conformanceViolations(of: try SampleDocument.file()) == [])
  }

  @Test func `every way to spoil it is noticed`() throws {
    let file = try SampleDocument.file()
    #expect(try Mutant.survivors(of: file) == [])
    // A sample that lacks a table or a link would notice nothing and prove nothing.
    #expect(Mutant.applicable(to: file) == Mutant.all.count)
  }

  @Test(.needsValidators) func `the validators pass it, and see what is spoilt badly`() throws {
    let file = try SampleDocument.file()
    try withTemporaryFolder { folder in
      let good = folder.appendingPathComponent("good.pdf")
      try Data(PDFEditor(file).bytes()).write(to: good)
      #expect(try Validators.violations(of: [good]) == [])

      var spoilt = PDFEditor(file)
      let reader = TaggedPDFReader(file)
      for figure in reader.elements where figure.role == "Figure" { spoilt.edit(figure.number) { $0["Alt"] = nil } }
      let bad = folder.appendingPathComponent("bad.pdf")
      try Data(spoilt.bytes()).write(to: bad)
      let found = try Validators.violations(of: [good, bad], profiles: ["ua1"])
      #expect(found.contains { $0.hasPrefix("bad.pdf: veraPDF ua1") })
      #expect(found.contains { $0.hasPrefix("bad.pdf: page-validation ua1") })
      #expect(!found.contains { $0.hasPrefix("good.pdf") })
    }
  }
}
