/// Pixels in rows from the top, straight alpha.
public struct PixelImage: Equatable, Sendable {
  /// Pixels in a row.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// Whether pixels melt into each other when the image is enlarged, or stay squares.
  public let isSmooth: Bool
  /// The colours, row by row.
  public let pixels: [Colour]

  /// An image of `width` × `height` pixels; nothing at all where the number of pixels is another.
  public init(width: Int, height: Int, pixels: [Colour], isSmooth: Bool = false) {
    let fits =
      width > 0 && height > 0 && width.multipliedReportingOverflow(by: height).partialValue == pixels.count
    self.width = fits ? width : 0
    self.height = fits ? height : 0
    self.pixels = fits ? pixels : []
    self.isSmooth = isSmooth
  }
}
