import Fields
import Figures
import Flows

/// A flow as a texture: noise smeared along its streamlines.
public struct TexturePicture: Sendable {
  /// The texture.
  public var texture: LineIntegralConvolution
  /// The heading; empty for none.
  public var title = ""
  /// The width in CSS pixels.
  public var width = 720.0
  /// The height in CSS pixels.
  public var height = 560.0

  /// A picture of a texture.
  public init(_ texture: LineIntegralConvolution) {
    self.texture = texture
  }

  /// The figure of a field; blank where it is zero or not finite.
  ///
  /// `progress` is called with the share of the work that has been done since the last call, on any thread.
  public func figure(
    of field: some VectorField, language: Language = .english, progress: (@Sendable (Double) -> Void)? = nil
  ) -> Figure {
    let window = texture.window
    let image = texture.image(of: field, progress: progress)
    let across = TexturePicture.middles(window.minX, window.maxX, texture.columns)
    let up = TexturePicture.middles(window.minY, window.maxY, texture.rows)
    var values: [Double] = []
    values.reserveCapacity(image.count)
    // Rows of the image run from the top, those of the grid from the bottom.
    for row in (0..<texture.rows).reversed() {
      for column in 0..<texture.columns {
        // As many greys as the eye tells apart, and few enough for an image of one byte a pixel.
        values.append((Double(image[row * texture.columns + column]) * 200).rounded() / 200)
      }
    }
    let greys = ColourMap([
      Colour(red: 0.12, green: 0.14, blue: 0.18), Colour(red: 0.97, green: 0.97, blue: 0.96),
    ])
    let grid = try? SampleGrid(x: across, y: up, values: values)
    let marks = grid.map { [Mark.heatMap(Mark.HeatMap($0, colours: ColourScale(greys, over: Extent(0, 1))))] }
    let panel = Panel(
      x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("y", domain: Extent(window.minY, window.maxY)),
      marks: marks ?? [], aspect: .equal)
    var figure = Figure(title: title, panel: panel, width: width, height: height)
    figure.summary = language.text("A flow as a texture along its streamlines", "沿流线涂抹噪声而成的流场纹理")
    return figure
  }

  private static func middles(_ lower: Double, _ upper: Double, _ count: Int) -> [Double] {
    (0..<count).map { lower + (upper - lower) * (Double($0) + 0.5) / Double(count) }
  }
}
