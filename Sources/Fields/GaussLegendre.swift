import Elementary

/// Gauss–Legendre quadrature: n points that integrate every polynomial of degree 2n − 1 exactly.
public struct GaussLegendre: Sendable {
  /// The places in (−1, 1), increasing.
  public let nodes: [Double]
  /// The weights; their sum is 2.
  public let weights: [Double]

  /// The rule of `count` points, its nodes found by Newton's method on the Legendre polynomial.
  ///
  /// Source: Abramowitz and Stegun (1964), 25.4.29; start values 22.16.6.
  @export(interface)
  public init(count: Int) {
    precondition(count > 0, "a rule has at least one point")
    var nodes = [Double](repeating: 0, count: count)
    var weights = [Double](repeating: 0, count: count)
    for index in 0..<(count + 1) / 2 {
      var node = Double.cos(Double.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<100 {
        let (value, derivative) = GaussLegendre.legendre(count, at: node)
        slope = derivative
        let step = value / derivative
        node -= step
        if step.magnitude < 1e-16 { break }
      }
      let weight = 2 / ((1 - node * node) * slope * slope)
      nodes[index] = -node
      nodes[count - 1 - index] = node
      weights[index] = weight
      weights[count - 1 - index] = weight
    }
    if count % 2 == 1 { nodes[count / 2] = 0 }
    self.nodes = nodes
    self.weights = weights
  }

  /// The Legendre polynomial and its derivative by the three-term recurrence.
  private static func legendre(_ degree: Int, at x: Double) -> (Double, Double) {
    var previous = 1.0
    var current = x
    for k in 1..<max(degree, 1) {
      let n = Double(k)
      let next = ((2 * n + 1) * x * current - n * previous) / (n + 1)
      previous = current
      current = next
    }
    return (current, Double(degree) * (x * current - previous) / (x * x - 1))
  }
}
