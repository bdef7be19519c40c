/// A face's place in the library: small, dense, stable.
public struct FaceID: Hashable, Sendable, RawRepresentable {
  /// The place.
  public let rawValue: UInt8
  /// Names the face at a place.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// The glyphs a document draws, by face, with the characters each stands for.
public struct GlyphUsage: Sendable {
  /// For each face, the characters of each glyph.
  public var characters: [FaceID: [UInt16: String]]
  /// Makes a usage.
  public init(characters: [FaceID: [UInt16: String]] = [:]) { self.characters = characters }
}
