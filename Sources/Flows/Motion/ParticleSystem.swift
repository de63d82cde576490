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
    let mover = ParticleMover<Float>()
    x.withUnsafeMutableBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in mover.move(x, y, with: field, by: time) }
    }
  }
}
