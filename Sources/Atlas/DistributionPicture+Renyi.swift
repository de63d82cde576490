import Elementary
import Figures
import Information

extension DistributionPicture {
  /// An order on the Rényi curve that is marked and named.
  package struct Landmark {
    /// The order.
    let order: Double
    /// What is written there.
    let label: String
    /// Where it is written, in pixels from the point, y down.
    let offset: SIMD2<Double>
    /// Which end of the text stands there.
    let anchor: TextRun.Anchor

    package init(order: Double, label: String, offset: SIMD2<Double>, anchor: TextRun.Anchor) {
      self.order = order
      self.label = label
      self.offset = offset
      self.anchor = anchor
    }
  }

  /// The Rényi divergence of p from q over its order, from 0 to ∞, with a mark at one order.
  @export(interface)
  public func renyiCurve(at alpha: Double) throws(DistributionError) -> Figure {
    // The curve rises, so that there is room to the right of a point and below it.
    let landmarks = [
      Landmark(order: 0, label: "D₀", offset: SIMD2(12, 7), anchor: .start),
      Landmark(order: 1, label: "D₁ = KL", offset: SIMD2(10, 14), anchor: .start),
      Landmark(order: .infinity, label: "D∞", offset: SIMD2(-8, -12), anchor: .end),
    ]
    var panel = try renyiPanel(landmarks: landmarks, upTo: 31)
    let chosen = try renyiValue(alpha)
    if chosen.isFinite {
      panel.marks.append(
        .points(Mark.Points([SIMD2(alpha, chosen)], form: .diamond, paint: .series(1), size: 11)))
    }
    return Figure(
      panel: panel, width: width, height: height,
      summary: language.text(
        "The Rényi divergence of p from q over its order", "p 对 q 的 Rényi 散度随阶数的变化"))
  }

  /// The panel of the Rényi curve from order 0 to `last` and at ∞.
  package func renyiPanel(landmarks: [Landmark], upTo last: Double) throws(DistributionError) -> Panel {
    var points: [SIMD2<Double>] = []
    let steps = 160
    for step in 0...steps {
      // Even on the symmetric logarithmic axis.
      let order = Double.expm1(Double.log1p(last) * Double(step) / Double(steps))
      points.append(SIMD2(order, try renyiValue(order)))
    }
    points.append(SIMD2(.infinity, try renyiValue(.infinity)))
    let isFlat = points.allSatisfy { $0.y == 0 }
    let shown = points.map { $0.y.isFinite ? $0 : SIMD2($0.x, .nan) }
    var marks: [Mark] = [.line(Mark.Line(shown))]
    for landmark in landmarks {
      let height = try renyiValue(landmark.order)
      guard height.isFinite else { continue }
      let point = SIMD2(landmark.order, height)
      marks.append(.points(Mark.Points([point], paint: .ink, size: 7)))
      marks.append(
        .annotation(
          Mark.Annotation(
            landmark.label, at: point, offset: landmark.offset, anchor: landmark.anchor, hasLeader: true)))
    }
    return Panel(
      x: Axis(
        language.text("order α", "阶数 α"), scale: .symmetricLogarithmic(threshold: 1, infinity: true),
        domain: Extent(0, last)),
      y: Axis("D", unit: unitName, domain: isFlat ? Extent(0, 1) : nil), marks: marks)
  }

  /// The Rényi divergence of an order, in ``unit``; NaN for an order that is NaN.
  func renyiValue(_ order: Double) throws(DistributionError) -> Double {
    guard let order = RenyiOrder(order) else { return .nan }
    return try renyi(p, q, order: order).converted(to: unit).value
  }
}
