import Elementary

extension Mark {
  /// Arrows at points.
  public struct Arrows: DrawableMark, Sendable {
    /// What an arrow's length means.
    public enum Length: Sendable {
      /// As long in data units as the vector times a factor; without one the longest arrow is about as long
      /// as arrows are apart. A key above the plot shows how long `key` units of the vector are.
      case proportional(factor: Double? = nil, key: Double? = nil, keyLabel: String = "")
      /// `longest` · tanh((|v| / largest |v|)ᵖ) pixels: small vectors stay visible, and the length is no measure;
      /// without a number, `longest` is a little more than the arrows are apart.
      ///
      /// p is 1 unless that left half of the arrows shorter than a quarter, as around a pole; it is at least 1/3.
      case compressed(longest: Double? = nil)
    }

    /// Which part of the arrow stands at its point.
    public enum Pivot: Sendable {
      /// The arrow begins there.
      case tail
      /// The arrow's middle is there.
      case middle
    }

    /// Where the arrows stand.
    public var origins: [SIMD2<Double>]
    /// The vectors in data units; those beyond the number of points are not drawn.
    public var vectors: [SIMD2<Double>]
    /// What length means.
    public var length: Length
    /// The part that stands at the point.
    public var pivot: Pivot
    /// The paint where there is no colour scale.
    public var paint: Paint
    /// The colours of lengths |v|.
    public var colours: ColourScale?
    /// The width of shafts in CSS pixels.
    public var width: Double
    /// A thin edge around arrows that sets them off from colours below.
    public var edge: Paint?

    /// Arrows of vectors at points.
    @export(interface)
    public init(
      at origins: [SIMD2<Double>], vectors: [SIMD2<Double>], length: Length = .compressed(),
      pivot: Pivot = .middle, paint: Paint = .ink, colours: ColourScale? = nil, width: Double = 1.5,
      edge: Paint? = nil
    ) {
      self.origins = origins
      self.vectors = vectors
      self.length = length
      self.pivot = pivot
      self.paint = paint
      self.colours = colours
      self.width = width
      self.edge = edge
    }

    var reach: Reach {
      Reach(x: Extent(of: origins.map { $0.x }), y: Extent(of: origins.map { $0.y }))
    }

    /// The lengths of the vectors that are drawn and not 0, by size.
    private var sizes: [Double] {
      zip(origins, vectors).filter { $0.0.isFinite && $0.1.isFinite }.map { $0.1.length }.filter { $0 > 0 }
        .sorted()
    }

    /// The power of the share of the largest length that makes the median a quarter, if it is less.
    private static func power(_ sizes: [Double]) -> Double {
      guard let largest = sizes.last, largest.isFinite else { return 1 }
      let share = sizes[sizes.count / 2] / largest
      return share < 0.25 ? Swift.max(Double.log(0.25) / Double.log(share), 1.0 / 3) : 1
    }

    /// The arrow in pixels, y down, of a vector at a point.
    private func pixels(
      _ vector: SIMD2<Double>, at origin: SIMD2<Double>, reference: Reference,
      in context: PlotContext
    ) -> SIMD2<Double> {
      let unit = context.pixelsPerUnit(at: origin)
      let onPage = SIMD2(vector.x * unit.x, -vector.y * unit.y)
      switch length {
      case .proportional: return onPage * reference.factor
      case .compressed:
        let size = vector.length
        guard onPage.length > 0, reference.largest > 0 else { return SIMD2(0, 0) }
        return onPage / onPage.length * (reference.factor * reference.compressed(size))
      }
    }

    private struct Reference {
      var largest: Double
      var factor: Double
      var power = 1.0

      /// The share of the longest arrow that a vector of this length gets.
      func compressed(_ size: Double) -> Double {
        let share = size / largest
        return Double.tanh(power == 1 ? share : Double.pow(share, power))
      }
    }

    private func reference(in context: PlotContext) -> Reference {
      let sizes = sizes
      let size = sizes.last ?? 0
      let gap = context.spacing(of: origins.count)
      switch length {
      case .compressed(let longest):
        return Reference(largest: size, factor: longest ?? gap * 1.15, power: Arrows.power(sizes))
      case .proportional(let factor, _, _):
        if let factor { return Reference(largest: size, factor: factor) }
        var longest = 0.0
        for (origin, vector) in zip(origins, vectors) where origin.isFinite && vector.isFinite {
          let unit = context.pixelsPerUnit(at: origin)
          longest = Swift.max(longest, SIMD2(vector.x * unit.x, vector.y * unit.y).length)
        }
        return Reference(largest: size, factor: longest > 0 ? gap * 0.95 / longest : 0)
      }
    }

    // So few colours look continuous on thin arrows and make as few paths.
    private static let colourSteps = 16

    func draw(in context: inout PlotContext) {
      let reference = reference(in: context)
      var paths = [Path](repeating: Path(), count: colours == nil ? 1 : Arrows.colourSteps)
      for (origin, vector) in zip(origins, vectors) {
        let place = context.place(origin)
        guard place.isFinite, vector.isFinite else { continue }
        let arrow = pixels(vector, at: origin, reference: reference, in: context)
        var bin = 0
        if let domain = colours?.domain {
          let share = (vector.length - domain.lower) / (domain.upper - domain.lower)
          bin = Int(Swift.min(Swift.max(share * Double(paths.count), 0), Double(paths.count - 1)))
        }
        let tail = pivot == .tail ? place : place - arrow * 0.5
        ArrowShape(width: width).append(from: tail, by: arrow, to: &paths[bin])
      }
      for (bin, path) in paths.enumerated() {
        var colour = context.colour(paint)
        if let colours {
          let share = (Double(bin) + 0.5) / Double(paths.count)
          colour = colours(colours.domain.lower + share * (colours.domain.upper - colours.domain.lower))
        }
        if let edge {
          context.list.stroke(path, .init(context.colour(edge), width: 1.6, join: .round))
        }
        context.list.fill(path, colour)
      }
    }

    var hasKey: Bool {
      if case .proportional(_, let key, _) = length { return key != nil }
      return false
    }

    func drawOver(in context: inout PlotContext) {
      guard case .proportional(_, let units, let label) = length, let units, units > 0 else { return }
      let middle = SIMD2(context.x.value(at: 0.5), context.y.value(at: 0.5))
      let factor = reference(in: context).factor
      let long = context.pixelsPerUnit(at: middle).x * units * factor
      let text = label.isEmpty ? NumberText.text(units) : label
      let size = context.theme.tickSize
      let y = context.plot.y - 12
      let textStart = context.plot.right - TextMetrics.width(text, size: size)
      var path = Path()
      ArrowShape(width: width).append(from: SIMD2(textStart - 7 - long, y), by: SIMD2(long, 0), to: &path)
      // The key stands on the page, where a paint meant for coloured maps might not be seen.
      context.list.fill(path, context.colour(colours == nil && paint != .overlay ? paint : .ink))
      context.list.text(
        TextRun(
          text, at: SIMD2(context.plot.right, y), size: size, anchor: .end, baseline: .middle,
          colour: context.theme.ink))
    }
  }
}
