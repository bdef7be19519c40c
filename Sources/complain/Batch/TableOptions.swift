import ArgumentParser
import Casebook
import Checking
import ComplaintKit
import Glibc
import LocalWorld
import Matter
import Messages
import Records
import Rows

/// A table of many people and how it is read; the same for every command that reads one.
struct TableOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(Wording.Help.table, valueName: "people.csv"), completion: .file(extensions: ["csv"]))
  var table: String
  @Option(name: .long, help: ArgumentHelp(Wording.Help.map, valueName: "columns.yaml"))
  var map: String?
  @Option(
    name: .long, help: ArgumentHelp(Wording.Help.fix, valueName: "fix.csv"), completion: .file(extensions: ["csv"]))
  var fix: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.evidenceFolder, valueName: "folder"), completion: .directory)
  var evidence: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.encoding, valueName: "name"))
  var encoding: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.campaign, valueName: "name"))
  var campaign: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.date, valueName: "yyyy-mm-dd"))
  var date: String?
  @Option(name: .long, help: ArgumentHelp(Wording.Help.workers, valueName: "N"))
  var workers: Int?

  /// What paths of evidence are relative to: as asked for, else the folder of the table.
  var evidenceFolder: String { evidence ?? MatterOptions.folder(of: table) }

  /// How many threads check rows: as asked for, else one a core.
  var threads: Int { workers ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// An encoding by the name that was given.
  static func encoding(_ name: String?) throws -> TableEncoding? {
    guard let encoding = name else { return nil }
    guard let known = TableEncoding(name: encoding) else {
      throw Failure(.usage, Wording.encodingUnknown, hint: Wording.encodingHint)
    }
    return known
  }

  /// A file that is read in pieces; whether it can be opened shows at once.
  static func source(_ path: String, in interface: Interface) throws -> RowSource {
    do { _ = try ChunkedFile(path) } catch {
      throw Failure(.data, [interface.message(.tableMissing, hint: .tableMissingHint)], in: interface)
    }
    return RowSource {
      let file = try ChunkedFile(path)
      return { try file.next($0) }
    }
  }

  /// The mapping: a file, or one that comes with the program.
  func columnMap(_ data: DataFolder, in interface: Interface) throws -> ColumnMap {
    guard let map else { return .none }
    let isName = map.utf8.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) }
    let shipped = isName && !InputFile.exists(map) ? data.read("locales/maps/\(map).yaml") : nil
    guard let bytes = shipped ?? (try? InputFile.read(map, limit: 1 << 20)),
      let text = String(validating: bytes, as: UTF8.self)
    else {
      throw Failure(.data, [interface.message(.mapMissing, hint: .mapMissingHint)], in: interface)
    }
    do throws(RecordProblems) {
      return try ColumnMap(text, name: "the mapping")
    } catch {
      let findings = try interface.worded(error.problems.map { Finding(of: $0) })
      throw Failure(
        .data, findings.map { .init(text: interface.text($0), hint: $0.hint) }, in: interface)
    }
  }

  /// The table, or the findings that say why there is none.
  ///
  /// - Parameter facts: what the campaign asks of an account.
  func open(_ data: DataFolder, asking facts: [AccountFact], in interface: Interface) throws -> RowTable {
    let source = try Self.source(table, in: interface)
    let map = try columnMap(data, in: interface)
    let corrections = try fix.map { try Self.source($0, in: interface) }
    do {
      return try RowTable(
        source, map: map, encoding: try Self.encoding(encoding), corrections: corrections,
        needs: Column.mandatory(asking: facts))
    } catch let fault as TableFault {
      throw Self.failure(fault, in: interface)
    }
  }

  static func failure(_ fault: TableFault, in interface: Interface) -> Failure {
    var finding = (try? interface.worded([fault.finding]).first) ?? fault.finding
    // The message names the row itself.
    finding.line = nil
    return Failure(.data, interface.text(finding), hint: finding.hint, in: interface)
  }

  /// What columns are called in every language there is.
  static func words(_ data: DataFolder) throws -> [ColumnWords] {
    try data.names(in: "locales/columns").filter { $0.hasSuffix(".yaml") }.map { name in
      let path = "locales/columns/\(name)"
      let text = String(decoding: data.read(path) ?? [], as: UTF8.self)
      do throws(RecordProblems) {
        return try ColumnWords(text, name: path)
      } catch {
        throw Failure(.failure, error.problems.map { .init(text: $0.description, hint: $0.hint) })
      }
    }
  }
}

extension Finding {
  /// A problem of a record as a finding.
  init(of problem: RecordProblem) {
    self.init(
      code: "map.format", severity: .error, field: problem.path, wording: problem.wording, advice: problem.advice,
      line: problem.line > 0 ? problem.line : nil)
  }
}

extension Interface {
  /// A line about tables.
  func text(_ line: BatchLine, _ parameters: Message.Parameter...) -> String { text(line, parameters) }

  /// A line about tables.
  func text(_ line: BatchLine, _ parameters: [Message.Parameter]) -> String {
    worded(Message(code: line.rawValue, pattern: line.english, parameters: parameters))
  }

  /// A line about tables with what to do about it.
  func message(_ line: BatchLine, hint: BatchLine) -> Failure.Message {
    .init(text: text(line), hint: text(hint))
  }
}
