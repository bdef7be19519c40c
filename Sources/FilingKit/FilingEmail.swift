import Casebook
import Checking
import Matter

/// The message that carries a complaint to an authority that takes e-mail, in the authority's language.
///
/// Its subject names instrument and reference and nothing else: a subject line is read by many.
struct FilingEmail {
  /// The recipient's address.
  let to: String
  /// The subject.
  let subject: String
  /// The text, paragraphs divided by empty lines.
  let text: String

  init(_ brief: Brief, to address: String, pages: Int, hasOriginals: Bool, wording: KitWording) {
    let matter = brief.matter
    let (person, letter) = (matter.person, brief.language.letter)
    let values = [
      "controller": brief.controller.name, "date": brief.language.dates.text(brief.date),
      "pages": String(pages),
    ]
    to = address
    subject = wording.text(.mailSubject, ["reference": matter.printedReference]).plainlySpaced
    let organisation = matter.representing?.organisation
    let opening: KitText =
      organisation != nil ? .mailRepresents : matter.evidence.isEmpty ? .mailOpeningBare : .mailOpening
    var paragraphs = [letter.salutation, wording.text(opening, values)]
    if hasOriginals { paragraphs.append(wording.text(.mailOriginals)) }
    paragraphs.append(wording.text(.mailReference, ["reference": matter.printedReference]))
    // Only who gave an address can have allowed it to be written to, and not for another.
    if organisation == nil, matter.declarations.mailUnencrypted == true, person.email != nil {
      paragraphs.append(wording.text(.mailUnencrypted))
    }
    let name = organisation?.name ?? matter.representative?.name ?? brief.language.name(of: person)
    paragraphs.append(letter.closing + "\n" + name)
    text = paragraphs.joined(separator: "\n\n").plainlySpaced
  }

  /// The message as three parts to copy, for who reads mail in a browser.
  func plain(_ wording: KitWording) -> String {
    let parts = [(KitText.emailTo, to), (.emailSubject, subject), (.emailText, text)]
    return parts.map { wording.text($0.0) + "\n" + $0.1 }.joined(separator: "\n\n\n") + "\n"
  }
}

extension String {
  /// The text with ordinary spaces: no-break spaces serve pages of ours, not other programs' fields and subject lines.
  var plainlySpaced: String { replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") }
}
