import Document

/// How many pixels are enough in print, where a channel's size limit leaves no room for more.
public struct PictureReduction: Hashable, Sendable {
  /// Pixels an inch of the printed picture: small print of a screen or a scan stays legible.
  public var resolution = 200
  /// The width of the room a picture has on its page, in points.
  public var width: Double
  /// Its height, in points.
  public var height: Double
  /// The most points a pixel is made wide.
  public var pixel: Double

  /// Pictures are not made thinner than this, in pixels: lines and logos would save nothing.
  var thinnest = 200

  /// Takes the room pictures have.
  public init(width: Double, height: Double, pixel: Double) {
    (self.width, self.height, self.pixel) = (width, height, pixel)
  }

  /// The pixels of a picture as it is stored, scaled down; nil where it has no more than these.
  func size(of image: Image) -> (width: Int, height: Int)? {
    let seen = image.displaySize
    let (across, down) = (Double(seen.width), Double(seen.height))
    let printed = min(width, across * pixel, height * across / down)
    let share = printed / 72 * Double(resolution) / across
    guard share < 1 else { return nil }
    let size = (
      width: Int((Double(image.width) * share).rounded(.up)), height: Int((Double(image.height) * share).rounded(.up))
    )
    guard min(size.width, size.height) >= thinnest, size.width < image.width, size.height < image.height else {
      return nil
    }
    return size
  }
}
