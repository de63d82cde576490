extension ButcherTableau {
  /// Euler's method, of order 1.
  public static let euler = ButcherTableau(
    "Euler", citation: "Euler, Institutionum calculi integralis I (1768), § 650", order: 1, denseOrder: 1,
    coefficients: [[]], weights: [1])

  /// The midpoint rule, of order 2.
  public static let midpoint = ButcherTableau(
    "midpoint", citation: "Runge, Math. Ann. 46 (1895) 167", order: 2, denseOrder: 2,
    coefficients: [[], [0.5]], weights: [0, 1])

  /// Heun's method, of order 2: the trapezium of the slopes at both ends.
  public static let heun = ButcherTableau(
    "Heun", citation: "Heun, Z. Math. Phys. 45 (1900) 23", order: 2, denseOrder: 2,
    coefficients: [[], [1]], weights: [0.5, 0.5])

  /// The classical method of order 4.
  public static let rungeKutta4 = ButcherTableau(
    "RK4", citation: "Kutta, Z. Math. Phys. 46 (1901) 435", order: 4, denseOrder: 3,
    coefficients: [[], [0.5], [0, 0.5], [0, 0, 1]],
    weights: [1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6])

  /// Bogacki and Shampine's pair of orders 3 and 2; its last slope is the first of the next step.
  public static let bogackiShampine32 = ButcherTableau(
    "Bogacki–Shampine 3(2)", citation: "Bogacki and Shampine, Appl. Math. Lett. 2 (1989) 321",
    order: 3, embeddedOrder: 2, denseOrder: 3,
    coefficients: [[], [1.0 / 2], [0, 3.0 / 4], [2.0 / 9, 1.0 / 3, 4.0 / 9]],
    weights: [2.0 / 9, 1.0 / 3, 4.0 / 9, 0],
    errorWeights: [-5.0 / 72, 1.0 / 12, 1.0 / 9, -1.0 / 8])

  /// Dormand and Prince's pair of orders 5 and 4; its last slope is the first of the next step.
  ///
  /// The polynomial of order 4 is Shampine's, as Hairer, Nørsett and Wanner (1993), II.6, write it.
  public static let dormandPrince54 = ButcherTableau(
    "Dormand–Prince 5(4)", citation: "Dormand and Prince, J. Comput. Appl. Math. 6 (1980) 19, table 2",
    order: 5, embeddedOrder: 4, denseOrder: 4,
    coefficients: [
      [],
      [1.0 / 5],
      [3.0 / 40, 9.0 / 40],
      [44.0 / 45, -56.0 / 15, 32.0 / 9],
      [19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729],
      [9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656],
      [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84],
    ],
    weights: [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84, 0],
    errorWeights: [
      71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40,
    ],
    denseWeights: [
      [
        -12_715_105_075.0 / 11_282_082_432, 0, 87_487_479_700.0 / 32_700_410_799,
        -10_690_763_975.0 / 1_880_347_072, 701_980_252_875.0 / 199_316_789_632,
        -1_453_857_185.0 / 822_651_844, 69_997_945.0 / 29_380_423,
      ]
    ])

  /// Tsitouras's pair of orders 5 and 4; its last slope is the first of the next step.
  public static let tsitouras54 = ButcherTableau(
    "Tsitouras 5(4)", citation: "Tsitouras, Comput. Math. Appl. 62 (2011) 770",
    order: 5, embeddedOrder: 4, denseOrder: 4,
    coefficients: [
      [],
      [0.161],
      [-0.008480655492356989, 0.335480655492357],
      [2.8971530571054935, -6.359448489975075, 4.3622954328695815],
      [5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525],
      [5.86145544294642, -12.92096931784711, 8.159367898576159, -0.071584973281401, -0.028269050394068383],
      [
        0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081,
        2.324710524099774,
      ],
    ],
    weights: [
      0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774,
      0,
    ],
    errorWeights: [
      -0.00178001105222577714, -0.0008164344596567469, 0.007880878010261995, -0.1447110071732629,
      0.5823571654525552, -0.45808210592918697, 1.0 / 66,
    ],
    // The leading coefficients of the published polynomials bᵢ(θ); the lower ones follow from both ends.
    denseWeights: [
      [
        -1.0530884977290216, 0.1017, 2.490627285651252793, -16.54810288924490272, 47.37952196281928122,
        -34.87065786149660974, 2.5,
      ]
    ])
}
