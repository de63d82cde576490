import Expressions
import Fields

/// The distance from a plane through a point, positive on the side that its normal points to.
struct LinearOffset: ScalarField {
  let origin: [Double]
  let normal: [Double]

  var dimension: Int { origin.count }

  func values(at points: Block<Double>, into values: Block<Double>) {
    values.count = points.count
    let result = values.row(0)
    for lane in 0..<points.count { result[lane] = 0 }
    for axis in origin.indices {
      let row = points.row(axis)
      for lane in 0..<points.count { result[lane] += (row[lane] - origin[axis]) * normal[axis] }
    }
  }

  func gradients(at points: Block<Double>, into gradients: Block<Double>) {
    gradients.count = points.count
    for axis in origin.indices {
      for lane in 0..<points.count { gradients.row(axis)[lane] = normal[axis] }
    }
  }

  func hessians(at points: Block<Double>, into hessians: Block<Double>) { zero(hessians, points.count) }

  func thirdDerivatives(at points: Block<Double>, into derivatives: Block<Double>) {
    zero(derivatives, points.count)
  }

  private func zero(_ block: Block<Double>, _ count: Int) {
    block.count = count
    for row in 0..<block.rows {
      for lane in 0..<count { block.row(row)[lane] = 0 }
    }
  }
}
