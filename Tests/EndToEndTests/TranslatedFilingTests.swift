import Foundation
import TestSupport
import Testing

/// A complaint with an informal translation as its last part.
@Suite struct TranslatedFilingTests {
  private static let pairs = [("FR", "en"), ("DE", "fr"), ("GR", "en"), ("BE", "nl"), ("FI", "sv")]

  @Test(.needsValidators, arguments: pairs)
  func `the text that is filed stays as it is, and its translation is a part of its own`(
    country: String, language: String
  ) throws {
    try Desk.with(country) { desk in
      #expect(try desk.draft("--output", "alone.pdf").status == 0)
      let outcome = try desk.draft("--output", "both.pdf", "--with-translation", language)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let (alone, both) = (
        TaggedPDFReader(try PDFFile(contentsOf: desk.path("alone.pdf"))),
        TaggedPDFReader(try PDFFile(contentsOf: desk.path("both.pdf")))
      )
      #expect(conformanceViolations(of: both) == [])
      #expect(try Validators.violations(of: [desk.path("both.pdf")]) == [])
      // What is read first is word for word what is filed alone; page numbers are no part of what is read.
      let (filed, whole) = (alone.transcript(), both.transcript())
      #expect(whole.hasPrefix(filed.trimmingCharacters(in: .newlines)))
      let translation = String(whole.dropFirst(filed.trimmingCharacters(in: .newlines).count))
      for paragraph in translation.split(separator: "\n") where paragraph.split(separator: " ").count > 40 {
        // The person's and the controller's own words stand as they are in both.
        if filed.contains(paragraph) { continue }
        #expect([language, nil].contains(LanguageIdentifier.language(of: String(paragraph))), "\(paragraph)")
      }
      #expect(both.attachments().map(\.bytes) == alone.attachments().map(\.bytes))
      Golden.check(both.navigationDump(), "translated-\(country)-\(language).navigation")
    }
  }

  @Test func `a link within the translation leads to its own places, one to an annex to the annex`() throws {
    try Desk.with("FR") { desk in
      #expect(try desk.draft("--output", "both.pdf", "--with-translation", "en").status == 0)
      let reader = TaggedPDFReader(try PDFFile(contentsOf: desk.path("both.pdf")))
      let bookmarks = reader.bookmarks()
      func pages(_ word: String) -> [Int] {
        bookmarks.compactMap { bookmark in
          guard bookmark.title.hasPrefix(word), case .page(let page)? = bookmark.target else { return nil }
          return page
        }
      }
      let start = try #require(pages("Complaint").first)
      let annexes = pages("Pièce")
      #expect(annexes.count == 3 && annexes.allSatisfy { $0 < start })
      for (page, content) in reader.pages.enumerated() where page >= start {
        for annotation in content.annotations.compactMap({ reader.file.dictionary(.reference($0)) }) {
          guard case .page(let target)? = reader.linkTarget(annotation) else { continue }
          #expect(target >= start || annexes.contains(target), "a link on page \(page + 1) leads to page \(target + 1)")
        }
      }
    }
  }

  @Test func `the first of several files holds the translation`() throws {
    try Desk.withPictures("DE", 3) { desk in
      for number in 1...3 {
        try SparseJPEG.write(to: desk.path("picture-\(number).jpg"), size: 1_000_000, mark: UInt8(number))
      }
      let outcome = try desk.draft("--output", "out.pdf", "--split-mb", "3", "--with-translation", "en")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try desk.words("out.pdf").contains("Informal translation for information."))
      #expect(try !desk.words("out-part-2.pdf").contains("Informal translation"))
    }
  }

  @Test func `what cannot be translated is not drafted`() throws {
    try Desk.with { desk in
      let before = try desk.names()
      let same = try desk.draft("--with-translation", "de-AT")
      #expect(same.status == 64)
      #expect(
        same.errorBlocks == [
          """
          error: --with-translation names the language of the complaint itself
          hint: name another language, or leave it out
          """
        ])
      let foreign = try desk.draft("--with-translation", "pl")
      #expect(foreign.status == 65)
      #expect(
        foreign.errorBlocks == [
          """
          error: --with-translation: what the law of the country adds is not written in this language, only in de, en, fr \
          [language.notWritten]
          hint: leave language out, or choose one of these
          """
        ])
      let unknown = try desk.draft("--with-translation", "tlh")
      #expect(unknown.status == 65)
      #expect(unknown.errorBlocks.count == 1)
      #expect(unknown.errors.contains("error: --with-translation: there is no text in this language yet"))
      #expect(try desk.names() == before)
    }
  }
}
