import Document
import Fonts
import Haru
import Typesetting

/// Writes layouts as PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1).
///
/// One for each worker, used for every document; its memory stays flat. The same layout, metadata and attachments give
/// the same bytes, whatever was written before and by whichever worker.
public struct PDFWriter: ~Copyable {
  /// What it shares with the other workers.
  public let resources: PDFResources
  var document: HaruDocument
  /// The pages' content streams, one after the other: as operators, then deflated.
  var content = PDFBuffer(capacity: 1 << 16)
  var packed = PDFBuffer(capacity: 1 << 16)
  /// Where each page ends in `packed`.
  var packedEnds: [Int] = []
  let deflater: Deflater
  var supplements = SupplementCache()
  var streams = DeflatedStreams()

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - resources: for the language of the documents.
  ///   - compression: libdeflate's level for pages, 1 (fast) to 12 (small).
  public init(resources: PDFResources, compression: Int = 1) throws(PDFError) {
    self.resources = resources
    deflater = Deflater(level: Int32(min(max(compression, 1), 12)))
    do throws(HaruError) { document = try HaruDocument() } catch { throw PDFError(error) }
  }

  /// Writes a document into memory.
  ///
  /// - Parameters:
  ///   - layout: runs of it are encoded by `resources.encoder`.
  ///   - metadata: title, producer, date.
  ///   - attachments: files delivered inside, unchanged.
  /// - Throws: `PDFError.nonconforming` with everything that is wrong; nothing is written then.
  public mutating func write(
    _ layout: Layout, metadata: PDFMetadata, attachments: [Attachment] = []
  ) throws(PDFError) -> [UInt8] {
    try assemble(layout, metadata, attachments)
    do throws(HaruError) { return try document.save() } catch { throw PDFError(error) }
  }

  /// Writes a document to an open descriptor; who opened it renames and closes the file.
  ///
  /// - Parameters:
  ///   - layout: runs of it are encoded by `resources.encoder`.
  ///   - metadata: title, producer, date.
  ///   - attachments: files delivered inside, unchanged.
  ///   - descriptor: open for writing.
  /// - Throws: `PDFError.nonconforming` with everything that is wrong; nothing is written then.
  public mutating func write(
    _ layout: Layout, metadata: PDFMetadata, attachments: [Attachment] = [], to descriptor: Int32
  ) throws(PDFError) {
    try assemble(layout, metadata, attachments)
    do throws(HaruError) { try document.save(to: descriptor) } catch { throw PDFError(error) }
  }

  /// libharu's memory, in bytes; for tests that watch it.
  public var heldBytes: Int { document.heldBytes }

  private mutating func assemble(
    _ layout: Layout, _ metadata: PDFMetadata, _ attachments: [Attachment]
  ) throws(PDFError) {
    var checker = ConformanceChecker(layout)
    checker.check(metadata, attachments)
    guard checker.problems.isEmpty else {
      checker.checkDrawings(resources.encoder)
      throw PDFError.nonconforming(checker.problems)
    }
    let contents = writePages(layout)
    guard contents.problems.isEmpty else { throw PDFError.nonconforming(contents.problems) }
    let fonts = try prepareFonts(contents)
    do throws(HaruError) { try build(layout, contents, fonts, metadata, attachments) } catch {
      throw PDFError(error)
    }
  }
}
