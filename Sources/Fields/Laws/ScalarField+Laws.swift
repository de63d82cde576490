import Elementary
import Expressions

/// Checks the laws of a scalar field at random places of a box, and says where they do not hold.
///
/// ```swift
/// let report = checkScalarField(try ScalarExpressionField("sin(x) exp(y)"), in: [-3...3, -2...2])
/// report.holds                        // true
/// report.checked(.secondDerivatives)  // 256
/// ```
///
/// Gradient, Hessian and third derivatives are compared with extrapolated differences of the order before, within the
/// error that those show; mixed derivatives with each other; curl grad = 0, the Laplacian as a trace, the product rule
/// beside a wave; and on small cells the gradient theorem and Gauss for the gradient, in the plane and in space. A third
/// derivative that a field does not know is NaN and skipped, as is the neighbourhood of kinks, jumps and poles. The same
/// seed gives the same places.
///
/// Errors below some 10⁻¹² of what is usual for the field are not told from rounding. A formula that loses all its digits
/// on the way, as acos(tanh 9) does, has neither right derivatives nor right differences and may be reported: of 20,000
/// random formulas with six places each 3 were, none of them for any other reason.
///
/// - Precondition: the box has a range for every coordinate.
public func checkScalarField<Field: ScalarField>(
  _ field: Field, in box: [ClosedRange<Double>], count: Int = 64, seed: UInt64 = 1
) -> LawReport {
  precondition(box.count == field.dimension, "a range for every coordinate")
  let dimension = field.dimension
  let places = LawPlaces(box, count: count, seed: seed)
  let values = FieldRows(count: 1) { field.values(at: $0, into: $1) }
  let gradients = FieldRows(count: dimension) { field.gradients(at: $0, into: $1) }
  let hessians = FieldRows(count: dimension * dimension) { field.hessians(at: $0, into: $1) }
  let thirds = FieldRows(count: dimension * dimension * dimension) {
    field.thirdDerivatives(at: $0, into: $1)
  }
  var report = LawReport()
  DerivativeLaws(dimension: dimension, orders: [values, gradients, hessians, thirds], places: places)
    .check(into: &report)
  let identities = IdentityLaws(places: places)
  identities.trace(FieldRows(count: 1) { field.laplacians(at: $0, into: $1) }, hessians, &report)
  if dimension == 2 || dimension == 3 {
    let slope = gradient(of: field)
    let turning = FieldRows(count: dimension == 2 ? 1 : 3) { slope.curls(at: $0, into: $1) }
    identities.vanish(.curlOfGradient, turning, beside: hessians, &report)
    let cells = CellLaws(dimension: dimension, places: places)
    cells.gradientTheorem(values, gradients, &report)
    cells.gauss(gradients, FieldRows(count: 1) { field.laplacians(at: $0, into: $1) }, &report)
  }
  let wave = Wave(scales: places.scales)
  let product = field * wave
  identities.equal(
    .productRule, FieldRows(count: 1) { product.laplacians(at: $0, into: $1) },
    terms: [
      ScalarOfRows.product(1, field, laplacian(of: wave)),
      ScalarOfRows.product(2, gradient(of: field), gradient(of: wave)),
      ScalarOfRows.product(1, laplacian(of: field), wave),
    ], &report)
  return report
}

/// Checks the laws of a scalar field of the plane at random places of a window.
///
/// - Precondition: the field is of the plane.
public func checkScalarField<Field: ScalarField>(
  _ field: Field, in window: Window, count: Int = 64, seed: UInt64 = 1
) -> LawReport {
  checkScalarField(field, in: window.ranges, count: count, seed: seed)
}

extension Window {
  /// The range of each coordinate.
  var ranges: [ClosedRange<Double>] {
    [min(minX, maxX)...max(minX, maxX), min(minY, maxY)...max(minY, maxY)]
  }
}
