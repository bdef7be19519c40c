/// What a separate process makes of a file whose format has a history of exploits.
///
/// This module only says what it wants; where and under which limits a program runs is the caller's.
public enum Conversion: String, CaseIterable, Hashable, Sendable {
  /// A WebP picture, or the first frame of an animated one, as PNG.
  case webpPicture
  /// A GIF picture, or its first frame, as PNG.
  case gifPicture
  /// The main picture of a HEIC, HEIF or AVIF file as JPEG, turned as the camera says.
  case heifPicture
  /// Every page of a TIFF file as PNG.
  case tiffPages
  /// Every page of a PDF file as PNG.
  case pdfPages
  /// The text layer of a PDF file in UTF-8: one file, each page ended by a form feed.
  case pdfText
  /// A mail as classic Outlook saves it, as a mail to be transmitted (RFC 5322): without a date where Outlook kept none.
  case outlookMail
}

/// Converts a file's bytes; the results come in the order of their pages.
///
/// - Parameter pages: the most pages wanted; a caller that asks for one more than it takes learns of too many.
public typealias Converter =
  @Sendable (_ bytes: [UInt8], _ conversion: Conversion, _ pages: Int) throws(ConversionObstacle) -> [[UInt8]]

/// Why a conversion gave nothing.
public enum ConversionObstacle: Error, Hashable, Sendable {
  /// A program is not installed; the Debian package that brings it.
  case missingProgram(String, package: String)
  /// The program could not read the file: it is damaged, or locked by a password.
  case refused
  /// It took longer than it may.
  case tookTooLong
  /// The result would be larger than it may be.
  case tooLarge
  /// There was no room or no right to work: the system's fault, not the file's.
  case noRoom
}
