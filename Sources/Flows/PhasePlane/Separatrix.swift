import Elementary
import Fields
import LinearAlgebra

/// A path that leaves a saddle or runs into it: it parts the plane into regions that flow differently.
public struct Separatrix: Sendable, Equatable {
  /// The saddle.
  public let saddle: [Double]
  /// Whether the path leaves the saddle; otherwise it runs into it, and is followed backward.
  public let isLeaving: Bool
  /// The path, away from the saddle.
  public let path: Solution
}

extension VectorField {
  /// The four separatrices of every saddle among critical points of the plane.
  ///
  /// Each starts beside its saddle, 10⁻⁶ of the window's diagonal along an eigenvector of the exact Jacobian, and is
  /// followed until it leaves the window, comes to rest or has gone round for long.
  ///
  /// - Parameters:
  ///   - found: The critical points, as ``criticalPoints(in:limits:)`` finds them.
  ///   - window: Where the paths go.
  ///   - integrator: How they are followed; its limits are replaced.
  /// - Throws: ``FlowError`` if the field is not one of the plane.
  public func separatrices(
    of found: CriticalPoints<FlowType>, in window: Window, _ integrator: Integrator = Integrator()
  ) throws(FlowError) -> [Separatrix] {
    guard dimension == 2, components == 2 else { throw .components(components, dimension: dimension) }
    var result: [Separatrix] = []
    for point in found.points {
      let flow = point.nature
      guard flow.index == -1, flow.eigenvalues.allSatisfy({ $0.imaginary == 0 }) else { continue }
      for eigenvalue in flow.eigenvalues {
        result += try branches(
          from: point.location, jacobian: flow.jacobian, rate: eigenvalue.real, window, integrator)
      }
    }
    return result
  }

  private func branches(
    from saddle: [Double], jacobian: Matrix, rate: Double, _ window: Window, _ integrator: Integrator
  ) throws(FlowError) -> [Separatrix] {
    let (a, b, c, d) = (jacobian[0, 0], jacobian[0, 1], jacobian[1, 0], jacobian[1, 1])
    // Either row of J − λ gives the eigenvector; the larger one gives it better.
    let first = (b, rate - a)
    let second = (rate - d, c)
    let isFirst = Double.hypot(first.0, first.1) >= Double.hypot(second.0, second.1)
    let vector = isFirst ? first : second
    let length = Double.hypot(vector.0, vector.1)
    let reach = 1e-6 * Double.hypot(window.width, window.height)
    guard length > 0, reach > 0 else { return [] }
    var patient = integrator
    // Slower than it left is as good as at rest.
    patient.limits = Limits(maximumSteps: 20_000, stagnationSpeed: 0.1 * rate.magnitude * reach)
    let time = (rate > 0 ? 1.0 : -1.0) * 400 / rate.magnitude
    let domain = [window.minX...window.maxX, window.minY...window.maxY]
    var result: [Separatrix] = []
    for side in [1.0, -1] {
      let start = [
        saddle[0] + side * reach * vector.0 / length, saddle[1] + side * reach * vector.1 / length,
      ]
      let problem = try InitialValueProblem(self, starts: [start], to: time, domain: domain)
      let path = try patient.solve(problem, saveAt: .dense)[0]
      result.append(Separatrix(saddle: saddle, isLeaving: rate > 0, path: path))
    }
    return result
  }
}
