import Elementary

/// Three unit vectors of space at right angles: two in a plane, and the normal they turn around by the right-hand rule.
struct Frame {
  let first: [Double]
  let second: [Double]
  let normal: [Double]

  /// The frame of a plane with a normal of any length.
  init(normal: [Double]) throws(IntegralError) {
    guard normal.count == 3 else { throw .dimension(normal.count, needed: 3) }
    let length = Double.hypot(Double.hypot(normal[0], normal[1]), normal[2])
    guard length.isFinite, length > 0 else { throw .degenerate }
    let unit = normal.map { $0 / length }
    // The axis that is farthest from the normal.
    var axis = 0
    for index in 1..<3 where unit[index].magnitude < unit[axis].magnitude { axis = index }
    var helper = [0.0, 0.0, 0.0]
    helper[axis] = 1
    let across = cross(unit, helper)
    let size = Double.hypot(Double.hypot(across[0], across[1]), across[2])
    let first = across.map { $0 / size }
    self.first = first
    second = cross(unit, first)
    self.normal = unit
  }
}

/// The vector product of two vectors of space.
func cross(_ first: [Double], _ second: [Double]) -> [Double] {
  [
    first[1] * second[2] - first[2] * second[1],
    first[2] * second[0] - first[0] * second[2],
    first[0] * second[1] - first[1] * second[0],
  ]
}
