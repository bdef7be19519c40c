import ArgumentParser
import Casebook

/// Writes the form by which a person mandates an organisation (Article 80(1) GDPR).
struct MandateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mandate", abstract: Wording.Help.mandate, discussion: Wording.Help.mandateDiscussion)

  @OptionGroup var options: MatterOptions
  @OptionGroup var form: FormOptions

  func run() throws { try form.write(DocumentKind.mandate, with: options) }
}

/// Writes the page that a person signs and sends back to the organisation that helps.
struct SignaturePageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signature-page", abstract: Wording.Help.signaturePage,
    discussion: Wording.Help.signaturePageDiscussion)

  @OptionGroup var options: MatterOptions
  @OptionGroup var form: FormOptions

  func run() throws { try form.write(DocumentKind.signaturePage, with: options) }
}
