import Evidence
import Matter
import Messages

/// Looks into files for the person they belong to.
public struct EvidenceInspector: Sendable {
  private let maker: ExhibitMaker
  private let world: any World

  /// Makes an inspector.
  ///
  /// - Throws: `PreparationError` when the tool itself lacks something.
  public init(world: any World) throws(PreparationError) {
    self.world = world
    // As an authority would get it that takes originals: only then it matters what they hold beside the picture.
    var maker = ExhibitMaker(
      wording: try DataFiles(world: world).exhibitWording(tag: "en"), originals: .embed, documentDate: .earliest,
      dateText: { "\($0)" }, canShow: { _ in true }, convert: world.convert)
    maker.unpacksPictures = true
    self.maker = maker
  }

  /// What is in a file; findings call it `file.NUMBER`.
  ///
  /// - Throws: why the file cannot be read.
  public func inspection(of path: String, number: Int) throws(EvidenceProblem) -> Inspection {
    let field = "file.\(number)"
    let file: EvidenceFile
    do throws(EvidenceObstacle) {
      file = try world.evidence(path, limit: maker.limits.fileBytes)
    } catch {
      throw EvidenceProblem(error, field: field, limit: maker.limits.fileBytes)
    }
    guard !file.bytes.isEmpty else { throw .empty(field: field) }
    return Inspection(file, name: path, field: field, maker: maker) { record in
      try? world.evidence(ExhibitMaker.keyFile(record, beside: path), limit: ExhibitMaker.keyLimit).bytes
    }
  }
}
