import Expressions
import Fields
import Figures
import Testing

@testable import Atlas

@Suite struct ReliefPictureTests {
  private let window = Window(minX: -2, maxX: 2, minY: -1, maxY: 1)
  private let camera = Camera(heading: Heading(azimuth: -60, elevation: 40), reach: 1)

  private func relief(_ formula: String, _ window: Window? = nil) throws -> Relief {
    Relief(of: try ScalarExpressionField(formula), over: window ?? self.window, camera: camera)
  }

  @Test func theBoxHasTheShapeOfTheWindow() throws {
    let plane = try relief("x")
    #expect(plane.place(x: 2, y: 1, value: 2) == SIMD3(1, 0.5, 0.45))
    #expect(plane.place(x: -2, y: -1, value: -2) == SIMD3(-1, -0.5, -0.45))
    #expect(plane.place(x: 0, y: 0, value: 0) == SIMD3(0, 0, 0))
  }

  @Test func whatIsSeenSomewhereIsFoundThere() throws {
    for formula in ["x + y", "x^2 - y^2", "sin(2x) cos(2y)"] {
      let field = try ScalarExpressionField(formula)
      let relief = Relief(of: field, over: window, camera: camera)
      for x in [-1.7, -0.6, 0, 0.45, 1.2] {
        for y in [-0.8, -0.3, 0.1, 0.7] {
          let value = field.value(at: [x, y])
          guard !relief.isHidden(x: x, y: y, value: value) else { continue }
          // Where the ground rises to the eye nearly as steeply as the line of sight, at 40°, a hair decides.
          let slope = field.gradient(at: [x, y])
          let eye = camera.heading.vector
          let rise = (slope[0] * eye.x + slope[1] * eye.y) / (eye.x * eye.x + eye.y * eye.y).squareRoot()
          guard rise * 0.9 / relief.reach.length < 0.5 * 0.5 else { continue }
          let sight = try #require(relief.sight(x: x, y: y, value: value))
          let ground = try #require(relief.ground(at: sight.place), "\(formula) \(x) \(y)")
          let found = try #require(
            relief.sight(x: ground.x, y: ground.y, value: field.value(at: [ground.x, ground.y])))
          // What is found is seen there, and lies no farther away. Between the nodes, a 24th of the box apart, the mesh is
          // a chord: off by an eighth of the curvature times its square, 0.9 · 4 · (2/24)²/8 at most.
          let off = found.place - sight.place
          #expect(abs(off.x) < 0.004 && abs(off.y) < 0.004, "\(formula) \(x) \(y)")
          #expect(found.depth > sight.depth - 0.05, "\(formula) \(x) \(y)")
        }
      }
    }
  }

  @Test func aHillHidesWhatIsBehindIt() throws {
    let low = Camera(heading: Heading(azimuth: -90, elevation: 10), reach: 1)
    let field = try ScalarExpressionField("exp(-8(x^2 + y^2))")
    let relief = Relief(of: field, over: window, camera: low)
    // The eye is on the side of negative y.
    for (x, y, isBehind) in [(0.0, 0.6, true), (0.0, -0.6, false), (1.5, 0.6, false)] {
      let isHidden = relief.isHidden(x: x, y: y, value: field.value(at: [x, y]))
      #expect(isHidden == isBehind, "\(x) \(y)")
    }
  }

  @Test func whatLiesOutsideIsNotSeen() throws {
    let relief = try relief("x")
    #expect(relief.sight(x: 2.1, y: 0, value: 2.1) == nil)
    #expect(relief.sight(x: .nan, y: 0, value: 0) == nil)
    #expect(relief.sight(x: 0, y: 0, value: .nan) == nil)
    #expect(relief.ground(at: SIMD2(5, 5)) == nil)
    #expect(relief.ground(at: SIMD2(.nan, 0)) == nil)
  }

  @Test func whereItTowersItIsCutOff() throws {
    let relief = try relief("exp(6x)")
    #expect(relief.reach.upper < 10)
    #expect(relief.sight(x: 1.9, y: 0, value: 90_000) == nil)
    let cell = ReliefCell(relief, 10, Relief.cells - 1)
    #expect(cell.corners == nil)
    var cut = 0
    for column in 0..<Relief.cells {
      guard let corners = ReliefCell(relief, 10, column).corners else { continue }
      #expect(corners.allSatisfy { $0.z <= Relief.halfHeight + 1e-9 })
      if corners.count != 4 || corners.contains(where: { abs($0.z - Relief.halfHeight) < 1e-12 }) { cut += 1 }
    }
    #expect(cut == 1)
  }

  @Test func levelLinesLieAtTheirLevel() throws {
    let relief = try relief("x + y/3")
    let cell = ReliefCell(relief, 20, 24)
    let lines = cell.levelLines([0, 0.02, 0.04, 0.06, 100])
    #expect(!lines.isEmpty)
    for point in lines.joined() {
      let value = 2 * point.x + 2 * point.y / 3
      // The value that the height says.
      #expect(abs(relief.place(x: 0, y: 0, value: value).z - point.z) < 1e-12)
    }
  }

  @Test func figuresOfEverything() throws {
    for formula in ["x^2 + y^2", "3", "1/x", "log(x)", "exp(20x)", "0/0"] {
      for layers: FieldLayers in [[], [.height, .contours]] {
        let picture = ReliefPicture(
          window: window, camera: camera, layers: layers, language: .simplifiedChinese)
        let svg = picture.figure(of: try ScalarExpressionField(formula)).svg()
        #expect(svg.contains("</svg>") && !svg.contains("nan"), "\(formula)")
      }
    }
  }
}
