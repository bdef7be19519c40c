import Casebook
import Checking
import Evidence
import Matter
import Templates

extension Preparation {
  /// Whether the text cites every exhibit, and every annex it cites is there.
  ///
  /// - Parameter exhibits: all of the brief's evidence; where some of it could not be read, nothing can be told.
  public func citationFindings(of brief: Brief, _ exhibits: [Exhibit]) -> [Finding] {
    guard brief.kind.hasAnnexes, exhibits.count == brief.matter.evidence.count else { return [] }
    let roles = CitedRoles(brief.matter)
    let shown = roles.all(exhibits)
    let values = Values(brief, roles: shown, originals: brief.channel?.originals ?? .none, preparation: self)
    // What else is wrong with a template is said with its place when the text is made.
    guard let cited = try? templates.render(values.scope).citedRoles else { return [] }
    let absent = cited.subtracting(shown).sorted()
    return exhibits.filter { !cited.contains(roles.name(of: $0)) }.map {
      .exhibitUncited(field: "evidence.\($0.number)")
    } + absent.map { .citedWithoutExhibit(role: $0) }
  }
}
