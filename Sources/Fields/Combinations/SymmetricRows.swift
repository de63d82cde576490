import Expressions

/// The places of the derivatives of an order, those that differ by the order of differentiation computed once.
///
/// So mixed derivatives are equal to the last bit, whatever rule makes them.
struct SymmetricRows {
  let dimension: Int
  let order: Int

  /// The number of derivatives of one component.
  var count: Int { (0..<order).reduce(1) { (product, _) in product * dimension } }

  /// Calls back with the variables of every derivative whose variables rise, and its place.
  func forEachRising(_ body: (_ variables: [Int], _ place: Int) -> Void) {
    var variables = [Int](repeating: 0, count: order)
    for place in 0..<count {
      fill(&variables, place)
      if isRising(variables) { body(variables, place) }
    }
  }

  /// Copies every derivative of a component whose variables rise to the places where they do not.
  func mirror(_ component: Int, of block: Block<Double>, lanes: Int) {
    guard order > 1 else { return }
    var variables = [Int](repeating: 0, count: order)
    for place in 0..<count {
      fill(&variables, place)
      guard !isRising(variables) else { continue }
      variables.sort()
      let source = block.row(component * count + self.place(variables))
      let target = block.row(component * count + place)
      for lane in 0..<lanes { target[lane] = source[lane] }
    }
  }

  /// The place of a derivative.
  func place(_ variables: some Sequence<Int>) -> Int {
    variables.reduce(0) { (place, variable) in place * dimension + variable }
  }

  private func fill(_ variables: inout [Int], _ place: Int) {
    var rest = place
    for index in variables.indices.reversed() {
      variables[index] = rest % dimension
      rest /= dimension
    }
  }

  private func isRising(_ variables: [Int]) -> Bool {
    zip(variables, variables.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
