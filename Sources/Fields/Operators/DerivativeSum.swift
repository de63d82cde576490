import Expressions

/// Sums of derivatives of a field: gradient, divergence, curl, Laplacian, derivatives along a direction.
///
/// Their own derivatives are sums of the field's next ones, as far as it knows them.
struct DerivativeSum<Base: FieldParts>: FieldParts {
  /// A derivative of a component of the field in a component of the result.
  struct Term {
    let result: Int
    let component: Int
    /// The variables by which it is differentiated; as many in every term.
    let variables: [Int]
    var factor = 1.0
  }

  let base: Base
  let components: Int
  let terms: [Term]

  init(_ base: Base, components: Int = 1, terms: [Term]) {
    self.base = base
    self.components = components
    self.terms = terms
  }

  var dimension: Int { base.dimension }

  func derivatives(_ order: Int, at points: Block<Double>, into derivatives: Block<Double>) {
    let ground = order + (terms.first?.variables.count ?? 0)
    let answers = derivatives.companion(0, rows: base.rows(ground))
    base.derivatives(ground, at: points, into: answers)
    derivatives.count = points.count
    let rule = SymmetricRows(dimension: dimension, order: order)
    let groundRule = SymmetricRows(dimension: dimension, order: ground)
    for component in 0..<components {
      rule.forEachRising { variables, place in
        let row = component * rule.count + place
        let sum = RowSum(derivatives, row: row, lanes: points.count, settled: false)
        for term in terms where term.result == component {
          let place = groundRule.place(term.variables + variables)
          sum.add(answers.row(term.component * groundRule.count + place), times: term.factor)
        }
      }
      rule.mirror(component, of: derivatives, lanes: points.count)
    }
  }
}

extension DerivativeSum {
  /// ∂/∂x₀, ∂/∂x₁ … of a scalar.
  static func gradient(_ base: Base) -> DerivativeSum {
    DerivativeSum(
      base, components: base.dimension,
      terms: (0..<base.dimension).map { .init(result: $0, component: 0, variables: [$0]) })
  }

  /// Σ ∂Fᵢ/∂xᵢ.
  static func divergence(_ base: Base) -> DerivativeSum {
    precondition(
      base.components == base.dimension, "the divergence needs as many components as coordinates")
    return DerivativeSum(
      base, terms: (0..<base.dimension).map { .init(result: 0, component: $0, variables: [$0]) })
  }

  /// The curl of the plane as one component, or that of space as three.
  static func curl(_ base: Base) -> DerivativeSum {
    precondition(base.components == base.dimension, "the curl needs as many components as coordinates")
    precondition(base.dimension == 2 || base.dimension == 3, "the curl is that of the plane or of space")
    let pairs = base.dimension == 2 ? [(0, 1)] : [(1, 2), (2, 0), (0, 1)]
    var terms: [Term] = []
    for (result, (first, second)) in pairs.enumerated() {
      terms.append(.init(result: result, component: second, variables: [first]))
      terms.append(.init(result: result, component: first, variables: [second], factor: -1))
    }
    return DerivativeSum(base, components: pairs.count, terms: terms)
  }

  /// Σ ∂²/∂xᵢ² of every component.
  static func laplacian(_ base: Base) -> DerivativeSum {
    var terms: [Term] = []
    for component in 0..<base.components {
      for variable in 0..<base.dimension {
        terms.append(.init(result: component, component: component, variables: [variable, variable]))
      }
    }
    return DerivativeSum(base, components: base.components, terms: terms)
  }

  /// Σ uᵢ ∂/∂xᵢ of every component.
  static func directional(_ base: Base, along direction: [Double]) -> DerivativeSum {
    precondition(direction.count == base.dimension, "a direction has a number for every coordinate")
    var terms: [Term] = []
    for component in 0..<base.components {
      for (variable, share) in direction.enumerated() where share != 0 || direction.count == 1 {
        terms.append(
          .init(result: component, component: component, variables: [variable], factor: share))
      }
    }
    return DerivativeSum(base, components: base.components, terms: terms)
  }
}
