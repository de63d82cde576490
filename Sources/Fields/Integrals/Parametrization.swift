import Expressions

/// A curve, an area, a surface or a solid as the image of boxes of parameters.
///
/// It gives for every point of the parameters the point of space and the derivatives of that by the parameters: row
/// i·parameters + j is ∂xᵢ/∂uⱼ, as in the Jacobian of a field.
struct Parametrization: Sendable {
  /// Parameters, the number of the piece of each lane; points of space, derivatives.
  typealias Map = @Sendable (Block<Double>, Block<Double>, Block<Double>, Block<Double>) -> Void

  /// The box that holds all points of a box of parameters.
  typealias Enclosure = @Sendable (ParameterBox) -> IntervalBox

  /// The derivatives over a box of parameters, in the order of a Jacobian.
  typealias Slopes = @Sendable (ParameterBox) -> [Interval]

  /// The number of parameters.
  let parameters: Int
  /// The number of coordinates of a point of space.
  let dimension: Int
  /// The boxes of parameters, on each of which the map is smooth.
  let boxes: [ParameterBox]
  /// The points and derivatives of the parameters.
  let map: Map
  /// Where the points of a box of parameters lie, if that can be told.
  let enclosure: Enclosure?
  /// What its derivatives can be there, for domains that are given by formulas.
  let slopes: Slopes?

  init(
    parameters: Int, dimension: Int, boxes: [ParameterBox], enclosure: Enclosure?, map: @escaping Map
  ) {
    self.parameters = parameters
    self.dimension = dimension
    self.boxes = boxes
    self.enclosure = enclosure
    slopes = nil
    self.map = map
  }

  /// The image of a box under a field whose vectors are points of space.
  init(_ path: some VectorField, over ranges: [[ClosedRange<Double>]]) {
    parameters = path.dimension
    dimension = path.components
    boxes = ranges.enumerated().map { index, ranges in ParameterBox(ranges, piece: index) }
    enclosure = Parametrization.enclosure(path.enclosure)
    slopes = Parametrization.slopes(path.jacobianEnclosure)
    map = { (parameters, _, points, derivatives) in
      path.values(at: parameters, into: points)
      path.jacobians(at: parameters, into: derivatives)
    }
  }

  private static func enclosure(_ program: IntervalProgram?) -> Enclosure? {
    guard let program else { return nil }
    return { box in
      let sides = (0..<program.inputCount).map { box.side($0) }
      return IntervalBox(program.values(over: IntervalBox(sides)))
    }
  }

  private static func slopes(_ program: IntervalProgram?) -> Slopes? {
    guard let program else { return nil }
    return { box in
      program.values(over: IntervalBox((0..<program.inputCount).map { box.side($0) }))
    }
  }

  /// Pieces that are multilinear: a corner, and what each parameter and each product of the first two adds.
  ///
  /// Every parameter runs from 0 to 1.
  ///
  /// - Parameters:
  ///   - pieces: For each piece the corner and one vector a parameter; of two parameters a third vector, the
  ///     factor of their product.
  init(parameters: Int, dimension: Int, pieces: [[[Double]]]) {
    self.parameters = parameters
    self.dimension = dimension
    let range = [ClosedRange<Double>](repeating: 0...1, count: parameters)
    boxes = pieces.indices.map { ParameterBox(range, piece: $0) }
    slopes = nil
    enclosure = { box in
      let piece = pieces[box.piece]
      return IntervalBox(
        (0..<dimension).map { row in
          var sum = Interval(piece[0][row])
          for index in 0..<parameters { sum = sum + Interval(piece[index + 1][row]) * box.side(index) }
          guard piece.count > parameters + 1 else { return sum }
          return sum + Interval(piece[parameters + 1][row]) * box.side(0) * box.side(1)
        })
    }
    map = { (place, numbers, points, derivatives) in
      points.count = place.count
      derivatives.count = place.count
      for row in 0..<dimension {
        for lane in 0..<place.count {
          let piece = pieces[Int(numbers.row(0)[lane])]
          var sum = piece[0][row]
          for index in 0..<parameters {
            let edge = piece[index + 1][row]
            sum += edge * place.row(index)[lane]
            derivatives.row(row * parameters + index)[lane] = edge
          }
          if piece.count > parameters + 1 {
            let twist = piece[parameters + 1][row]
            let (u, v) = (place.row(0)[lane], place.row(1)[lane])
            sum += twist * u * v
            derivatives.row(row * parameters)[lane] += twist * v
            derivatives.row(row * parameters + 1)[lane] += twist * u
          }
          points.row(row)[lane] = sum
        }
      }
    }
  }

  /// The point at one place of the parameters.
  func point(at place: SIMD3<Double>, piece: Int) -> [Double] {
    let parameters = Block<Double>(rows: parameters, capacity: 1)
    let number = Block<Double>(rows: 1, capacity: 1)
    let point = Block<Double>(rows: dimension, capacity: 1)
    let derivatives = Block<Double>(rows: dimension * self.parameters, capacity: 1)
    parameters.count = 1
    number.count = 1
    number[0, 0] = Double(piece)
    for row in 0..<self.parameters { parameters[row, 0] = place[row] }
    map(parameters, number, point, derivatives)
    return (0..<dimension).map { point[$0, 0] }
  }
}

extension AdaptiveQuadrature {
  /// An integral over an image of parameters.
  ///
  /// The integrand gets the points of space and their derivatives by the parameters, and writes the rows of values.
  func integral(
    over domain: Parametrization, rows: Int = 1, outline: IntegrandOutline? = nil,
    of integrand: (Block<Double>, Block<Double>, Block<Double>) -> Void
  ) -> Integral {
    let capacity = QuadratureRun.capacity(dimension: domain.parameters)
    let points = Block<Double>(rows: domain.dimension, capacity: capacity)
    let derivatives = Block<Double>(rows: domain.dimension * domain.parameters, capacity: capacity)
    return integral(over: domain.boxes, dimension: domain.parameters, rows: rows, outline: outline) {
      (parameters, pieces, values) in
      domain.map(parameters, pieces, points, derivatives)
      integrand(points, derivatives, values)
    }
  }
}
