/// Divides a column of slabs into pages.
///
/// A page takes what fits; where it may not end there, it ends earlier. Which places are allowed is decided where the
/// slabs are made: no first or last line of a paragraph alone, no heading without two lines of what it heads. A footnote
/// takes the foot of the page its mark is on and is divided only where a page could otherwise hold nothing.
struct PageBreaker {
  /// A footnote's lines.
  struct Note {
    var lines: Int
    var leading: Double
    var before: Double
  }

  let slabs: [Slab]
  let notes: [Note]
  /// Where text begins on the first page.
  let firstTop: Double
  let top: Double
  let bottom: Double
  /// Where text begins on the pages of each annex.
  let annexTops: [Double]

  /// The pages.
  func pages() -> [PagePlan] {
    var plans: [PagePlan] = []
    var start = 0
    var carried: [PagePlan.NotePart] = []
    repeat {
      let annex = start < slabs.count ? slabs[start].annex : plans.last?.annex ?? -1
      let pageTop = plans.isEmpty ? firstTop : annex >= 0 ? annexTops[annex] : top
      var plan = PagePlan(slabs: start..<start, annex: annex, top: pageTop)
      plan.keepsFirstSpace = plans.isEmpty && firstTop > top
      if annex >= 0 { plan.annexPage = plans.last?.annex == annex ? (plans.last?.annexPage ?? 0) + 1 : 1 }
      fill(&plan, carried: &carried)
      // an empty first page would only mean that its upper part is taken; any other is a slab larger than a page
      if plan.slabs.isEmpty && plan.notes.isEmpty && !plans.isEmpty && start < slabs.count {
        plan.slabs = start..<(start + 1)
      }
      start = plan.slabs.upperBound
      plans.append(plan)
    } while start < slabs.count || !carried.isEmpty
    return plans
  }

  private func fill(_ plan: inout PagePlan, carried: inout [PagePlan.NotePart]) {
    let available = bottom - plan.top
    let start = plan.slabs.lowerBound
    var noteHeight = 0.0
    take(&carried, into: &plan, height: &noteHeight, available: available)
    var used = 0.0
    var best = start
    var bestCost = Double.infinity
    var index = start
    while index < slabs.count {
      let slab = slabs[index]
      if index > start, slab.startsPage {
        best = index
        bestCost = -1
        break
      }
      if index > start, slab.mayBreakBefore {
        let cost = available - used - noteHeight + slab.breakCost
        if cost <= bestCost {
          best = index
          bestCost = cost
        }
      }
      let before = index > start || plan.keepsFirstSpace ? slab.before : slab.repeatedHead
      let added = height(ofNotes: slab.notes, isFirst: noteHeight == 0)
      let room = available - used - noteHeight - added
      var height = slab.height
      if slab.leastHeight < slab.height {
        // a picture is scaled to what is left, if what must stay with it goes under it
        let left = room - before - self.height(after: index)
        if height > left, slab.leastHeight <= left {
          height = left
          plan.scaled[index] = left
        }
      }
      if before + height > room + 0.01 {
        let isHuge = added > 0.5 * available
        if bestCost == .infinity || isHuge, before + height <= available - used - noteHeight + 0.01 {
          // nothing may end earlier, or no page would be better: the notes are divided
          var rest = slab.notes.map { PagePlan.NotePart(note: $0, lines: 0..<notes[$0].lines) }
          for slab in slabs[start..<index] { appendNotes(slab, to: &plan) }
          take(&rest, into: &plan, height: &noteHeight, available: available - used - before - height)
          carried += rest
          plan.slabs = start..<(index + 1)
          return
        }
        break
      }
      used += before + height
      noteHeight += added
      index += 1
    }
    // where no end is allowed, what fits stays
    if index == slabs.count || bestCost == .infinity { best = index }
    plan.slabs = start..<best
    plan.scaled = plan.scaled.filter { $0.key < best }
    for slab in slabs[start..<best] { appendNotes(slab, to: &plan) }
  }

  /// The height of what may not go over to the next page without a slab.
  private func height(after index: Int) -> Double {
    var height = 0.0
    var next = index + 1
    while next < slabs.count, !slabs[next].mayBreakBefore, !slabs[next].startsPage {
      height += slabs[next].before + slabs[next].height
      next += 1
    }
    return height
  }

  private func appendNotes(_ slab: Slab, to plan: inout PagePlan) {
    for note in slab.notes { plan.notes.append(PagePlan.NotePart(note: note, lines: 0..<notes[note].lines)) }
  }

  private func height(ofNotes range: Range<Int>, isFirst: Bool) -> Double {
    guard !range.isEmpty else { return 0 }
    var height = isFirst ? PageGeometry.noteRuleBefore + PageGeometry.noteRuleAfter : 0
    for note in range { height += notes[note].before + Double(notes[note].lines) * notes[note].leading }
    return height
  }

  /// Takes as many lines of waiting notes as there is room for.
  private func take(
    _ waiting: inout [PagePlan.NotePart], into plan: inout PagePlan, height: inout Double, available: Double
  ) {
    while let part = waiting.first {
      let note = notes[part.note]
      let rule = height == 0 ? PageGeometry.noteRuleBefore + PageGeometry.noteRuleAfter : 0
      let room = available - height - rule - note.before
      let count = min(part.lines.count, Int((room + 0.01) / note.leading))
      guard count > 0 else { return }
      let middle = part.lines.lowerBound + count
      plan.notes.append(PagePlan.NotePart(note: part.note, lines: part.lines.lowerBound..<middle))
      height += rule + note.before + Double(count) * note.leading
      if middle == part.lines.upperBound {
        waiting.removeFirst()
      } else {
        waiting[0].lines = middle..<part.lines.upperBound
        return
      }
    }
  }
}
