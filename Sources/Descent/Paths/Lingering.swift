import Fields
import LinearAlgebra

/// The steps that a path spends beside a saddle, where the gradient is small and yet no minimum is near.
///
/// ```swift
/// let path = try GradientDescent(rate: 0.1).descend(try LossSurface.saddle.problem())
/// path.lingering(on: try LossSurface.saddle.field())?.steps     // how long the saddle held it
/// ```
public struct Lingering: Sendable, Equatable {
  /// The first step whose gradient is small.
  public let first: Int
  /// The last one.
  public let last: Int
  /// The step whose gradient is least.
  public let slowest: Int
  /// Whether the path has left again.
  public let hasLeft: Bool

  /// How many steps that are.
  public var steps: Int { last - first + 1 }

  /// The longest run of numbers that are at most a share of the first, among those whose least one is accepted.
  init?(_ norms: [Double], below share: Double, accepts: (Int) -> Bool) {
    guard let start = norms.first, start > 0, start.isFinite else { return nil }
    let threshold = share * start
    var best: Lingering?
    var index = 0
    while index < norms.count {
      guard norms[index] <= threshold else {
        index += 1
        continue
      }
      let first = index
      var slowest = index
      while index < norms.count, norms[index] <= threshold {
        if norms[index] < norms[slowest] { slowest = index }
        index += 1
      }
      guard index - first > best?.steps ?? 0, accepts(slowest) else { continue }
      best = Lingering(first: first, last: index - 1, slowest: slowest, hasLeft: index < norms.count)
    }
    guard let best else { return nil }
    self = best
  }

  private init(first: Int, last: Int, slowest: Int, hasLeft: Bool) {
    self.first = first
    self.last = last
    self.slowest = slowest
    self.hasLeft = hasLeft
  }
}

extension DescentPath {
  /// The longest run of steps with a gradient of at most a share of the first, beside a saddle; `nil` if there is none.
  ///
  /// At the slowest of these steps the Hessian has an eigenvalue that is not positive, and Newton's step to the critical
  /// point of the local quadratic is at most half as long as the way from the start: a bent valley has neither a
  /// minimum nor a saddle near.
  ///
  /// - Precondition: the loss has as many coordinates as the path.
  public func lingering(on loss: some ScalarField, below share: Double = 0.1) -> Lingering? {
    Lingering(gradientNorms, below: share) { step in
      let place = points[step]
      let curvature = Criticality(hessian: loss.hessian(at: place))
      guard let least = curvature.eigenvalues.first else { return false }
      guard least < 0 || curvature.settled == .degenerate else { return false }
      // At the critical point itself no step is left, whatever the Hessian is.
      if gradientNorms[step] <= 1e-6 * gradientNorms[0] { return true }
      let slope = loss.gradient(at: place)
      let newton = curvature.eigenvalues.indices.map { axis in
        dot(place.indices.map { curvature.axes[$0, axis] }, slope) / curvature.eigenvalues[axis]
      }
      return length(newton) <= 0.5 * distance(place, points[0])
    }
  }
}
