import Elementary
import Expressions
import Fields
import Flows
import Testing

@Suite struct LineIntegralConvolutionTests {
  private let window = Window(minX: -1, maxX: 1, minY: -1, maxY: 1)

  /// Along a level flow the texture is the moving mean of each row.
  @Test func aLevelFlowAveragesRows() throws {
    let texture = LineIntegralConvolution(window: window, columns: 64, rows: 8, taps: 9)
    let noise = texture.whiteNoise()
    let image = texture.convolve(noise, along: try VectorExpressionField("1 + 0 x, 0"))
    for row in 0..<8 {
      for column in 0..<64 {
        let places = max(0, column - 4)...min(63, column + 4)
        let mean = places.reduce(0) { $0 + noise[row * 64 + $1] } / Float(places.count)
        #expect((image[row * 64 + column] - mean).magnitude < 1e-6)
      }
    }
  }

  /// Along a diagonal neighbours share all but the ends of their lines; across it they share nothing.
  @Test func theTextureFollowsTheFlow() throws {
    let texture = LineIntegralConvolution(window: window, columns: 120, rows: 120, taps: 41)
    let image = texture.image(of: try VectorExpressionField("1 + 0 x, 1"))
    var along: Float = 0
    var across: Float = 0
    for row in 40..<80 {
      for column in 40..<80 {
        let here = image[row * 120 + column]
        along += (here - image[(row - 1) * 120 + column + 1]).magnitude
        across += (here - image[(row + 1) * 120 + column + 1]).magnitude
      }
    }
    #expect(along < 0.6 * across)
  }

  /// A line round the middle stays at its distance: the noise of a ring comes from that ring.
  @Test func circlesAreFollowed() throws {
    let texture = LineIntegralConvolution(window: window, columns: 200, rows: 200, taps: 121)
    // A noise that tells the distance from the middle.
    var rings: [Float] = []
    for row in 0..<200 {
      for column in 0..<200 {
        let (x, y) = (Float(column) - 99.5, Float(row) - 99.5)
        rings.append((x * x + y * y).squareRoot())
      }
    }
    let image = texture.convolve(rings, along: try VectorExpressionField("-y, x"))
    for column in 110..<190 {
      let pixel = 100 * 200 + column
      #expect((image[pixel] - rings[pixel]).magnitude < 0.5)
    }
  }

  @Test func greyValuesAreSpread() throws {
    let texture = LineIntegralConvolution(window: window, columns: 120, rows: 90)
    let image = texture.image(of: try VectorExpressionField("sin(3 y), x"))
    let mean = image.reduce(0, +) / Float(image.count)
    let variance = image.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(image.count)
    #expect((mean - 0.5).magnitude < 0.01)
    #expect((variance.squareRoot() - 1.0 / 6).magnitude < 0.01)
    #expect(texture.image(of: try VectorExpressionField("sin(3 y), x")) == image)
  }

  @Test func aPhaseMovesAndComesBack() throws {
    let field = try VectorExpressionField("1 + 0 x, 0")
    var texture = LineIntegralConvolution(window: window, columns: 80, rows: 4, taps: 21)
    let noise = texture.whiteNoise()
    func picture(_ phase: Double) -> [Float] {
      texture.phase = phase
      return texture.convolve(noise, along: field)
    }
    let start = picture(0)
    let once = picture(1)
    let later = picture(0.25)
    #expect(zip(start, once).allSatisfy { ($0 - $1).magnitude < 1e-5 })
    #expect(zip(start, later).contains { ($0 - $1).magnitude > 0.05 })
  }

  @Test func nothingFlowsAtAPoleOrInAZeroField() throws {
    let texture = LineIntegralConvolution(window: window, columns: 21, rows: 21)
    #expect(texture.image(of: try VectorExpressionField("0 x, 0")).allSatisfy { $0.isNaN })
    let pole = texture.image(of: try VectorExpressionField("x/(x^2+y^2), y/(x^2+y^2)"))
    #expect(pole[10 * 21 + 10].isNaN)
    #expect(pole.count { $0.isNaN } == 1)
  }
}
