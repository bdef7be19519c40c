import ArgumentParser
import Casebook
import LocalWorld
import Messages
import Rows

/// Proposes a mapping for a table.
struct ColumnsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "columns", abstract: Wording.Help.columns, discussion: Wording.Help.columnsDiscussion)

  @Argument(help: ArgumentHelp(Wording.Help.table, valueName: "people.csv"), completion: .file(extensions: ["csv"]))
  var table: String
  @Option(name: .long, help: ArgumentHelp(Wording.Help.encoding, valueName: "name"))
  var encoding: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.campaign, valueName: "name"))
  var campaign: String?
  @OptionGroup var data: DataOptions

  func run() throws {
    let interface = try data.interface()
    let source = try TableOptions.source(table, in: interface)
    let words = try TableOptions.words(try data.folder())
    let casebook = try data.casebook()
    let digits = try opening { try casebook.postcodeDigits() }
    let chosen = try opening { try casebook.campaign(campaign ?? chosenCampaign(in: casebook)) }
    let proposal: ColumnProposal
    do {
      proposal = try ColumnProposal(
        source, words: words, digits: digits, encoding: try TableOptions.encoding(encoding),
        needs: Column.mandatory(asking: chosen.accountFacts))
    } catch let fault as TableFault {
      throw TableOptions.failure(fault, in: interface)
    }
    guard proposal.hasHeader else { throw TableOptions.failure(.noHeader, in: interface) }
    let text = proposal.yaml { remark in
      switch remark {
      case .head: interface.text(.mapHead)
      case .missing: interface.text(.mapMissingColumns)
      case .ignored: interface.text(.mapIgnored)
      case .values(let kinds): interface.text(.mapValues, .term(kinds))
      case .dayOrMonth(let forms): interface.text(.mapDayOrMonth, .term(forms))
      }
    }
    guard Terminal.writeBytes(Array(text.utf8)) else {
      throw Failure(.failure, Wording.outputClosed, hint: Wording.outputClosedHint)
    }
  }
}
