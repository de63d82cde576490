import Expressions

extension Parametrization {
  /// The image of the sides of the rectangles of parameters, each travelled counter-clockwise.
  ///
  /// - Precondition: there are two parameters.
  var boundary: Parametrization {
    precondition(parameters == 2, "only a rectangle of parameters has sides")
    let boxes = (0..<4 * boxes.count).map { ParameterBox([0...1], piece: $0) }
    return Parametrization(parameters: 1, dimension: dimension, boxes: boxes, enclosure: sideEnclosure) {
      (place, sides, points, tangents) in follow(place, sides, points, tangents)
    }
  }

  private var sideEnclosure: Enclosure? {
    guard let enclosure else { return nil }
    let boxes = boxes
    return { side in enclosure(RectangleSide(side.piece, of: boxes).part(side.side(0))) }
  }

  /// The points of sides and their tangents by the share of the side that is travelled.
  private func follow(
    _ place: Block<Double>, _ sides: Block<Double>, _ points: Block<Double>, _ tangents: Block<Double>
  ) {
    let parameters = Block<Double>(rows: 2, capacity: place.count)
    let pieces = Block<Double>(rows: 1, capacity: place.count)
    let derivatives = Block<Double>(rows: 2 * dimension, capacity: place.count)
    parameters.count = place.count
    pieces.count = place.count
    tangents.count = place.count
    for lane in 0..<place.count {
      let side = RectangleSide(Int(sides.row(0)[lane]), of: boxes)
      let corner = side.place(at: place.row(0)[lane])
      parameters.row(0)[lane] = corner[0]
      parameters.row(1)[lane] = corner[1]
      pieces.row(0)[lane] = Double(side.box.piece)
    }
    map(parameters, pieces, points, derivatives)
    for lane in 0..<place.count {
      let side = RectangleSide(Int(sides.row(0)[lane]), of: boxes)
      for row in 0..<dimension {
        tangents.row(row)[lane] = side.speed * derivatives.row(2 * row + side.axis)[lane]
      }
    }
  }
}

/// One of the four sides of a rectangle: the lower, the right, the upper and the left one.
private struct RectangleSide {
  let box: ParameterBox
  let axis: Int
  private let number: Int

  /// The side of a number; the sides of the first rectangle are 0 to 3.
  init(_ number: Int, of boxes: [ParameterBox]) {
    box = boxes[number / 4]
    self.number = number % 4
    axis = number % 2
  }

  private var width: Double { box.upper[axis] - box.lower[axis] }

  /// How fast the parameter changes with the share of the side; negative on the way back.
  var speed: Double { number < 2 ? width : -width }

  /// The parameters of a part of the side.
  func part(_ shares: Interval) -> ParameterBox {
    let (first, last) = (place(at: shares.lower), place(at: shares.upper))
    var part = box
    part.lower = pointwiseMin(first, last)
    part.upper = pointwiseMax(first, last)
    return part
  }

  func place(at share: Double) -> SIMD3<Double> {
    var place = box.lower
    place[axis] = number < 2 ? box.lower[axis] + share * width : box.upper[axis] - share * width
    if number == 1 { place[0] = box.upper[0] }
    if number == 2 { place[1] = box.upper[1] }
    return place
  }
}
