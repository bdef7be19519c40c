import Casebook
import Matter
import Testing

@Suite struct CitationTests {
  let casebook = Data.casebook

  private func printed(_ references: [String], _ tag: String) throws -> [String] {
    let language = try casebook.language(tag)
    let citations = try references.map { try #require(Citation($0)) }
    let register = try casebook.register(for: citations)
    return try citations.map { citation in
      let text = try #require(register.text(of: citation, in: language))
      return (text.full ?? text.short).replacing("\u{00A0}", with: "~")
    }
  }

  private static let references = [
    "gdpr:21(1)", "gdpr:6(1)(f)", "gdpr:14", "gdpr:12-14", "gdpr:4(22)(a)", "gdpr:60(7-9)", "recital:47",
    "regulation:1182/71#3(4)", "case:C-252/21#84-85", "case:C-26/22#110-112", "edpb:1-2024#71",
    "decision:OLG-Schleswig-6UKI3-25#53", "decision:HDPA-54-2024",
  ]

  @Test func citesInGerman() throws {
    #expect(
      try printed(Self.references + ["law:DE/BDSG/19(2)"], "de") == [
        "Art.~21 Abs.~1 DSGVO", "Art.~6 Abs.~1 lit.~f DSGVO", "Art.~14 DSGVO", "Art.~12 bis~14 DSGVO",
        "Art.~4~Nr.~22~lit.~a DSGVO", "Art.~60 Abs.~7 bis~9 DSGVO", "ErwGr.~47 DSGVO",
        "Art.~3 Abs.~4 der Verordnung (EWG, Euratom) Nr.~1182/71",
        "EuGH, Urteil vom 4.~Juli 2023, Meta Platforms u. a., C-252/21, ECLI:EU:C:2023:537, Rn.~84 bis~85",
        "EuGH, Urteil vom 7.~Dezember 2023, SCHUFA Holding (Restschuldbefreiung), C-26/22 und C-64/22, Rn.~110 bis~112",
        "EDSA, Leitlinien~1/2024 vom 8.~Oktober 2024, zur Verarbeitung personenbezogener Daten auf der Grundlage von "
          + "Artikel~6 Absatz~1 Buchstabe~f DSGVO, Fassung zur öffentlichen Konsultation, Rn.~71",
        "OLG Schleswig, Urteil vom 12.~August 2025, 6~UKI~3/25, ECLI:DE:OLGSH:2025:0812.6UKI3.25.00, Rn.~53",
        "griechische Datenschutzbehörde (HDPA), Entscheidung~54/2024", "§~19 Abs.~2 BDSG",
      ])
  }

  @Test func citesInAustrianGerman() throws {
    #expect(
      try printed(["gdpr:6(1)(f)", "law:AT/DSG/24(4)", "law:AT/DSG/24(2)(5)", "case:C-394/23#67"], "de-AT") == [
        "Art~6 Abs~1 lit~f DSGVO", "§~24 Abs~4 DSG", "§~24 Abs~2~Z~5 DSG",
        "EuGH, Urteil vom 9.~Jänner 2025, Mousse, C-394/23, Rn~67",
      ])
  }

  /// The acts of Switzerland are cited as they are there, not as those of the neighbour whose language it is.
  @Test(arguments: [
    ("de-CH", "Art.~30 Abs.~2 Bst.~b DSG", "Art.~34 Abs.~1 OR"),
    ("fr-CH", "art.~30 al.~2 let.~b LPD", "art.~34 al.~1 CO"),
    ("it-CH", "art.~30 cpv.~2 lett.~b LPD", "art.~34 cpv.~1 CO"),
  ])
  func citesInSwitzerland(tag: String, protection: String, code: String) throws {
    #expect(try printed(["law:CH/DSG/30(2)(b)", "law:CH/OR/34(1)"], tag) == [protection, code])
  }

  @Test func citesInEnglish() throws {
    #expect(
      try printed(Self.references + ["law:IE/DPA2018/109(2)"], "en") == [
        "Article~21(1)~GDPR", "Article~6(1)(f)~GDPR", "Article~14~GDPR", "Articles~12 to~14~GDPR",
        "Article~4(22)(a)~GDPR", "Article~60(7) to~(9)~GDPR", "recital~47 of the GDPR",
        "Article~3(4)~of Regulation (EEC, Euratom) No~1182/71",
        "Court of Justice, judgment of 4~July 2023, Meta Platforms and Others, C-252/21, ECLI:EU:C:2023:537, "
          + "paras~84 to~85",
        "Court of Justice, judgment of 7~December 2023, SCHUFA Holding (Discharge from remaining debts), "
          + "C-26/22 and C-64/22, paras~110 to~112",
        "EDPB, Guidelines~1/2024 of 8~October 2024, on processing of personal data based on Article~6(1)(f) GDPR, "
          + "version for public consultation, para~71",
        "Higher Regional Court of Schleswig (OLG Schleswig), judgment of 12~August 2025, 6~UKI~3/25, "
          + "ECLI:DE:OLGSH:2025:0812.6UKI3.25.00, para~53",
        "Hellenic Data Protection Authority (HDPA), decision~54/2024",
        "section~109(2)~of the Data Protection Act 2018",
      ])
  }

  @Test func citesInFrench() throws {
    #expect(
      try printed(Self.references, "fr") == [
        "article~21.1 du RGPD", "article~6.1.f du RGPD", "article~14 du RGPD",
        "articles~12 à~14 du RGPD", "article~4.22.a du RGPD", "article~60.7 à~9 du RGPD",
        "considérant~47 du RGPD", "article~3.4 du règlement (CEE, Euratom) n°~1182/71",
        "CJUE, arrêt du 4~juillet 2023, Meta Platforms e.a., C-252/21, ECLI:EU:C:2023:537, points~84 à~85",
        "CJUE, arrêt du 7~décembre 2023, SCHUFA Holding (Libération de reliquat de dette), C-26/22 et C-64/22, "
          + "points~110 à~112",
        "CEPD, lignes directrices~1/2024 du 8~octobre 2024, sur le traitement de données à caractère personnel fondé "
          + "sur l’article~6, paragraphe~1, point~f), du RGPD, version soumise à consultation publique, point~71",
        "tribunal régional supérieur de Schleswig (OLG Schleswig), arrêt du 12~août 2025, 6~UKI~3/25, "
          + "ECLI:DE:OLGSH:2025:0812.6UKI3.25.00, point~53",
        "autorité hellénique de protection des données (HDPA), décision~54/2024",
      ])
  }

  @Test func aJudgmentCitedAgainIsShort() throws {
    let citation = try #require(Citation("case:C-252/21#106"))
    let register = try casebook.register(for: [citation])
    let shorts = try ["de", "en", "fr"].map { tag in
      try #require(register.text(of: citation, in: try casebook.language(tag))).short
    }
    #expect(
      shorts.map { $0.replacing("\u{00A0}", with: "~") } == [
        "C-252/21, Rn.~106", "C-252/21, para~106", "C-252/21, point~106",
      ])
  }

  /// The act that most is cited of need not be named each time; every other one is.
  @Test func theRegulationIsNamedOnce() throws {
    let citations = try ["gdpr:21(1)", "law:DE/BDSG/19(2)", "regulation:1182/71#3"].map { try #require(Citation($0)) }
    let register = try casebook.register(for: citations)
    let language = try casebook.language("de")
    let again = try citations.map { try #require(register.text(of: $0, in: language)).again }
    #expect(
      again.map { $0.replacing("\u{00A0}", with: "~") } == [
        "Art.~21 Abs.~1", "§~19 Abs.~2 BDSG", "Art.~3 der Verordnung (EWG, Euratom) Nr.~1182/71",
      ])
  }

  @Test(
    arguments: [
      ("gdpr:21(7)", CitationFault.noSuchParagraph), ("gdpr:6(1)(g)", .noSuchParagraph),
      ("gdpr:6(1)(a-g)", .noSuchParagraph), ("gdpr:99", .noSuchProvision), ("gdpr:12-99", .noSuchProvision),
      ("law:DE/BDSG/1", .noSuchProvision), ("law:DE/XYZ/1", .noSuchSource), ("case:C-1/99", .noSuchSource),
      ("case:C-252/21#140", .noSuchParagraph), ("case:C-132/21#1", .noSuchParagraph),
      ("law:AT/DSG/22(4)", .noSuchParagraph), ("law:FR/LIL/8", .noSuchSource),
      ("decision:OLG-Koeln-15UKl2-25#10", .noSuchParagraph), ("edpb:06-2022#1", .noSuchSource),
      ("edpb:2-2024", .noSuchSource),
    ])
  func whatMayNotBeSignedIsAFault(reference: String, fault: CitationFault) throws {
    let citation = try #require(Citation(reference))
    let date = try #require(CivilDate("2026-03-01"))
    #expect(try casebook.register(for: [citation]).fault(of: citation, on: date) == fault)
  }

  @Test func nothingLaterThanTheDocumentIsCited() throws {
    let citation = try #require(Citation("case:C-492/23#93"))
    let register = try casebook.register(for: [citation])
    let before = try #require(CivilDate("2025-12-01"))
    #expect(register.fault(of: citation, on: before) == .later)
    #expect(register.fault(of: citation, on: before.adding(days: 1)) == nil)
  }

  @Test(
    arguments: [
      "gdpr:", "gdpr:21(1", "gdpr:21 (1)", "gdpr:12-14(1)", "gdpr:12-", "law:DE/BDSG", "law:DE/BDSG/§ 40", "case:",
      "case:C-252/21#", "case:C-252/21#1-2-3", "regulation:1182/71", "recital:0", "recital:174", "http://x", "21(1)",
      "gdpr:21(1-2)(a)", "gdpr:21()",
    ])
  func whatIsNoReferenceIsNone(text: String) {
    #expect(Citation(text) == nil)
  }

  @Test(
    arguments: [
      ("case:C-252/21#106", false), ("case:C-252/21#117", true), ("case:C-252/21#123", true),
      ("case:C-446/21#64-65", true), ("case:C-492/23#99", true),
      ("case:C-621/22#49", false),
      ("case:C-621/22#51-53", true), ("case:C-26/22#110-112", false), ("decision:HDPA-54-2024", true),
    ])
  func saysWhereOnlyAnAnalogyHolds(reference: String, needsAnalogy: Bool) throws {
    let citation = try #require(Citation(reference))
    let text = try casebook.register(for: [citation]).text(of: citation, in: try casebook.language("en"))
    #expect(text?.needsAnalogy == needsAnalogy)
  }
}
