import Elementary
import Expressions
import Fields
import Parallel
import Randomness

/// Noise smeared along a flow: every streamline at once, as a texture.
///
/// Each pixel takes the mean of white noise along its streamline, so that neighbours on one line look alike and
/// neighbours on two lines do not. Source: Cabral and Leedom, *Imaging vector fields using line integral convolution*
/// (1993); the moving kernel is that of their section 4.
///
/// ```swift
/// let texture = LineIntegralConvolution(window: window, columns: 600, rows: 400)
/// let grey = texture.image(of: try VectorExpressionField("-y, x"))
/// ```
public struct LineIntegralConvolution: Sendable, Equatable {
  /// The part of the plane that is shown.
  public let window: Window
  /// The number of pixels from left to right.
  public let columns: Int
  /// The number of pixels from top to bottom.
  public let rows: Int
  /// How many pixels of a streamline are averaged, the pixel itself in the middle.
  public let taps: Int
  /// Where in its turn the moving kernel is, from 0 to 1; `nil` weighs all taps equally.
  ///
  /// Pictures with growing phases move along the flow, and 1 looks as 0 does.
  public var phase: Double?
  /// The seed of the noise.
  public let seed: UInt64

  /// A texture of a window; the number of taps is made odd and at least 3.
  public init(
    window: Window, columns: Int, rows: Int, taps: Int = 41, phase: Double? = nil, seed: UInt64 = 1
  ) {
    self.window = window
    self.columns = max(columns, 1)
    self.rows = max(rows, 1)
    self.taps = max(3, taps | 1)
    self.phase = phase
    self.seed = seed
  }

  /// The grey values, from 0 to 1, row by row from the top; NaN where the field is zero or not finite.
  ///
  /// Their mean is ½ and their standard deviation ⅙, whatever the number of taps. `progress` is called with the share
  /// of the work that has been done since the last call, on any thread.
  public func image(
    of field: some VectorField, progress: (@Sendable (Double) -> Void)? = nil
  ) -> [Float] {
    let plane = TexturePlane(self, field: AnyVectorField(field), noise: whiteNoise())
    return stretched(smear(plane, progress))
  }

  /// The grey values of a noise of one's own, as many as pixels; the values are not stretched.
  public func convolve(_ noise: [Float], along field: some VectorField) -> [Float] {
    precondition(noise.count == columns * rows, "the noise has a number for every pixel")
    return smear(TexturePlane(self, field: AnyVectorField(field), noise: noise), nil)
  }

  /// A number from 0 to 1 for every pixel: a function of the seed and of its place.
  public func whiteNoise() -> [Float] {
    var generator = CounterGenerator(seed: seed, stream: 3)
    return (0..<columns * rows).map { _ in generator.uniformFloat() }
  }

  /// The weights of the taps.
  func kernel() -> [Float] {
    let half = taps / 2
    guard let phase else { return Array(repeating: 1, count: taps) }
    return (-half...half).map { place in
      let share = Double(place) / Double(half + 1)
      // A Hann window over the whole length times a wave of two lengths that runs through it.
      let window = 1 + Double.cos(.pi * share)
      let wave = 1 + Double.cos(2 * .pi * (share - phase))
      return Float(0.25 * window * wave)
    }
  }

  private func smear(_ plane: TexturePlane, _ progress: (@Sendable (Double) -> Void)?) -> [Float] {
    var result = [Float](repeating: .nan, count: columns * rows)
    let kernel = kernel()
    let (columns, rows) = (columns, rows)
    let rowsPerPart = 16
    let parts = (rows + rowsPerPart - 1) / rowsPerPart
    result.withUnsafeMutableBufferPointer { result in
      nonisolated(unsafe) let result = result
      inParallel(parts) { part in
        kernel.withUnsafeBufferPointer { kernel in
          for row in part * rowsPerPart..<min((part + 1) * rowsPerPart, rows) {
            for column in 0..<columns {
              result[row * columns + column] = plane.mean(column, row, kernel)
            }
          }
        }
        progress?(1 / Double(parts))
      }
    }
    return result
  }

  /// Brings mean and spread of the grey values to what the eye sees best.
  private func stretched(_ values: [Float]) -> [Float] {
    var count = 0.0
    var sum = 0.0
    var squares = 0.0
    for value in values where value.isFinite {
      count += 1
      sum += Double(value)
      squares += Double(value) * Double(value)
    }
    guard count > 1 else { return values }
    let mean = sum / count
    let spread = max(squares / count - mean * mean, 0).squareRoot()
    guard spread > 0 else { return values }
    let scale = Float(1 / (6 * spread))
    return values.map { min(max(($0 - Float(mean)) * scale + 0.5, 0), 1) }
  }
}

/// Directions and noise of every pixel side by side, with a border that holds what has left the picture.
private final class TexturePlane: Sendable {
  /// Direction in pixels, noise, and 1 where there is a picture and a direction.
  private nonisolated(unsafe) let cells: UnsafeMutablePointer<SIMD4<Float>>
  private let stride: Int
  private let count: Int
  private static let border = 2

  init(_ texture: LineIntegralConvolution, field: AnyVectorField, noise: [Float]) {
    let border = TexturePlane.border
    let stride = texture.columns + 2 * border
    self.stride = stride
    count = stride * (texture.rows + 2 * border)
    cells = .allocate(capacity: count)
    cells.initialize(repeating: .zero, count: count)
    nonisolated(unsafe) let cells = cells
    let window = texture.window
    let dx = window.width / Double(texture.columns)
    let dy = window.height / Double(texture.rows)
    inParallel(texture.rows) { row in
      let points = Block<Double>(rows: field.dimension, capacity: texture.columns)
      let values = Block<Double>(rows: field.components, capacity: texture.columns)
      points.count = texture.columns
      for column in 0..<texture.columns {
        points.row(0)[column] = window.minX + (Double(column) + 0.5) * dx
        points.row(1)[column] = window.maxY - (Double(row) + 0.5) * dy
      }
      field.values(at: points, into: values)
      for column in 0..<texture.columns {
        // Rows of pixels run downwards.
        let x = Float(values.row(0)[column] / dx)
        let y = Float(-values.row(1)[column] / dy)
        let length = (x * x + y * y).squareRoot()
        guard length > 0, length.isFinite else { continue }
        cells[(row + border) * stride + column + border] = SIMD4(
          x / length, y / length, noise[row * texture.columns + column], 1)
      }
    }
  }

  deinit { cells.deallocate() }

  /// The mean of the noise along the streamline through the middle of a pixel; NaN without a direction.
  ///
  /// Steps are about one pixel long, by Adams and Bashforth's rule of order 2: one look at the memory a step.
  @inline(__always)
  func mean(_ column: Int, _ row: Int, _ kernel: UnsafeBufferPointer<Float>) -> Float {
    let border = TexturePlane.border
    let middle = cells[(row + border) * stride + column + border]
    guard middle.w > 0 else { return .nan }
    let half = kernel.count / 2
    var sum = middle.z * kernel[half]
    var weight = kernel[half]
    let direction = SIMD2(middle.x, middle.y)
    var forward = SIMD2(Float(column + border) + 0.5, Float(row + border) + 0.5)
    var backward = forward - direction
    forward += direction
    var ahead = direction
    var behind = direction
    for tap in 1...half {
      let next = cell(forward)
      let last = cell(backward)
      let (late, early) = (kernel[half + tap], kernel[half - tap])
      sum += next.z * late + last.z * early
      weight += next.w * late + last.w * early
      let (further, before) = (SIMD2(next.x, next.y), SIMD2(last.x, last.y))
      // What has left the picture stays where it is.
      forward += (1.5 * further - 0.5 * ahead) * next.w
      backward -= (1.5 * before - 0.5 * behind) * last.w
      (ahead, behind) = (further, before)
    }
    return weight > 0 ? sum / weight : .nan
  }

  @inline(__always)
  private func cell(_ place: SIMD2<Float>) -> SIMD4<Float> {
    cells[Int(place.y) * stride + Int(place.x)]
  }
}
