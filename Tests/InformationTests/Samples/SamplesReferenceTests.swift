import Information
import Neighbours
import Testing

/// The numbers that `Scripts/neighbour-reference.py` prints, for a sample that both sides make from whole numbers.
@Suite("Estimates from samples, against SciPy")
struct SamplesReferenceTests {
  static let reference: [String: Double] = [
    "KL x 1": 0.8617889535927525,
    "KL xyz max 1": 0.006593154260825074,
    "KL xyz euclid 1": -0.05232605492733278,
    "KSG1 x y 1": 0.8172280190233485,
    "KSG1 xz y 1": 0.8193123929827226,
    "KSG2 x y 1": 1.0352835745789037,
    "KSG2 xz y 1": 0.952677754473084,
    "D x y 1": -0.33378812831003674,
    "D xz yz 1": 0.8849954209328061,
    "KL x 4": 0.7458200534840929,
    "KL xyz max 4": 0.5799314173791736,
    "KL xyz euclid 4": 0.6234885028989097,
    "KSG1 x y 4": 0.5285220490673783,
    "KSG1 xz y 4": 0.45180120047152883,
    "KSG2 x y 4": 0.5065287645740941,
    "KSG2 xz y 4": 0.4438650394103689,
    "D x y 4": -0.23096644535402405,
    "D xz yz 4": 0.6516062408017212,
    "kernel scott out": 0.7391589988166025,
    "kernel scott in": 0.5951874421958753,
    "kernel silverman out": 0.7365164683605281,
    "kernel silverman in": 0.605678439953083,
    "kernel 0.25 out": 0.7430575407675062,
    "histogram fd": 0.5698253999737776,
    "histogram given": 0.8316362859845801,
    "JS": 0.03526418950697929,
  ]

  /// A quadratic Weyl sequence: numbers in [0, 1) with 20 bits.
  static func weyl(_ seed: Int) -> [Double] {
    (1...24).map { Double(($0 * $0 * 7919 + $0 * seed * 104_729) % 1_048_583) / 1_048_576 }
  }

  let x: [Double]
  let y: [Double]
  let z: [Double]

  init() {
    let noise = (1...6).map { Self.weyl($0) }
    let x = (0..<24).map { noise[0][$0] + noise[1][$0] + noise[2][$0] }
    self.x = x
    y = (0..<24).map { 0.75 * x[$0] + 0.5 * noise[3][$0] }
    z = (0..<24).map { noise[4][$0] * noise[5][$0] }
  }

  func expect(_ estimate: SampleEstimate, _ name: String) throws {
    let truth = try #require(Self.reference[name])
    #expect(abs(estimate.value.nats - truth) < 1e-12, "\(name): \(estimate.value)")
  }

  @Test("Entropy by neighbours", arguments: [1, 4])
  func kozachenkoLeonenko(k: Int) throws {
    let space = try PointSet([x, y, z])
    try expect(Information.kozachenkoLeonenko(x, k: k), "KL x \(k)")
    try expect(Information.kozachenkoLeonenko(space, k: k), "KL xyz max \(k)")
    try expect(Information.kozachenkoLeonenko(space, k: k, norm: .euclidean), "KL xyz euclid \(k)")
  }

  @Test("Mutual information", arguments: [1, 4])
  func mutualInformation(k: Int) throws {
    let wide = try PointSet([x, z])
    let line = try PointSet(line: y)
    try expect(Information.mutualInformation(x, y, k: k), "KSG1 x y \(k)")
    try expect(Information.mutualInformation(x, y, k: k, algorithm: .second), "KSG2 x y \(k)")
    try expect(Information.mutualInformation(wide, line, k: k), "KSG1 xz y \(k)")
    try expect(Information.mutualInformation(wide, line, k: k, algorithm: .second), "KSG2 xz y \(k)")
  }

  @Test("Divergence by neighbours", arguments: [1, 4])
  func divergence(k: Int) throws {
    try expect(neighbourDivergence(x, y, k: k), "D x y \(k)")
    let first = try PointSet([x, z])
    let second = try PointSet([y, Self.weyl(9)])
    try expect(neighbourDivergence(first, second, k: k), "D xz yz \(k)")
  }

  @Test("Kernels")
  func kernels() throws {
    try expect(kernelEntropy(x), "kernel scott out")
    try expect(kernelEntropy(x, evaluation: .resubstitution), "kernel scott in")
    try expect(kernelEntropy(x, bandwidth: .silverman), "kernel silverman out")
    try expect(kernelEntropy(x, bandwidth: .silverman, evaluation: .resubstitution), "kernel silverman in")
    try expect(kernelEntropy(x, bandwidth: .given(0.25)), "kernel 0.25 out")
  }

  @Test("Histograms")
  func histograms() throws {
    try expect(Histogram(x).differentialEntropy(isCorrected: false), "histogram fd")
    let given = try Histogram(x, edges: .given([0, 1, 1.25, 1.5, 3]))
    try expect(given.differentialEntropy(isCorrected: false), "histogram given")
    try expect(histogramDivergence(x, y), "JS")
  }
}
