import Casebook
import Checking
import Matter

/// START-HERE.html: what to do with the complaint, in the person's language.
struct StartPage {
  let kit: KitContents
  /// The message; nil where the authority takes none.
  let email: FilingEmail?
  /// The names of the kit's files with what each of them is.
  let files: [(name: String, what: String)]

  var page: HTMLPage {
    var fields = Fields()
    let reference = kit.brief.matter.printedReference
    let organisation = kit.brief.matter.representing?.organisation
    let meant = organisation.map { HTML.paragraph(words(.startRepresents, ["organisation": $0.name])) }
    let body: [HTML] =
      [.h1(words(.startHeading))] + [meant].compactMap(\.self) + [
        questions,
        .paragraph(words(.startIntro, ["authority": kit.authorityName, "reference": reference])),
      ] + reading + filing(&fields) + day + following + storage + authors
    return HTMLPage(
      language: kit.wording.tag, title: words(.startTitle, ["reference": reference]), body: body)
  }

  func words(_ key: KitText, _ values: [String: String] = [:]) -> String { kit.wording.text(key, values) }

  private var controller: String { kit.brief.controller.name }

  /// The four things everybody asks before signing.
  private var questions: HTML {
    let declarations = kit.brief.matter.declarations
    let learns: KitText =
      declarations.forwardToController != true
      ? .controllerNothing : declarations.groundsConfidential == true ? .controllerNotGrounds : .controllerAll
    let lines: [(String, KitText)] = [
      (words(.costLabel), .cost), (words(.lawyerLabel), .lawyer),
      (words(.controllerLabel, ["controller": controller]), learns), (words(.timeLabel), .time),
    ]
    return .element(
      .ul, [.class("facts")],
      lines.map { .element(.li, [], [.strong($0.0), .text(" " + words($0.1))]) })
  }

  private var reading: [HTML] {
    let signature: KitText =
      switch kit.brief.country.signature.need {
      case .none: .signatureNone
      case .handwritten: .signatureHandwritten
      case .qualified: .signatureQualified
      }
    var body: [HTML] = [
      .h2(words(.readHeading)), .paragraph(words(.readText, ["complaint": KitFileName.complaint])),
      .paragraph(words(signature)),
    ]
    if kit.brief.matter.representative != nil { body.append(.paragraph(words(.signatureRepresentative))) }
    return body
  }

  /// Dates that run from filing cannot be known before: the page names the command that computes them.
  private var day: [HTML] {
    guard let matter = kit.matterName else { return [.h2(words(.dayHeading)), .paragraph(words(.dayNoFile))] }
    return [
      .h2(words(.dayHeading)), .paragraph(words(.dayText)),
      .paragraph([.code("complain filed \(matter) --on \(words(.dayFormat))")]), .paragraph(words(.dayWhy)),
    ]
  }

  private var following: [HTML] {
    var paragraphs = [words(.nextReceipt, ["reference": kit.brief.matter.printedReference])]
    if let establishment = kit.establishment {
      paragraphs.append(words(.nextNational, ["establishment": establishment, "controller": controller]))
    }
    if let lead = kit.lead {
      paragraphs.append(words(lead.isOwn ? .nextLeadSame : .nextLead, ["lead": lead.name]))
    }
    paragraphs += [
      words(.nextQuestions), words(.nextEvidence, ["controller": controller]), words(.nextSilence),
    ]
    return [.h2(words(.nextHeading))] + paragraphs.map { .paragraph($0) }
  }

  private var storage: [HTML] {
    var body: [HTML] = [
      .h2(words(.storedHeading)), .paragraph(words(.storedHere)),
      .bullets(files.map { .paragraph([.strong($0.name), .text(": " + $0.what)]) }),
    ]
    guard let matter = kit.matterName, let record = kit.recordName else {
      return body + [.paragraph(words(.storedAlone))]
    }
    body += [
      .paragraph(words(.storedBeside, ["matter": matter, "record": record])),
      .paragraph([.code("complain where \(matter)")]), .paragraph(words(.storedForget)),
      .paragraph([.code("complain forget \(matter)")]), .paragraph(words(.storedKept)),
    ]
    return body
  }

  private var authors: [HTML] {
    let isReviewed = kit.wording.isReviewed && kit.brief.language.status == .reviewed
    let languages = [
      "document_language": kit.brief.language.nameInBrackets, "page_language": kit.language.nameInBrackets,
    ]
    let asOf = ["controller": controller, "date": kit.dates.text(kit.brief.campaign.asOf)]
    return [
      .h2(words(.authorHeading)),
      .paragraph(words(isReviewed ? .authorReviewed : .authorMachine, languages)),
      .paragraph(words(.authorAsOf, asOf)), .paragraph(words(.authorAdvice)),
    ]
  }
}
