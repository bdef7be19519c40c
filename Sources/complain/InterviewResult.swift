import Casebook
import Checking
import ComplaintKit
import Digests
import Document
import FilingKit
import Interview
import LocalWorld
import Matter
import Storage

extension InterviewSession {
  /// Writes the matter: in place of the one that was opened, else under the next free name.
  ///
  /// - Returns: where it is, and what stands in it.
  func write(_ matter: Matter, _ script: Script, at path: String?) throws -> (file: String, yaml: String) {
    let yaml = MatterWriter.yaml(matter, remarks: .init(script))
    do throws(OutputFile.Failure) {
      let file = try OutputFile.write(
        Array(yaml.utf8), to: path ?? Self.matterName, collision: path == nil ? .suffix : .overwrite)
      Page.write(script.text(.written, ["file": OutputFile.absolute(file)]))
      return (file, yaml)
    } catch {
      throw unsaved(script)
    }
  }

  /// Checks the matter and drafts the complaint: what a person is left with, in their language.
  func finish(_ interview: Interview, _ yaml: String, at file: String) throws {
    let script = interview.context.script
    let world = LocalWorld(folder: folder, evidenceFolder: MatterOptions.folder(of: file))
    let examination = try preparing {
      try Examination(of: yaml, name: Wording.matterFile, wishes: .init(date: date), world: world)
    }
    let findings = try PlainFindings(script: script, interface: interface).lines(examination.findings)
    if !findings.isEmpty {
      Terminal.write("")
      Page.write(script.text(.checked))
      findings.forEach { Page.write($0) }
    }
    let edit = "complain edit \(file)"
    guard let brief = examination.brief, let preparation = examination.preparation else {
      Terminal.write("")
      Page.write(script.text(.notDrafted, ["command": edit]))
      throw Failure(.data, [])
    }
    if progress == .lines {
      Terminal.write("")
      Page.write(script.text(.drafting))
    }
    let wanted = "complaint-\(brief.country.code).pdf"
    let draft = try preparing {
      try Drafter(preparation).draft(brief, exhibits: examination.exhibits) { OutputFile.begun(wanted) }
    }
    let output = try DocumentOutput(
      draft, of: brief, exhibits: examination.exhibits, to: wanted, collision: .suffix,
      matter: file, world: world, interface: interface)
    let copy = try readingCopy(yaml, brief, world, beside: file)
    Terminal.write("")
    let written = DocumentWriter.Written(
      brief: brief, draft: draft, file: output.path, originals: output.originals)
    Summary(written, by: interview.filing, in: interface).lines.forEach { Page.write($0) }
    if let copy { Page.write(script.text(.summaryCopy, ["file": OutputFile.absolute(copy)])) }
    Page.write(script.text(.summaryChange, ["command": edit]))
  }

  /// The complaint in the person's language, for a person who may not read the authority's; nil if that is the same.
  ///
  /// In English where what the country's law adds is not written in the person's language.
  private func readingCopy(_ yaml: String, _ brief: Brief, _ world: LocalWorld, beside matter: String) throws -> String?
  {
    let written = try opening(.failure) { try Casebook(world: world).languagesOfText(in: brief.country.code) }
    let own = interface.language.rawValue
    let language = written.contains(own) ? own : InterfaceLanguage.english.rawValue
    guard ![own, language].contains(String(brief.language.tag.prefix { $0 != "-" })) else { return nil }
    let examination = try preparing {
      try Examination(
        of: yaml, name: Wording.matterFile, wishes: .init(date: date, language: language), world: world)
    }
    guard let brief = examination.brief, let preparation = examination.preparation else { return nil }
    let wanted = "reading-copy-\(brief.country.code)-\(language).pdf"
    let draft = try preparing {
      try Drafter(preparation).draft(brief, exhibits: examination.exhibits) { OutputFile.begun(wanted) }
    }
    do throws(OutputFile.Failure) {
      let path = try OutputFile.write(draft.content, to: wanted, collision: .suffix)
      // It is no complaint that could be filed, and it holds as much of the person.
      MatterRecord.note(beside: matter, in: interface) { record in
        [record.entry(path, .copy, sha256: try draft.content.sha256().hexadecimal)]
      }
      return path
    } catch {
      throw Failure(error, in: interface)
    }
  }
}

/// Findings in a person's words: what they are about is named as the interview names it, never by a field.
struct PlainFindings {
  let script: Script
  let interface: Interface

  /// One or two lines a finding: severity as a word, what it is about, what is to be known, then what helps.
  ///
  /// Notes ask for nothing; `complain check` has them.
  func lines(_ findings: [Finding]) throws -> [String] {
    try interface.worded(findings.filter { $0.severity > .note }).flatMap { finding -> [String] in
      let severity: Line = finding.severity == .error ? .error : .warning
      let about = label(finding.field).map { " \($0):" } ?? ""
      let line = "\(interface.label(severity))\(about) \(finding.message)"
      guard let hint = finding.hint, !Self.namesFields(hint) else { return [line] }
      return [line, "\(interface.label(.hint)) \(hint)"]
    }
  }

  /// Whether advice is for somebody who writes the file: it names keys and words of the schema, or options.
  ///
  /// Who was asked changes an answer with `edit`, and need not know them.
  private static func namesFields(_ hint: String) -> Bool {
    hint.contains("_") || hint.contains("--") || hint.contains("`")
      || hint.firstMatch(of: /(^|[ (])[a-z]+(\.[a-z]+)*: ?[a-z\[]/) != nil
      || hint.firstMatch(of: /[a-z]\.[a-z]{3}/) != nil
  }

  /// The question that a field answers, as the read-back calls it.
  private func label(_ field: String) -> String? {
    guard let key = QuestionKey(field) else { return nil }
    return script.words(key.id).label.replacing("{number}", with: key.number.map { String($0) } ?? "")
  }
}
