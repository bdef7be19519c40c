import CHarfBuzz

/// The faces a document is set in, and those that stand in for characters these lack: immutable, shared by all workers.
public struct FontLibrary: Sendable {
  /// A font file by the name its Debian package gives it.
  public struct Entry: Hashable, Sendable {
    /// The path under the folder of TrueType fonts, such as `gentiumplus/GentiumBookPlus-Regular.ttf`.
    public let path: String
    /// The Debian package.
    public let package: String
  }

  private let primaryFaces: [FontFace]
  let fallbackFaces: FallbackFaces
  /// What of ASCII the face of the text shows.
  let plain: (low: UInt64, high: UInt64)

  /// Takes faces that are open already.
  ///
  /// - Parameters:
  ///   - primary: the eight faces in the order of `FaceID`.
  ///   - fallbacks: the stand-ins, the preferred ones first.
  public init(primary: [FontFace], fallbacks: [FontFace] = []) {
    precondition(primary.count == FaceID.primary.count, "eight faces are needed")
    primaryFaces = primary
    plain = Self.plain(primary[FaceID.serif.index])
    fallbackFaces = FallbackFaces(fallbacks.map { .open($0) })
  }

  /// Opens the fonts of the house; the stand-ins wait until a character needs them.
  ///
  /// - Parameter folder: where Debian puts TrueType fonts, `/usr/share/fonts/truetype`.
  /// - Throws: `FontError` naming every one of the eight that is missing or unfit, and its package.
  public init(folder: String) throws(FontError) {
    var faces: [FontFace] = []
    var problems: [FontProblem] = []
    for entry in Self.primary {
      do throws(FontError) {
        faces.append(try FontFace(.file("\(folder)/\(entry.path)"), package: entry.package))
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else { throw FontError(problems: problems) }
    primaryFaces = faces
    plain = Self.plain(faces[FaceID.serif.index])
    fallbackFaces = FallbackFaces(
      Self.fallbacks.map { .file(path: "\(folder)/\($0.path)", package: $0.package) })
  }

  /// The face of an identifier this library gave.
  public subscript(id: FaceID) -> FontFace {
    guard id.isFallback else { return primaryFaces[id.index] }
    // a stand-in that has been chosen for a character is open
    return fallbackFaces[id.index - primaryFaces.count] ?? primaryFaces[0]
  }

  /// How many faces there are, stand-ins included: one more than the highest `FaceID.index`.
  public var count: Int { primaryFaces.count + fallbackFaces.count }

  /// The eight faces of every document.
  public static let primary: [Entry] =
    ["Regular", "Bold", "Italic", "BoldItalic"]
    .map { Entry(path: "gentiumplus/GentiumBookPlus-\($0).ttf", package: "fonts-sil-gentiumplus") }
    + ["Regular", "Bold", "Italic", "BoldItalic"]
    .map { Entry(path: "crosextra/Carlito-\($0).ttf", package: "fonts-crosextra-carlito") }

  /// The stand-ins for scripts and signs beyond Latin, Greek and Cyrillic, in the order they are asked.
  ///
  /// DejaVu has Arabic, Hebrew, Armenian, Georgian and most signs; the rest is only wanted by who has such names.
  public static let fallbacks: [Entry] =
    [Entry(path: "dejavu/DejaVuSans.ttf", package: "fonts-dejavu-core")]
    + [
      "NotoNaskhArabic", "NotoSerifDevanagari", "NotoSerifBengali", "NotoSerifGujarati", "NotoSerifGurmukhi",
      "NotoSerifTamil", "NotoSerifTelugu", "NotoSerifKannada", "NotoSerifMalayalam", "NotoSerifSinhala",
      "NotoSerifThai", "NotoSerifLao", "NotoSerifKhmer", "NotoSerifMyanmar", "NotoSerifEthiopic", "NotoSerifTibetan",
      "NotoSansSymbols2",
    ].map { Entry(path: "noto/\($0)-Regular.ttf", package: "fonts-noto-core") }
}
