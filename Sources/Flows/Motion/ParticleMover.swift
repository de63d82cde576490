import Expressions
import Fields

/// A scalar that particles move in: `Double` for measuring, `Float` for what moves for the eye.
public protocol FieldScalar: BlockScalar {
  /// The vectors of a field at points of this scalar.
  static func values(of field: AnyVectorField, at points: Block<Self>, into values: Block<Self>)

  /// One step of a mover of this scalar.
  ///
  /// A requirement, so that a caller in another module comes to code for its scalar: generic code for any is twenty times
  /// as slow.
  static func move(
    _ mover: ParticleMover<Self>, _ x: UnsafeMutableBufferPointer<Self>,
    _ y: UnsafeMutableBufferPointer<Self>,
    with field: AnyVectorField, by time: Self)
}

extension Double: FieldScalar {
  /// The vectors of a field in double precision.
  public static func values(of field: AnyVectorField, at points: Block<Double>, into values: Block<Double>) {
    field.values(at: points, into: values)
  }

  /// One step in double precision.
  public static func move(
    _ mover: ParticleMover<Double>, _ x: UnsafeMutableBufferPointer<Double>,
    _ y: UnsafeMutableBufferPointer<Double>, with field: AnyVectorField, by time: Double
  ) {
    mover.step(x, y, with: field, by: time)
  }
}

extension Float: FieldScalar {
  /// The vectors of a field in single precision.
  public static func values(of field: AnyVectorField, at points: Block<Float>, into values: Block<Float>) {
    field.values(at: points, into: values)
  }

  /// One step in single precision.
  public static func move(
    _ mover: ParticleMover<Float>, _ x: UnsafeMutableBufferPointer<Float>,
    _ y: UnsafeMutableBufferPointer<Float>, with field: AnyVectorField, by time: Float
  ) {
    mover.step(x, y, with: field, by: time)
  }
}

/// Moves many points of the plane by one step of the classical Runge–Kutta method of order 4, where they lie in memory.
///
/// ```swift
/// let mover = ParticleMover<Float>()
/// mover.move(x, y, with: field, by: 0.01)
/// ```
///
/// The tableau is written out: with four slopes of two components, sums in registers beat loops over a table.
public final class ParticleMover<Scalar: FieldScalar> {
  private let points = Block<Scalar>(rows: 2)
  private let slope = Block<Scalar>(rows: 2)
  private let sum = Block<Scalar>(rows: 2)

  /// A mover with the memory of a block of points.
  public init() {}

  /// Moves the points; both arrays are as long as each other.
  public func move(
    _ x: UnsafeMutableBufferPointer<Scalar>, _ y: UnsafeMutableBufferPointer<Scalar>,
    with field: some VectorField, by time: Scalar
  ) {
    precondition(x.count == y.count, "every point has two coordinates")
    Scalar.move(self, x, y, with: AnyVectorField(field), by: time)
  }

  /// The step itself; the scalar is known where it is called.
  fileprivate func step(
    _ x: UnsafeMutableBufferPointer<Scalar>, _ y: UnsafeMutableBufferPointer<Scalar>,
    with field: AnyVectorField, by time: Scalar
  ) {
    guard let baseX = x.baseAddress, let baseY = y.baseAddress else { return }
    var start = 0
    while start < x.count {
      let count = min(Block<Scalar>.lanes, x.count - start)
      let (fromX, fromY) = (baseX + start, baseY + start)
      points.count = count
      points.row(0).update(from: fromX, count: count)
      points.row(1).update(from: fromY, count: count)
      for stage in 0..<4 {
        Scalar.values(of: field, at: points, into: slope)
        if stage < 3 {
          let reach = stage == 2 ? time : time / 2
          advance(0, fromX, count, reach, stage)
          advance(1, fromY, count, reach, stage)
        }
      }
      finish(0, fromX, count, time / 6)
      finish(1, fromY, count, time / 6)
      start += count
    }
  }

  /// The next place to look at, and the sum of slopes so far.
  private func advance(
    _ row: Int, _ place: UnsafeMutablePointer<Scalar>, _ count: Int, _ time: Scalar, _ stage: Int
  ) {
    let (slope, sum, next) = (slope.row(row), sum.row(row), points.row(row))
    if stage == 0 {
      for lane in 0..<count {
        sum[lane] = slope[lane]
        next[lane] = place[lane] + time * slope[lane]
      }
    } else {
      for lane in 0..<count {
        sum[lane] += slope[lane] + slope[lane]
        next[lane] = place[lane] + time * slope[lane]
      }
    }
  }

  private func finish(
    _ row: Int, _ place: UnsafeMutablePointer<Scalar>, _ count: Int, _ time: Scalar
  ) {
    let (slope, sum) = (slope.row(row), sum.row(row))
    for lane in 0..<count { place[lane] += time * (sum[lane] + slope[lane]) }
  }
}
