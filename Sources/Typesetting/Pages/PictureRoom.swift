/// How much room a picture has on an annex's page.
public enum PictureRoom {
  /// From margin to margin, in points.
  public static let width = PageGeometry.measure
  /// Beneath a stamp of one line, in points.
  public static let height =
    PageGeometry.bottom - PageGeometry.stampTop - TextStyle.stamp.leading - PageGeometry.stampAfter - 2
  /// The most points a pixel is made wide: at 96 dpi a picture is not made larger than it is.
  public static let pixel = 0.75
}
