import ArgumentParser
import Batch
import LocalWorld
import Matter
import Messages

/// How complaints of a batch are written; none of it goes with `--check`.
struct WritingOptions: ParsableArguments {
  @Flag(name: .long, help: ArgumentHelp(Wording.Help.resumeBatch))
  var resume = false
  @Option(name: .long, help: ArgumentHelp(Wording.Help.batchProgress, valueName: "bar|lines|none"))
  var progress: Progress.Form?
  @Flag(name: .long, help: ArgumentHelp(Wording.Help.byAuthority))
  var byAuthority = false
  @Flag(name: .long, help: ArgumentHelp(Wording.Help.kits))
  var kit = false
  @Flag(name: .long, help: ArgumentHelp(Wording.Help.zip))
  var zip = false
  @Flag(name: .long, help: ArgumentHelp(Wording.Help.merge))
  var merge = false
  @Option(name: .long, help: ArgumentHelp(Wording.Help.shard, valueName: "i/n"))
  var shard: String?
  @Flag(name: .long, help: ArgumentHelp(Wording.Help.noHyphenation))
  var noHyphenation = false

  var layout: BatchWriting.Layout { .init(byAuthority: byAuthority, kits: kit) }

  /// The part this process works on: as asked for, else as a cluster says; `nil` for the whole.
  func part(_ interface: Interface) throws -> Shard? {
    let assigned: Shard?? = shard.map { Shard($0) } ?? Shard.assigned(by: Terminal.environment)
    guard let assigned else { return nil }
    guard let part = assigned else {
      throw Failure(.usage, [interface.message(.shardWrong, hint: .shardWrongHint)], in: interface)
    }
    return part
  }

  func refuseBesideCheck() throws {
    guard !resume, progress == nil, !byAuthority, !kit, !zip, !merge, shard == nil, !noHyphenation else {
      throw Failure(.usage, Wording.checkWritesNothing, hint: Wording.checkWritesNothingHint)
    }
  }

  /// The options with the date of a batch that is gone on with: another day would be another text in every complaint.
  func dated(_ options: TableOptions, by ledger: Ledger, _ interface: Interface) throws -> TableOptions {
    var options = options
    guard options.date == nil, let date = try? ledger.setting("date") else { return options }
    options.date = date
    if CivilDate(date) != MatterOptions.today() {
      Terminal.writeError(
        Terminal.label(interface.label(.note), colour: 36) + " " + interface.text(.dateKept, .term(date)))
    }
    return options
  }
}
