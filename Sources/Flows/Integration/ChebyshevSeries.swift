import Elementary

/// A smooth function on −1…1 as a sum of Chebyshev polynomials, with all its zeros.
///
/// Source: Trefethen, *Approximation Theory and Approximation Practice* (2013), chapters 3, 18.
struct ChebyshevSeries {
  private(set) var coefficients: [Double]

  /// The places xⱼ = cos(πj/n) that values are taken at, from 1 down to −1.
  static func places(degree: Int) -> [Double] {
    // The symmetric form is 0 exactly in the middle.
    (0...degree).map { Double.sin(.pi * Double(degree - 2 * $0) / Double(2 * degree)) }
  }

  init(coefficients: [Double]) { self.coefficients = coefficients }

  /// The polynomial through values at ``places(degree:)``.
  init(values: [Double]) {
    let degree = values.count - 1
    coefficients = (0...degree).map { order in
      var sum = 0.0
      for (index, value) in values.enumerated() {
        // cos(π order index / degree), with the angle brought back to one turn exactly.
        let turn = Double(order * index % (2 * degree)) / Double(degree)
        let weight = index == 0 || index == degree ? 0.5 : 1
        sum += weight * value * Double.cos(.pi * turn)
      }
      return sum * (order == 0 || order == degree ? 1 : 2) / Double(degree)
    }
  }

  /// The size of the largest coefficient.
  var scale: Double { coefficients.reduce(0) { max($0, $1.magnitude) } }

  /// Whether the last coefficients are small, so that the function is this polynomial to about 13 digits.
  var isResolved: Bool {
    let last = coefficients.suffix(2).reduce(0) { max($0, $1.magnitude) }
    return last <= 1e-13 * scale
  }

  /// Whether the function stays farther from zero than a distance, by the sizes of its coefficients.
  func isAway(by distance: Double) -> Bool {
    let rest = coefficients.dropFirst().reduce(0) { $0 + $1.magnitude }
    return coefficients[0].magnitude > rest + distance
  }

  /// Without the last coefficients that are nothing but rounding.
  var trimmed: ChebyshevSeries {
    let least = 4e-16 * scale
    var kept = coefficients
    while kept.count > 1, let last = kept.last, last.magnitude <= least { kept.removeLast() }
    return ChebyshevSeries(coefficients: kept)
  }

  /// Clenshaw's recurrence.
  func value(at x: Double) -> Double {
    var next = 0.0
    var afterNext = 0.0
    for coefficient in coefficients.dropFirst().reversed() {
      (next, afterNext) = (2 * x * next - afterNext + coefficient, next)
    }
    return x * next - afterNext + coefficients[0]
  }

  var derivative: ChebyshevSeries {
    let degree = coefficients.count - 1
    guard degree > 0 else { return ChebyshevSeries(coefficients: [0]) }
    var result = [Double](repeating: 0, count: degree + 2)
    for order in (1...degree).reversed() {
      result[order - 1] = result[order + 1] + 2 * Double(order) * coefficients[order]
    }
    result[0] /= 2
    return ChebyshevSeries(coefficients: Array(result.prefix(degree)))
  }

  /// The places inside where the function changes its sign, in order.
  ///
  /// Between two neighbouring stops the function is monotone: there is one zero, found by halving, or none. The
  /// derivative's zeros, which make the stops, are found in the same way.
  var signChanges: [Double] {
    coefficients.count > 1 ? signChanges(between: stops) : []
  }

  /// A place and the function there.
  typealias Stop = (place: Double, value: Double)

  /// The ends and the extrema between them.
  var stops: [Stop] {
    let places = [-1] + derivative.signChanges + [1]
    return places.map { ($0, value(at: $0)) }
  }

  /// The zeros between stops of different sign.
  func signChanges(between stops: [Stop]) -> [Double] {
    var places: [Double] = []
    var left = stops[0]
    for right in stops.dropFirst() {
      // A zero at an extremum is passed over: what counts is the sign on its other side.
      guard right.value != 0 else { continue }
      if left.value * right.value < 0 { places.append(zero(left.place, left.value, right.place)) }
      left = right
    }
    return places
  }

  private func zero(_ left: Double, _ leftValue: Double, _ right: Double) -> Double {
    var (low, high) = (left, right)
    let isNegative = leftValue < 0
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      guard middle > low, middle < high else { break }
      if (value(at: middle) < 0) == isNegative { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }
}
