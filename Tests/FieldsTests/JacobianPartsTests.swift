import Fields
import LinearAlgebra
import Testing

@Suite struct JacobianPartsTests {
  @Test func thePlane() {
    let parts = JacobianParts([[1, -2], [4, 3]])
    #expect(parts.expansion == 2 && parts.angularVelocity == [3])
    #expect(parts.shear == [[-1, 1], [1, 1]] && parts.rotation == [[0, -3], [3, 0]])
    #expect(parts.jacobian == [[1, -2], [4, 3]])
    #expect((parts.shearRate - 2.0.squareRoot()).magnitude < 1e-15)
    #expect((parts.rates[0] + parts.rates[1] - 4).magnitude < 1e-15)
  }

  @Test func oneOfEach() {
    let turning = JacobianParts([[0, -2, 1], [2, 0, -3], [-1, 3, 0]])
    #expect(turning.expansion == 0 && turning.shear == 0 * Matrix.identity(3))
    #expect(turning.angularVelocity == [3, 1, 2])
    let growing = JacobianParts(2 * .identity(3))
    #expect(growing.expansion == 2 && growing.shearRate == 0 && growing.rates == [2, 2, 2])
    // The simple shear (y, 0): half rotation, half stretching along the diagonals.
    let layers = JacobianParts([[0, 1], [0, 0]])
    #expect(layers.angularVelocity == [-0.5] && layers.shearRate == 0.5 && layers.rates == [-0.5, 0.5])
    let stretched = layers.axes.column(1)
    #expect((stretched[0] - 0.5.squareRoot()).magnitude < 1e-15 && stretched[0] == stretched[1])
  }

  /// The sum is the Jacobian to a rounding or two of its largest element, in any number of dimensions.
  @Test(arguments: [1, 2, 3, 5])
  func thePartsMakeTheWhole(_ size: Int) {
    var generator = SystemLikeGenerator(state: 3)
    for _ in 0..<50 {
      let jacobian = Matrix(rows: size, columns: size) { _, _ in generator.next() }
      let parts = JacobianParts(jacobian)
      #expect((parts.jacobian - jacobian).largestMagnitude <= 0x1p-51 * jacobian.largestMagnitude)
      #expect(parts.shear.isSymmetric)
      #expect(parts.shear.trace.magnitude <= 0x1p-50 * Double(size) * jacobian.largestMagnitude)
      #expect(parts.rotation == -parts.rotation.transposed)
      let strain = parts.axes * Matrix(diagonal: parts.rates) * parts.axes.transposed
      #expect((strain - parts.strain).largestMagnitude < 1e-14)
    }
  }

  @Test func noNumberStaysNone() {
    let parts = JacobianParts([[.nan, 0], [0, 1]])
    #expect(parts.expansion.isNaN && parts.shearRate.isNaN && parts.rates.allSatisfy { $0.isNaN })
  }
}
