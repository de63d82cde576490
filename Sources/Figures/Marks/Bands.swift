extension Mark {
  /// Filled contours: the plane coloured by bands of value.
  ///
  /// Each band is painted as the whole region at or above its lower level, from the lowest to the highest, so
  /// that neighbours share one edge and no seam of the background shows between them.
  public struct Bands: DrawableMark, Sendable {
    /// The values.
    public var grid: SampleGrid
    /// The levels between bands, rising; values below the first or above the last join the end bands.
    public var levels: [Double]
    /// The colours; a band has that of the middle between its levels.
    public var colours: ColourScale

    /// Bands of a grid; without levels, some ten round ones are chosen that span its values.
    public init(_ grid: SampleGrid, levels: [Double] = [], colours: ColourScale) {
      self.grid = grid
      let given = levels.filter { $0.isFinite }.sorted()
      self.levels = given.count >= 2 ? given : Bands.levels(over: colours.domain)
      self.colours = colours
    }

    /// About `count` equal steps of 1, 2 or 5 times a power of ten that together span an extent.
    @export(interface)
    public static func levels(over extent: Extent, count: Int = 10) -> [Double] {
      let domain = Scale(.linear, domain: extent).domain
      let (mantissa, exponent) = Scale.step(over: domain.length, count: Swift.min(Swift.max(count, 1), 1000))
      let size = NumberText.scaled(Double(mantissa), byPowerOfTen: exponent)
      let first = Int((domain.lower / size + 1e-9).rounded(.down))
      let last = Int((domain.upper / size - 1e-9).rounded(.up))
      return (first...Swift.max(last, first + 1)).map {
        NumberText.scaled(Double($0 * mantissa), byPowerOfTen: exponent)
      }
    }

    /// The colours of the bands between neighbouring levels.
    package var bandColours: [Colour] {
      zip(levels, levels.dropFirst()).map { colours($0 * 0.5 + $1 * 0.5) }
    }

    var reach: Reach { Reach(x: grid.xExtent, y: grid.yExtent, isTight: true) }

    func draw(in context: inout PlotContext) {
      for (index, colour) in bandColours.enumerated() {
        let level = index == 0 ? -Double.infinity : levels[index]
        var path = Path()
        for polygon in MarchingSquares(grid, level: level).region() {
          path.polygon(polygon.map { context.place($0) })
        }
        context.list.fill(path, colour)
      }
    }
  }
}
