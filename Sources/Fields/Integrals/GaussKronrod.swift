/// A Gauss rule inside a Kronrod rule: one set of points that gives an integral over (−1, 1) and how far it may be off.
///
/// The Kronrod rule uses all points; the Gauss rule every other one, and their difference tells the error.
///
/// Source: Piessens, de Doncker-Kapenga, Überhuber and Kahaner, QUADPACK (Springer 1983), qk15 and qk21; their
/// numbers, recomputed with 60 digits.
public struct GaussKronrod: Sendable, Equatable {
  /// The places in (−1, 1), increasing; the ends are not among them.
  public let nodes: [Double]
  /// The weights of the Kronrod rule; their sum is 2.
  public let weights: [Double]
  /// The weights of the Gauss rule, 0 where it has no point; their sum is 2.
  public let gaussWeights: [Double]

  /// The rule with these numbers for the nodes from 0 to 1, the greatest first; 0 is the last of them.
  private init(upper: [Double], weights: [Double], gaussWeights: [Double]) {
    nodes = upper.map { -$0 }.dropLast() + [0] + upper.dropLast().reversed()
    self.weights = weights.dropLast() + weights.reversed()
    self.gaussWeights = gaussWeights.dropLast() + gaussWeights.reversed()
  }

  /// 7 points of Gauss among 15: exact for polynomials of degree 23, for products of rules in several dimensions.
  public static let fifteen = GaussKronrod(
    upper: [
      0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945,
      0.5860872354676911, 0.4058451513773972, 0.20778495500789848, 0,
    ],
    weights: [
      0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592,
      0.1690047266392679, 0.19035057806478542, 0.20443294007529889, 0.20948214108472782,
    ],
    gaussWeights: [
      0, 0.1294849661688697, 0, 0.27970539148927664, 0, 0.3818300505051189, 0, 0.4179591836734694,
    ])

  /// 10 points of Gauss among 21: exact for polynomials of degree 31, for one dimension.
  public static let twentyOne = GaussKronrod(
    upper: [
      0.9956571630258081, 0.9739065285171717, 0.9301574913557082, 0.8650633666889845,
      0.7808177265864169, 0.6794095682990244, 0.5627571346686047, 0.4333953941292472,
      0.2943928627014602, 0.14887433898163122, 0,
    ],
    weights: [
      0.011694638867371874, 0.032558162307964725, 0.054755896574351995, 0.07503967481091996,
      0.0931254545836976, 0.10938715880229764, 0.12349197626206584, 0.13470921731147334,
      0.14277593857706009, 0.14773910490133849, 0.1494455540029169,
    ],
    gaussWeights: [
      0, 0.06667134430868814, 0, 0.1494513491505806, 0, 0.21908636251598204, 0, 0.26926671930999635,
      0, 0.29552422471475287, 0,
    ])
}
