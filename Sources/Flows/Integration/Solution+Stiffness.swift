import Elementary
import Fields
import LinearAlgebra

extension Solution {
  /// How long the last step was beside the fastest decay of the field where it ended: h·max(−Re λ) of the exact Jacobian.
  ///
  /// Explicit methods are stable up to about 3 (dopri5 3.3, Hairer and Wanner, *Solving Ordinary Differential Equations
  /// II*, section IV.2). A path whose steps stay near that is held back by stability and not by its tolerance: its field
  /// is stiff there, and ``Method/rodas43`` takes longer steps.
  ///
  /// - Parameter field: The field of the problem.
  /// - Returns: `nil` where the steps were not kept or the Jacobian is not finite.
  public func stiffness(in field: some VectorField) -> Double? {
    // The last step is cut at the end; the one before is as long as it could be.
    guard let step = steps.dropLast().last ?? steps.last else { return nil }
    let size = field.components
    let place = step.point(at: step.endTime) + (field.dimension > size ? [step.endTime] : [])
    let jacobian = field.jacobian(at: place)
    let square = Matrix(rows: size, columns: size) { jacobian[$0, $1] }
    for row in 0..<size {
      for column in 0..<size where !square[row, column].isFinite { return nil }
    }
    guard let values = try? Eigen(square).values else { return nil }
    let direction = step.endTime < step.startTime ? -1.0 : 1
    let fastest = values.reduce(0) { max($0, -direction * $1.real) }
    return (step.endTime - step.startTime).magnitude * fastest
  }
}
