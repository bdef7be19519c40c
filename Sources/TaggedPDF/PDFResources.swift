import Document
import Fonts
import Haru
import Typesetting

/// What all documents in one language share: base fonts and the output intent's profile, deflated once.
///
/// Immutable; every worker has the same one. The base subset is a function of language and face, never of a document.
public struct PDFResources: Sendable {
  /// The language of the documents; only the primary language counts.
  public let language: LanguageTag
  /// Encodes runs for documents in that language; the typesetter's.
  public let encoder: RunEncoder
  let library: FontLibrary
  let profile: [UInt8]
  private let fonts: [EmbeddedFont?]

  /// Cuts and deflates the base fonts.
  ///
  /// - Parameters:
  ///   - library: the faces.
  ///   - language: the language of the documents.
  ///   - outputProfile: an ICC profile for sRGB (Debian: `/usr/share/color/icc/sRGB.icc`).
  /// - Throws: `PDFError.fonts` if a face is damaged, `.nonconforming` if the profile is none for RGB.
  public init(library: FontLibrary, language: LanguageTag, outputProfile: [UInt8]) throws(PDFError) {
    let isProfile = outputProfile.count > 128 && outputProfile[36..<40].elementsEqual("acsp".utf8)
    guard isProfile, outputProfile[16..<20].elementsEqual("RGB ".utf8) else {
      throw PDFError.nonconforming([ConformanceProblem(.outputIntent, at: .document)])
    }
    let deflater = Deflater(level: 9)
    self.library = library
    self.language = language
    profile = deflater.deflated(outputProfile)
    let base = FaceID.primary.map { library.baseRepertoire(language: language.primary, face: $0) }
    encoder = RunEncoder(base: base)
    var fonts: [EmbeddedFont?] = []
    for (face, glyphs) in zip(FaceID.primary, base) {
      do throws(FontError) {
        fonts.append(
          glyphs.isEmpty ? nil : try EmbeddedFont(face, glyphs: glyphs, library: library, deflater: deflater))
      } catch {
        throw PDFError.fonts(error)
      }
    }
    self.fonts = fonts
  }

  /// The base font of a face; nil where it has none.
  func font(of face: FaceID) -> EmbeddedFont? { face.index < fonts.count ? fonts[face.index] : nil }
}
