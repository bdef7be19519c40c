import Casebook
import Checking
import ComplaintKit
import Evidence
import Foundation
import Matter
import Storage
import TestSupport
import Testing

@testable import FilingKit

@Suite struct KitTests {
  /// The pages there can be: the portal's only where there is one.
  static let pages = ["START-HERE.html", "portal.html"]

  @Test func everyPageInEveryCountryAndLanguageCanBeReadAndCopiedFrom() throws {
    try withEvery("country", in: Bench.countries) { country in
      let made = try Bench.make(try Bench.sample(country))
      try withEvery("language", in: Bench.languages) { language in
        let kit = try made.kit(language)
        for page in Self.pages where kit[page] != nil || page == Self.pages[0] {
          let violations = HTMLChecker.violations(of: try kit.text(page), beside: Set(kit.keys))
          #expect(violations.isEmpty, "\(country) \(language) \(page): \(violations)")
          #expect(try kit.text(page).contains("<html lang=\"\(language)\">"))
        }
        #expect(try kit.words("START-HERE.html").contains("{") == false)
      }
    }
  }

  @Test func whatGoesToTheAuthorityIsInItsLanguageWhateverThePersonReads() throws {
    let made = try Bench.make(try Bench.sample("DE"))
    let (german, french) = (try made.kit("de"), try made.kit("fr"))
    for name in ["email.eml", "complaint.pdf", "matter.json"] { #expect(german[name] == french[name], "\(name)") }
    #expect(try french.text("email.txt").contains("Sehr geehrte Damen und Herren,"))
    #expect(try french.text("email.txt").contains("Objet\n"))
    let page = try french.text("portal.html")
    #expect(page.contains("Beschwerde wegen"))
    #expect(page.contains("lang=\"de\""))
  }

  /// The page names both languages in brackets; the country of a variant stands after a comma there.
  @Test(arguments: [
    ("AT", "Deutsch, Österreich"), ("BE", "Français, Belgique"), ("CH", "Deutsch, Schweiz"),
    ("GB", "English, United Kingdom"), ("DE", "Deutsch"),
  ])
  func noBracketsStandWithinThoseOfALanguage(country: String, name: String) throws {
    let made = try Bench.make(try Bench.sample(country))
    let words = try made.kit("fr").words("START-HERE.html")
    #expect(words.contains("(\(name))"))
    #expect(made.brief.language.name == name || !words.contains("(\(made.brief.language.name))"))
  }

  @Test func theSameDraftGivesTheSameBytes() throws {
    let (first, second) = (try Bench.make(try Bench.sample("AT")), try Bench.make(try Bench.sample("AT")))
    #expect(try first.kit("en") == second.kit("en"))
  }

  @Test func theFirstFourLinesAnswerWhatEverybodyAsks() throws {
    let text = try Bench.sample("DE")
    let asked = ["Was kostet das?", "Brauchen Sie", "Was erfährt Meta Platforms Ireland Limited?", "Wie lange"]
    let page = try Bench.make(text).kit("de").text("START-HERE.html")
    let list = try #require(page.firstMatch(of: /<h1>[^<]*<\/h1>\n<ul class="facts">(.*?)<\/ul>/))
    let items = list.1.components(separatedBy: "</li>").dropLast()
    #expect(items.count == 4)
    for (item, question) in zip(items, asked) { #expect(item.contains(question)) }
    let confidential = try Bench.make(text.changed("grounds_confidential: no ", "grounds_confidential: yes "))
    #expect(try confidential.kit("de").words("START-HERE.html").contains("Ihre Gründe soll die Behörde vertraulich"))
    let withheld = try Bench.make(text.changed("forward_to_controller: yes ", "forward_to_controller: no "))
    #expect(try withheld.kit("de").words("START-HERE.html").contains("Ihren Namen nicht ohne Rücksprache"))
  }

  @Test func everyNoticeThatTurnsPeopleAwayIsAnswered() throws {
    let casebook = try Bench.casebook()
    let all = try casebook.authorities().map { try casebook.authority($0) }
    let noticed = all.filter { $0.intakeNotice != nil && $0.kind != .publicSector }
    #expect(noticed.count > 3)
    try withEvery("authority", in: noticed) { authority in
      let notice = try #require(authority.intakeNotice)
      var text = try Bench.sample(authority.country)
      if authority.country == "DE" {
        text = try text.changed("# authority: de-sn ", "authority: \(authority.id) ")
          .changed("# basis: residence ", "basis: work ")
      }
      let made = try Bench.make(text)
      #expect(made.authority.id == authority.id)
      try withEvery("language", in: Bench.languages) { language in
        // Whoever reads another language than these reads it in English, and a voice says it as English.
        let isForeign = !notice.says.tags.contains(language)
        #expect(!isForeign || !["de", "en", "fr"].contains(language), "\(authority.id) says nothing in \(language)")
        let other = isForeign ? "en" : language
        let says = try #require(notice.says.text(in: other), "\(authority.id) says nothing in \(other)")
        let answer = try #require(notice.answer.text(in: other), "\(authority.id) answers nothing in \(other)")
        if isForeign { #expect(try made.kit(language).text("START-HERE.html").contains("lang=\"en\"")) }
        let words = try made.kit(language).words("START-HERE.html")
        #expect(words.contains(says))
        #expect(words.contains(answer))
        // The same authority takes complaints about others.
        let named = "\(says) \(answer)".split { !$0.isLetter }.filter { word in
          ["Meta", "Facebook", "LinkedIn", "Grok"].contains { word.hasPrefix($0) }
        }
        #expect(named == [], "\(authority.id)")
        guard let provision = notice.provisions.first else { return }
        let citation = try #require(Citation(provision))
        let casebook = try Bench.casebook()
        let law = try #require(
          casebook.register(for: [citation]).text(of: citation, in: casebook.language(language))
        ).again
        #expect(words.contains(law), "\(words)")
      }
    }
    // A page that says nothing of the kind needs no answer.
    let without = try Bench.make(try Bench.sample("AT")).kit("de").text("START-HERE.html")
    #expect(!without.contains("class=\"notice\""))
  }

  @Test func theRestOfTheWayIsExplained() throws {
    let saxony = try Bench.make(try Bench.sample("DE")).kit("de").words("START-HERE.html")
    #expect(saxony.contains("Der Hamburgische Beauftragte") && saxony.contains("Data Protection Commission"))
    #expect(saxony.contains("complain filed my-matter.yaml --on JJJJ-MM-TT"))
    #expect(saxony.contains("complain forget my-matter.yaml") && saxony.contains("my-matter.record.yaml"))
    let hamburg = try Bench.sample("DE").changed("postal_code: \"04109\"", "postal_code: \"20095\"")
      .changed("  city: Leipzig", "  city: Hamburg")
    #expect(!(try Bench.make(hamburg).kit("de").words("START-HERE.html").contains("§\u{A0}19")))
    let ireland = try Bench.make(try Bench.sample("IE")).kit("en").words("START-HERE.html")
    #expect(ireland.contains("Data Protection Commission is probably also the lead authority"))
    // From standard input there is no file that the commands could name.
    let nameless = try Bench.make(try Bench.sample("DE")).kit("de", matterName: nil).words("START-HERE.html")
    #expect(!nameless.contains("complain filed") && !nameless.contains("complain forget"))
  }

  @Test func noFileBearsAPersonsNameAndAnnexesAreTheirsUnchanged() throws {
    let made = try Bench.make(try Bench.sample("DE"))
    let kit = try made.kit("de")
    #expect(
      Set(kit.keys) == [
        "START-HERE.html", "complaint.pdf", "anlage-1-original.png", "anlage-2-original.jpg", "anlage-3-original.eml",
        "email.txt", "email.eml", "portal.html", "matter.json",
      ])
    for name in kit.keys { #expect(Kit.isName(name)) }
    for (exhibit, bytes) in zip(made.exhibits, made.originals) {
      let name = try #require(exhibit.originalName)
      #expect(try kit[name] == bytes.whole())
    }
    for name in ["notes.txt", "annex.png", "complaint-2.pdf", "annex-x.png", ".git", "annex-1-original.png.part-7"] {
      #expect(!Kit.isName(name), "\(name)")
    }
  }

  @Test func whatAPersonTypedCannotBecomeMarkup() throws {
    let text = try Bench.sample("DE")
      .changed("city: Leipzig\n  country", "city: \"<script>alert(1)</script> & \\\"Co\\\"\"\n  country")
      .changed("handle: erikab", "handle: \"</textarea><img src=x onerror=alert(1)>\"")
      .changed("caption: Widerspruchsformular", "caption: \"<b>Formular</b>\"")
    let kit = try Bench.make(text).kit("de")
    for page in Self.pages {
      #expect(HTMLChecker.violations(of: try kit.text(page), beside: Set(kit.keys)) == [])
    }
    #expect(try kit.words("portal.html").contains("<script>alert(1)</script> & \"Co\""))
  }
}

extension String {
  /// The text with one place of it changed.
  func changed(_ old: String, _ new: String) throws -> String {
    let parts = components(separatedBy: old)
    try #require(parts.count == 2, "`\(old)` stands \(parts.count - 1) times")
    return parts.joined(separator: new)
  }
}
