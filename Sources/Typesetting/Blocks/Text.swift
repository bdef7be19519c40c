import Document
import Fonts

extension DocumentSetter {
  /// Sets a paragraph and adds its lines as slabs.
  ///
  /// - Returns: the place of its first slab.
  @discardableResult
  mutating func addText(
    _ content: [Inline], _ style: TextStyle, _ frame: Frame, element: Int, language: LanguageTag? = nil,
    hanging: FlowParagraph.Hanging? = nil, noteParent: Int? = nil
  ) -> Int {
    let paragraph = addParagraph(
      content, style, x: frame.x, width: frame.width, element: element, language: language ?? frame.language,
      hanging: hanging, noteParent: noteParent)
    let set = paragraphs[paragraph].set
    let first = slabs.count
    let lines = set.lineCount
    var note = paragraphs[paragraph].firstNote
    for line in 0..<lines {
      var slab = Slab(.line(paragraph: paragraph, line: line), height: style.leading)
      // one line alone at a page's foot or head looks lost
      slab.mayBreakBefore = line == 0 || (line != 1 && line != lines - 1)
      let begin = note
      while note - paragraphs[paragraph].firstNote < set.marks.count,
        set.marks[note - paragraphs[paragraph].firstNote].line == line
      {
        notes[note].slab = first + line
        note += 1
      }
      slab.notes = begin..<note
      if line == 0 { slab.before = style.spaceBefore }
      addSlab(slab, isFirst: line == 0)
    }
    return first
  }

  /// Adds a slab; the first of a block takes the white and the ties that were asked for.
  mutating func addSlab(_ slab: Slab, isFirst: Bool) {
    var slab = slab
    slab.annex = annex
    if linesToKeep > 0 {
      slab.mayBreakBefore = false
      if case .figure = slab.content { linesToKeep = 0 } else { linesToKeep -= 1 }
    }
    if isFirst {
      if let before = nextBefore { slab.before = before }
      slab.before = max(slab.before, leastBefore)
      nextBefore = nil
      leastBefore = 0
      if staysWithPrevious { slab.mayBreakBefore = false }
      staysWithPrevious = false
      slab.breakCost += addCost
      addCost = 0
      if startsPage {
        slab.startsPage = true
        slab.mayBreakBefore = true
        startsPage = false
      }
    }
    slabs.append(slab)
  }

  /// Sets a paragraph without giving it a place in the column.
  mutating func addParagraph(
    _ content: [Inline], _ style: TextStyle, x: Double, width: Double, element: Int, language: LanguageTag? = nil,
    hanging: FlowParagraph.Hanging? = nil, noteParent: Int? = nil
  ) -> Int {
    let hasNotes = content.hasFootnote
    let set = setter.set(
      content, style, language ?? self.language, width: width, firstNote: hasNotes ? notes.count + 1 : 0)
    use(set)
    let number = paragraphs.count
    paragraphs.append(FlowParagraph(set: set, element: element, x: x, hanging: hanging))
    if content.count == 1, case .pageNumber(let identifier) = content[0] {
      pageReferences.append(PageReference(paragraph: number, identifier: identifier, width: width))
    }
    if hasNotes {
      paragraphs[number].firstNote = notes.count
      // the notes of this paragraph are numbered before any note within a note could be
      let first = notes.count
      for mark in set.marks {
        notes.append(
          FlowNote(
            paragraph: -1, slab: slabs.count, number: notes.count + 1, content: mark.footnote.content,
            inParagraph: paragraphNumber))
      }
      for (index, mark) in set.marks.enumerated() {
        addNote(
          mark.footnote, number: first + index, under: noteParent ?? elements[element].parent ?? 0)
      }
    }
    return number
  }

  /// Records what a set paragraph draws and what it could not.
  mutating func use(_ set: SetParagraph) {
    usage.add(set, from: resources.fonts)
    for missing in set.missing {
      problems.append(
        TypesettingProblem(
          .missingCharacter(missing.character.scalar, package: missing.character.package), place: place))
    }
  }

  /// A number or label, drawn before a first line and followed by a real space.
  mutating func label(_ text: String, _ style: TextStyle) -> GlyphRun? {
    let set = setter.label(text, style, language)
    use(set)
    return set.pieces.first?.run
  }

  private mutating func addNote(_ footnote: Footnote, number: Int, under parent: Int) {
    let element = addElement(.note, under: parent)
    elements[element].identifier = "note-\(number + 1)"
    let label = addElement(.label, under: element)
    let link = addElement(.link, under: label)
    path.append("footnote \(number + 1)")
    let run = self.label(String(number + 1), .noteNumber)
    let paragraph = addParagraph(
      footnote.content, .note, x: PageGeometry.left + PageGeometry.noteIndent,
      width: PageGeometry.measure - PageGeometry.noteIndent, element: element, noteParent: element)
    path.removeLast()
    if let run {
      paragraphs[paragraph].hanging = FlowParagraph.Hanging(
        run: run, x: PageGeometry.left, element: link, note: number)
    }
    notes[number].paragraph = paragraph
  }

  /// The width of a run without its last space, in points.
  func inkWidth(_ run: GlyphRun) -> Double {
    run.width - Double(run.glyphs.last?.advance ?? 0) * run.size / 1000
  }
}

extension [Inline] {
  /// Whether a footnote's mark stands in it.
  var hasFootnote: Bool {
    contains { inline in
      switch inline {
      case .footnote: true
      case .emphasis(let content), .strong(let content), .foreign(_, let content): content.hasFootnote
      case .link(let link): link.content.hasFootnote
      case .text, .literal, .lineBreak, .pageNumber: false
      }
    }
  }
}
