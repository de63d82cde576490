import Elementary
import Expressions
import Fields
import Randomness

/// Particles that drift with a vector field of the plane, in single precision, a block at a time.
///
/// They make a flow visible: each lives for some steps, then is born again at a random place of the window;
/// so does one that leaves the window or meets a pole. The same seed gives the same particles everywhere.
public struct ParticleSystem: Sendable {
  /// The rectangle that particles live in.
  public var window: Window
  /// The first coordinates.
  public private(set) var x: [Float]
  /// The second coordinates.
  public private(set) var y: [Float]
  /// Steps that each has left to live.
  public private(set) var lives: [Int32]
  /// Whether a particle was born in the last step: its trail must not be joined to where it was.
  public private(set) var born: [Bool]
  private var generator: CounterGenerator

  /// The most steps that a particle lives.
  public static let longestLife = 240

  /// `count` particles at random places of the window, with random rest lives.
  public init(count: Int, window: Window, seed: UInt64) {
    self.window = window
    generator = CounterGenerator(seed: seed, stream: 1)
    x = Array(repeating: 0, count: max(count, 0))
    y = x
    lives = Array(repeating: 0, count: x.count)
    born = Array(repeating: true, count: x.count)
    for index in x.indices { give(birthTo: index) }
  }

  private mutating func give(birthTo index: Int) {
    x[index] = Float(window.minX) + Float(window.width) * generator.uniformFloat()
    y[index] = Float(window.minY) + Float(window.height) * generator.uniformFloat()
    // Lives of different lengths keep the picture from blinking.
    lives[index] = Int32(Float(ParticleSystem.longestLife) * (0.25 + 0.75 * generator.uniformFloat()))
    born[index] = true
  }

  /// Moves every particle by one step of the classical Runge–Kutta method of order 4.
  public mutating func step(_ field: some VectorField, by time: Float) {
    move(field, by: time)
    let reachX = Float(window.width) * 0.05
    let reachY = Float(window.height) * 0.05
    let insideX = (Float(window.minX) - reachX)...(Float(window.maxX) + reachX)
    let insideY = (Float(window.minY) - reachY)...(Float(window.maxY) + reachY)
    for index in departed(insideX, insideY) { give(birthTo: index) }
  }

  /// Counts one step of every life and finds the particles whose last it was or that have left the ranges.
  private mutating func departed(_ rangeX: ClosedRange<Float>, _ rangeY: ClosedRange<Float>) -> [Int] {
    var departed: [Int] = []
    lives.withUnsafeMutableBufferPointer { lives in
      born.withUnsafeMutableBufferPointer { born in
        for index in lives.indices {
          lives[index] &-= 1
          born[index] = false
          // A particle at a NaN is inside of nothing.
          if lives[index] <= 0 || !rangeX.contains(x[index]) || !rangeY.contains(y[index]) {
            departed.append(index)
          }
        }
      }
    }
    return departed
  }

  private mutating func move(_ field: some VectorField, by time: Float) {
    let mover = RungeKutta4Mover()
    x.withUnsafeMutableBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in mover.move(x, y, with: field, by: time) }
    }
  }
}

/// The classical Runge–Kutta step for points of the plane in memory, a block at a time.
///
/// The tableau is written out: with four slopes of two components, sums in registers beat loops over a table.
final class RungeKutta4Mover {
  private let points = Block<Float>(rows: 2)
  private let slope = Block<Float>(rows: 2)
  private let sum = Block<Float>(rows: 2)

  func move(
    _ x: UnsafeMutableBufferPointer<Float>, _ y: UnsafeMutableBufferPointer<Float>,
    with field: some VectorField, by time: Float
  ) {
    guard let baseX = x.baseAddress, let baseY = y.baseAddress else { return }
    var start = 0
    while start < x.count {
      let count = min(Block<Float>.lanes, x.count - start)
      points.count = count
      points.row(0).update(from: baseX + start, count: count)
      points.row(1).update(from: baseY + start, count: count)
      field.values(at: points, into: slope)
      accumulate(count: count, weight: 0)
      advance(baseX + start, baseY + start, count: count, by: time / 2)
      field.values(at: points, into: slope)
      accumulate(count: count, weight: 2)
      advance(baseX + start, baseY + start, count: count, by: time / 2)
      field.values(at: points, into: slope)
      accumulate(count: count, weight: 2)
      advance(baseX + start, baseY + start, count: count, by: time)
      field.values(at: points, into: slope)
      finish(baseX + start, baseY + start, count: count, by: time / 6)
      start += count
    }
  }

  private func accumulate(count: Int, weight: Float) {
    for row in 0..<2 {
      let from = slope.row(row)
      let to = sum.row(row)
      if weight == 0 {
        to.update(from: from, count: count)
      } else {
        for lane in 0..<count { to[lane] += weight * from[lane] }
      }
    }
  }

  private func advance(
    _ x: UnsafeMutablePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int, by time: Float
  ) {
    let toX = points.row(0)
    let toY = points.row(1)
    let slopeX = slope.row(0)
    let slopeY = slope.row(1)
    for lane in 0..<count { toX[lane] = x[lane] + time * slopeX[lane] }
    for lane in 0..<count { toY[lane] = y[lane] + time * slopeY[lane] }
  }

  private func finish(
    _ x: UnsafeMutablePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int, by time: Float
  ) {
    let slopeX = slope.row(0)
    let slopeY = slope.row(1)
    let sumX = sum.row(0)
    let sumY = sum.row(1)
    for lane in 0..<count { x[lane] += time * (sumX[lane] + slopeX[lane]) }
    for lane in 0..<count { y[lane] += time * (sumY[lane] + slopeY[lane]) }
  }
}
