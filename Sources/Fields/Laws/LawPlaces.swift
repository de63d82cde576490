import Elementary
import Expressions
import Randomness

/// The rows of a field at one order of derivative, evaluated where a law needs them.
struct FieldRows {
  let count: Int
  let evaluate: (Block<Double>, Block<Double>) -> Void
}

/// Places of a box at which laws are checked, on a lattice of powers of two so that steps from them are exact.
struct LawPlaces {
  /// The places, one array of coordinates each.
  let points: [[Double]]
  /// A power of two between half of the width and the width of the box along each coordinate.
  let scales: [Double]

  init(_ box: [ClosedRange<Double>], count: Int, seed: UInt64) {
    var generator = CounterGenerator(seed: seed)
    let scales = box.map { range -> Double in
      let width = range.upperBound - range.lowerBound
      guard width > 0, width.isFinite else { return 1 }
      return Double(sign: .plus, exponent: Int(width.exponent), significand: 1)
    }
    self.scales = scales
    points = (0..<count).map { _ in
      box.indices.map { index in
        let range = box[index]
        let place = range.lowerBound + generator.uniform() * (range.upperBound - range.lowerBound)
        let lattice = scales[index] * 0x1p-26
        return (place / lattice).rounded(.down) * lattice
      }
    }
  }
}

/// The middle one of the finite numbers; 0 where there is none.
func median(_ values: [Double]) -> Double {
  let finite = values.filter { $0.isFinite }.sorted()
  return finite.isEmpty ? 0 : finite[finite.count / 2]
}
