import Fields
import Figures
import Foundation
import LinearAlgebra
import Testing

@testable import Atlas

@Suite struct LensPictureTests {
  /// exp(tM)·place by its series, which needs no closed form.
  private func series(_ matrix: Matrix, _ time: Double, _ place: SIMD2<Double>) -> SIMD2<Double> {
    var term = [place.x, place.y]
    var sum = term
    for order in 1...40 {
      term = (matrix * term).map { $0 * time / Double(order) }
      sum = zip(sum, term).map { $0 + $1 }
    }
    return SIMD2(sum[0], sum[1])
  }

  @Test(
    arguments: [
      [[0, -1], [1, 0]], [[2, 0], [0, 2]], [[1, 0], [0, -1]], [[0, 1], [0, 0]], [[1, -2], [4, 3]],
      [[0.3, 1.7], [-0.2, -0.9]], [[0, 0], [0, 0]],
    ] as [[[Double]]])
  func aDropGoesWhereTheExponentialTakesIt(_ rows: [[Double]]) throws {
    let matrix = try Matrix(rows)
    let flow = LinearFlow(matrix: matrix)
    for place in LinearFlow.places {
      let moved = flow.moved(place, after: 0.37)
      let expected = series(matrix, 0.37, place)
      #expect(abs(moved.x - expected.x) < 1e-13 && abs(moved.y - expected.y) < 1e-13)
    }
    // The area of the drop grows as exp(t·trace) (Liouville): compare the areas of two polygons.
    func area(_ points: [SIMD2<Double>]) -> Double {
      zip(points, points.dropFirst() + [points[0]]).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 }
    }
    let ratio = area(flow.drop(after: 0.37)) / area(flow.drop(after: 0))
    #expect(abs(ratio / exp(0.37 * matrix.trace) - 1) < 1e-13)
  }

  @Test func theStretchIsAlongItsAxis() {
    // x′ = y stretches along the diagonal, at the rate ½.
    let picture = LensPicture(JacobianParts([[0, 1], [0, 0]]))
    #expect(abs(picture.stretchAngle - 45) < 1e-12)
    #expect(abs(LensPicture(JacobianParts([[-1, 0], [0, 1]])).stretchAngle - 90) < 1e-12)
    #expect(abs(LensPicture(JacobianParts([[0, -1], [-1, 0]])).stretchAngle + 45) < 1e-12)
  }

  @Test func arrowsAreNoLongerThanTheyMayBe() {
    for jacobian in [[[1, -2], [4, 3]], [[0, 0], [0, 0]], [[Double.nan, 0], [0, 1]]] as [Matrix] {
      let vectors = LensPicture(JacobianParts(jacobian)).arrows.vectors
      #expect(vectors.allSatisfy { !(hypot($0.x, $0.y) > 0.46 + 1e-12) })
    }
  }

  @Test(arguments: [[[1, -2], [4, 3]], [[0, 0], [0, 0]], [[Double.nan, 0], [0, 1]]] as [Matrix])
  func everyPartHasItsNumber(_ jacobian: Matrix) {
    var picture = LensPicture(JacobianParts(jacobian), language: .simplifiedChinese)
    for width in [330.0, 800] {
      picture.width = width
      let svg = picture.figure.svg()
      for word in ["线性部分", "膨胀", "旋转", "剪切"] { #expect(svg.contains(word)) }
    }
    picture.language = .english
    if jacobian[0, 0] == 1 {
      let svg = picture.figure.svg()
      #expect(svg.contains("½ ∇·F = 2") && svg.contains("½ ∇×F = 3"))
    }
  }
}
