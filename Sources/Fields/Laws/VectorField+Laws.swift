import Elementary
import Expressions

/// Checks the laws of a vector field at random places of a box, and says where they do not hold.
///
/// ```swift
/// let report = checkVectorField(try VectorExpressionField("-y, x"), in: [-3...3, -3...3])
/// report.violations                   // none
/// report.skipped                      // 0
/// ```
///
/// Jacobian and second derivatives are compared with extrapolated differences of the order before, within the error that
/// those show; mixed derivatives with each other; the divergence with the trace, div curl with 0, the product rule beside
/// a wave; and on small cells Gauss and Green or Stokes, in the plane and in space. The neighbourhood of kinks, jumps and
/// poles is skipped. The same seed gives the same places.
///
/// - Precondition: the box has a range for every coordinate.
public func checkVectorField<Field: VectorField>(
  _ field: Field, in box: [ClosedRange<Double>], count: Int = 64, seed: UInt64 = 1
) -> LawReport {
  precondition(box.count == field.dimension, "a range for every coordinate")
  let (dimension, components) = (field.dimension, field.components)
  let places = LawPlaces(box, count: count, seed: seed)
  let values = FieldRows(count: components) { field.values(at: $0, into: $1) }
  let jacobians = FieldRows(count: components * dimension) { field.jacobians(at: $0, into: $1) }
  let hessians = FieldRows(count: components * dimension * dimension) {
    field.hessians(at: $0, into: $1)
  }
  var report = LawReport()
  DerivativeLaws(dimension: dimension, orders: [values, jacobians, hessians], places: places)
    .check(into: &report)
  guard components == dimension else { return report }
  let identities = IdentityLaws(places: places)
  let divergences = FieldRows(count: 1) { field.divergences(at: $0, into: $1) }
  identities.trace(divergences, jacobians, &report)
  let wave = Wave(scales: places.scales)
  let product = wave * field
  identities.equal(
    .productRule, FieldRows(count: 1) { product.divergences(at: $0, into: $1) },
    terms: [
      ScalarOfRows.product(1, wave, divergence(of: field)),
      ScalarOfRows.product(1, gradient(of: wave), field),
    ], &report)
  if dimension == 2 || dimension == 3 {
    let curls = FieldRows(count: dimension == 2 ? 1 : 3) { field.curls(at: $0, into: $1) }
    let cells = CellLaws(dimension: dimension, places: places)
    cells.gauss(values, divergences, &report)
    cells.stokes(values, curls, &report)
  }
  if dimension == 3 {
    let turning = curl(of: field)
    let spread = FieldRows(count: 1) { turning.divergences(at: $0, into: $1) }
    identities.vanish(.divergenceOfCurl, spread, beside: hessians, &report)
  }
  return report
}

/// Checks the laws of a vector field of the plane at random places of a window.
///
/// - Precondition: the field is of the plane.
public func checkVectorField<Field: VectorField>(
  _ field: Field, in window: Window, count: Int = 64, seed: UInt64 = 1
) -> LawReport {
  checkVectorField(field, in: window.ranges, count: count, seed: seed)
}
