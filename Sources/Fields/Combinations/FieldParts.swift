import Expressions

/// The components of a field with their derivatives by order: what combinations of fields are made of.
///
/// Scalar and vector fields are one thing here, so that a product rule is written once.
protocol FieldParts: Sendable {
  /// The number of coordinates of a point.
  var dimension: Int { get }

  /// The number of components; 1 for a scalar.
  var components: Int { get }

  /// The derivatives of an order from 0 on; row c·dimensionᵒʳᵈᵉʳ + i… is that of component c by xᵢ….
  ///
  /// All NaN where the field does not know them.
  func derivatives(_ order: Int, at points: Block<Double>, into derivatives: Block<Double>)
}

extension FieldParts {
  /// The number of rows of the derivatives of an order.
  func rows(_ order: Int) -> Int { (0..<order).reduce(components) { (rows, _) in rows * dimension } }

  /// Says that the derivatives of an order are not known.
  func forgo(_ order: Int, at points: Block<Double>, into derivatives: Block<Double>) {
    derivatives.count = points.count
    for row in 0..<rows(order) {
      let lanes = derivatives.row(row)
      for lane in 0..<points.count { lanes[lane] = .nan }
    }
  }
}

/// The parts of a scalar field, which knows its derivatives to third order.
struct ScalarParts<Base: ScalarField>: FieldParts {
  let base: Base

  init(_ base: Base) { self.base = base }

  var dimension: Int { base.dimension }
  var components: Int { 1 }

  func derivatives(_ order: Int, at points: Block<Double>, into derivatives: Block<Double>) {
    switch order {
    case 0: base.values(at: points, into: derivatives)
    case 1: base.gradients(at: points, into: derivatives)
    case 2: base.hessians(at: points, into: derivatives)
    case 3: base.thirdDerivatives(at: points, into: derivatives)
    default: forgo(order, at: points, into: derivatives)
    }
  }
}

/// The parts of a vector field, which knows its derivatives to second order.
struct VectorParts<Base: VectorField>: FieldParts {
  let base: Base

  init(_ base: Base) { self.base = base }

  var dimension: Int { base.dimension }
  var components: Int { base.components }

  func derivatives(_ order: Int, at points: Block<Double>, into derivatives: Block<Double>) {
    switch order {
    case 0: base.values(at: points, into: derivatives)
    case 1: base.jacobians(at: points, into: derivatives)
    case 2: base.hessians(at: points, into: derivatives)
    default: forgo(order, at: points, into: derivatives)
    }
  }
}

/// The scalar field of parts with one component.
struct ScalarOf<Parts: FieldParts>: ScalarField {
  let parts: Parts

  init(_ parts: Parts) { self.parts = parts }

  var dimension: Int { parts.dimension }

  func values(at points: Block<Double>, into values: Block<Double>) {
    parts.derivatives(0, at: points, into: values)
  }

  func gradients(at points: Block<Double>, into gradients: Block<Double>) {
    parts.derivatives(1, at: points, into: gradients)
  }

  func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    parts.derivatives(2, at: points, into: hessians)
  }

  func thirdDerivatives(at points: Block<Double>, into derivatives: Block<Double>) {
    parts.derivatives(3, at: points, into: derivatives)
  }
}

/// The vector field of parts.
struct VectorOf<Parts: FieldParts>: VectorField {
  let parts: Parts

  init(_ parts: Parts) { self.parts = parts }

  var dimension: Int { parts.dimension }
  var components: Int { parts.components }

  func values(at points: Block<Double>, into values: Block<Double>) {
    parts.derivatives(0, at: points, into: values)
  }

  func jacobians(at points: Block<Double>, into jacobians: Block<Double>) {
    parts.derivatives(1, at: points, into: jacobians)
  }

  func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    parts.derivatives(2, at: points, into: hessians)
  }
}
