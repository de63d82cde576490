/// Σ aᵢbᵢ from left to right.
func dot(_ first: [Double], _ second: [Double]) -> Double {
  var sum = 0.0
  for index in first.indices { sum += first[index] * second[index] }
  return sum
}

/// The length of a vector; divided by its greatest component first, no square overflows.
func length(_ vector: [Double]) -> Double {
  var largest = 0.0
  for component in vector {
    if component.isNaN { return .nan }
    largest = max(largest, component.magnitude)
  }
  guard largest > 0, largest.isFinite else { return largest }
  var sum = 0.0
  for component in vector { sum += (component / largest) * (component / largest) }
  return largest * sum.squareRoot()
}

/// The distance between two points.
func distance(_ first: [Double], _ second: [Double]) -> Double {
  length(first.indices.map { first[$0] - second[$0] })
}

/// A point moved along a direction.
func moved(_ point: [Double], along direction: [Double], by share: Double) -> [Double] {
  point.indices.map { point[$0] + share * direction[$0] }
}
