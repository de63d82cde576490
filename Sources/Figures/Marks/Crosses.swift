import Elementary

extension Mark {
  /// Two bars across each other at points: how a symmetric tensor stretches along its axes.
  ///
  /// A bar along an axis that stretches has heads outward, one that shrinks has heads inward, so that colour is not
  /// needed to tell them. The ellipse around them is what a small circle becomes.
  public struct Crosses: DrawableMark, Sendable {
    /// One tensor at one point.
    public struct Cross: Sendable {
      /// The point.
      public var place: SIMD2<Double>
      /// The direction of the first axis, counter-clockwise from the first coordinate, in radians.
      public var angle: Double
      /// The rates along the first axis and along the one a quarter turn on.
      public var rates: SIMD2<Double>

      /// A tensor with these rates along perpendicular axes.
      public init(at place: SIMD2<Double>, angle: Double, rates: SIMD2<Double>) {
        self.place = place
        self.angle = angle
        self.rates = rates
      }
    }

    /// The tensors; those that are not finite are not drawn.
    public var crosses: [Cross]
    /// The paint of axes that stretch.
    public var stretching: Paint
    /// The paint of axes that shrink.
    public var shrinking: Paint
    /// The paint of the ellipses.
    public var outline: Paint
    /// The length in CSS pixels of the longest bar; without it, a little less than crosses are apart.
    public var longest: Double?

    /// Crosses of tensors at points.
    public init(
      _ crosses: [Cross], stretching: Paint = .series(1), shrinking: Paint = .series(3),
      outline: Paint = .quiet, longest: Double? = nil
    ) {
      self.crosses = crosses
      self.stretching = stretching
      self.shrinking = shrinking
      self.outline = outline
      self.longest = longest
    }

    var reach: Reach {
      Reach(x: Extent(of: crosses.map { $0.place.x }), y: Extent(of: crosses.map { $0.place.y }))
    }

    func draw(in context: inout PlotContext) {
      var largest = 0.0
      for cross in crosses where cross.rates.isFinite {
        largest = Swift.max(largest, Swift.max(cross.rates.x.magnitude, cross.rates.y.magnitude))
      }
      let reach = (longest ?? context.spacing(of: crosses.count) * 0.86) / 2
      var outward = Path()
      var inward = Path()
      var ellipses = Path()
      for cross in crosses {
        let place = context.place(cross.place)
        guard place.isFinite, cross.rates.isFinite, cross.angle.isFinite else { continue }
        // On the page y runs down.
        let along = SIMD2(Double.cos(cross.angle), -Double.sin(cross.angle))
        let across = SIMD2(along.y, -along.x)
        for (axis, rate) in [(along, cross.rates.x), (across, cross.rates.y)] {
          let half = Crosses.half(rate, largest, reach)
          if rate >= 0 {
            Crosses.bar(at: place, axis, half, outward: true, to: &outward)
          } else {
            Crosses.bar(at: place, axis, half, outward: false, to: &inward)
          }
        }
        Crosses.ellipse(at: place, along, across, cross.rates, largest, reach, to: &ellipses)
      }
      context.list.stroke(ellipses, .init(context.colour(outline), width: 0.9))
      context.list.fill(outward, context.colour(stretching))
      context.list.fill(inward, context.colour(shrinking))
    }

    /// Half the length of a bar: square roots let weak tensors be seen beside strong ones.
    private static func half(_ rate: Double, _ largest: Double, _ reach: Double) -> Double {
      largest > 0 ? reach * (rate.magnitude / largest).squareRoot() : 0
    }

    private static func bar(
      at place: SIMD2<Double>, _ axis: SIMD2<Double>, _ half: Double, outward: Bool, to path: inout Path
    ) {
      let shape = ArrowShape(width: 1.5)
      for side in [axis, -1 * axis] {
        if outward {
          shape.append(from: place, by: side * half, to: &path)
        } else {
          shape.append(from: place + side * half, by: side * -half, to: &path)
        }
      }
    }

    private static func ellipse(
      at place: SIMD2<Double>, _ along: SIMD2<Double>, _ across: SIMD2<Double>, _ rates: SIMD2<Double>,
      _ largest: Double, _ reach: Double, to path: inout Path
    ) {
      guard largest > 0 else { return }
      // A circle of half the reach, stretched by up to half of itself.
      let first = reach * 0.5 * (1 + 0.5 * rates.x / largest)
      let second = reach * 0.5 * (1 + 0.5 * rates.y / largest)
      var points: [SIMD2<Double>] = []
      for step in 0..<36 {
        let angle = Double(step) * Double.pi / 18
        points.append(place + along * (first * Double.cos(angle)) + across * (second * Double.sin(angle)))
      }
      path.polygon(points)
    }
  }
}
