import Elementary
import Fields

extension LossSurface {
  /// Every surface of the catalogue.
  public static var all: [LossSurface] {
    [rosenbrock, himmelblau, beale, rastrigin, ackley, ravine, saddle, monkeySaddle]
  }

  /// The surface of a short name, such as `himmelblau`.
  ///
  /// - Throws: ``DescentError/unknownSurface(_:)``.
  public static func named(_ name: String) throws(DescentError) -> LossSurface {
    let sought = Array(name.utf8)
    for surface in all where surface.shortName.utf8Equals(sought) { return surface }
    throw .unknownSurface(name)
  }

  /// A long bent valley: steep walls lead into it at once, along its ground there is hardly a slope.
  public static var rosenbrock: LossSurface {
    LossSurface(
      shortName: "rosenbrock", english: "Rosenbrock's valley", chinese: "罗森布罗克山谷",
      formula: "(1 - x)^2 + 100(y - x^2)^2",
      residualFormula: "sqrt(2)(10(y - x^2)), sqrt(2)(1 - x)",
      citation: "Rosenbrock, Computer J. 3 (1960) 175",
      window: Window(minX: -2, maxX: 2, minY: -1, maxY: 3), start: [-1.2, 1],
      knownPoints: [KnownPoint(1, 1, 0, .minimum)])
  }

  /// Four minima of one depth, four passes between them, and a hill in their middle.
  public static var himmelblau: LossSurface {
    LossSurface(
      shortName: "himmelblau", english: "Himmelblau's four hollows", chinese: "希梅尔布劳四谷",
      formula: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
      residualFormula: "sqrt(2)(x^2 + y - 11), sqrt(2)(x + y^2 - 7)",
      citation: "Himmelblau, Applied Nonlinear Programming (1972)",
      window: Window(minX: -5, maxX: 5, minY: -5, maxY: 5), start: [0, 0],
      knownPoints: [
        KnownPoint(3, 2, 0, .minimum),
        KnownPoint(-2.805118086952745, 3.131312518250573, 0, .minimum),
        KnownPoint(-3.779310253377747, -3.2831859912861696, 0, .minimum),
        KnownPoint(3.5844283403304917, -1.8481265269644036, 0, .minimum),
        KnownPoint(-0.2708445906673476, -0.9230385564799815, 181.6165215225827, .maximum),
        KnownPoint(-3.0730257507643897, -0.08135304428796751, 104.0151629175581, .saddle(index: 1)),
        KnownPoint(-0.12796134673068008, -1.9537149802445763, 178.33723920192747, .saddle(index: 1)),
        KnownPoint(0.08667750455539636, 2.884254701174776, 67.71915008752615, .saddle(index: 1)),
        KnownPoint(3.385154183607021, 0.07385187983774928, 13.31192627040559, .saddle(index: 1)),
      ])
  }

  /// A flat plain between steep corners; two passes, and one minimum far along the plain.
  public static var beale: LossSurface {
    LossSurface(
      shortName: "beale", english: "Beale's plain", chinese: "比尔平原",
      formula: "(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2",
      residualFormula:
        "sqrt(2)(1.5 - x + x y), sqrt(2)(2.25 - x + x y^2), sqrt(2)(2.625 - x + x y^3)",
      citation: "Beale, Technical Report 25, Princeton (1958); Moré, Garbow and Hillstrom (1981), problem 5",
      window: Window(minX: -4.5, maxX: 4.5, minY: -4.5, maxY: 4.5), start: [1, 1],
      knownPoints: [
        KnownPoint(3, 0.5, 0, .minimum),
        KnownPoint(0, 1, 14.203125, .saddle(index: 1)),
        KnownPoint(0.10053793732415836, -2.644513585023125, 9.86451228475556, .saddle(index: 1)),
      ])
  }

  /// A bowl covered with bumps: 121 minima, 100 maxima and 220 saddles in its window.
  public static var rastrigin: LossSurface {
    LossSurface(
      shortName: "rastrigin", english: "Rastrigin's egg carton", chinese: "拉斯特里金蛋盒",
      formula: "20 + x^2 - 10cos(2pi x) + y^2 - 10cos(2pi y)", residualFormula: nil,
      citation: "Rastrigin, Systems of Extremal Control (1974)",
      window: Window(minX: -5.12, maxX: 5.12, minY: -5.12, maxY: 5.12), start: [2.2, -1.3],
      knownPoints: RastriginField.planePoints)
  }

  /// A cone with bumps on it: its lowest point is a kink, where no gradient exists.
  ///
  /// Of its many smooth minima the eight around the cone's tip are listed.
  public static var ackley: LossSurface {
    LossSurface(
      shortName: "ackley", english: "Ackley's funnel", chinese: "阿克利漏斗",
      formula: "-20exp(-0.2sqrt((x^2 + y^2)/2)) - exp((cos(2pi x) + cos(2pi y))/2) + 20 + e",
      residualFormula: nil,
      citation: "Ackley, A Connectionist Machine for Genetic Hillclimbing (1987)",
      window: Window(minX: -5, maxX: 5, minY: -5, maxY: 5), start: [1.6, -0.7],
      knownPoints: [
        KnownPoint(0, 0, 0, nil),
        KnownPoint(0.9521665459501717, 0, 2.579927557029872, .minimum),
        KnownPoint(-0.9521665459501717, 0, 2.579927557029872, .minimum),
        KnownPoint(0, 0.9521665459501717, 2.579927557029872, .minimum),
        KnownPoint(0, -0.9521665459501717, 2.579927557029872, .minimum),
        KnownPoint(0.9684776587077244, 0.9684776587077244, 3.57445187725768, .minimum),
        KnownPoint(0.9684776587077244, -0.9684776587077244, 3.57445187725768, .minimum),
        KnownPoint(-0.9684776587077244, 0.9684776587077244, 3.57445187725768, .minimum),
        KnownPoint(-0.9684776587077244, -0.9684776587077244, 3.57445187725768, .minimum),
      ])
  }

  /// A quadratic fifty times as steep across as along: what a rate is stable for across is slow along.
  public static var ravine: LossSurface {
    LossSurface(
      shortName: "ravine", english: "ravine", chinese: "峡谷",
      formula: "(x^2 + 50y^2)/2", residualFormula: "x, sqrt(50) y",
      citation: "a quadratic with the curvatures 1 and 50; Goh, Why Momentum Really Works, Distill (2017)",
      window: Window(minX: -5, maxX: 5, minY: -2.5, maxY: 2.5), start: [-4, 1],
      knownPoints: [KnownPoint(0, 0, 0, .minimum)])
  }

  /// A pass without a bottom beside it: the loss falls without a bound along y.
  public static var saddle: LossSurface {
    LossSurface(
      shortName: "saddle", english: "saddle", chinese: "鞍面",
      formula: "x^2 - y^2", residualFormula: nil,
      citation: "the quadratic of index 1; Dauphin et al., NIPS 2014",
      window: Window(minX: -2, maxX: 2, minY: -2, maxY: 2), start: [1.5, 0.001],
      knownPoints: [KnownPoint(0, 0, 0, .saddle(index: 1))])
  }

  /// Three valleys and three ridges that meet where even the second derivatives are 0.
  public static var monkeySaddle: LossSurface {
    LossSurface(
      shortName: "monkey", english: "monkey saddle", chinese: "猴鞍面",
      formula: "x^3 - 3x y^2", residualFormula: nil,
      citation: "Hilbert and Cohn-Vossen, Anschauliche Geometrie (1932)",
      window: Window(minX: -1.5, maxX: 1.5, minY: -1.5, maxY: 1.5), start: [1, 0.02],
      knownPoints: [KnownPoint(0, 0, 0, .degenerate)])
  }
}
