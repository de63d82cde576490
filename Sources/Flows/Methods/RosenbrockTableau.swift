/// A Rosenbrock method as its table: implicit enough for stiff problems, with one linear system a stage.
///
/// Stage i solves (1/(γh) − J) uᵢ = f(t + αᵢh, y + Σ aᵢⱼuⱼ) + Σ (cᵢⱼ/h) uⱼ + γᵢh ∂f/∂t with the exact Jacobian J at
/// the beginning of the step. The result is the point of the last stage plus its u, which is the error estimate too.
public struct RosenbrockTableau: Sendable {
  /// What the method is called.
  public let name: StaticString
  /// Where it was published.
  public let citation: StaticString
  /// The order of the solution.
  public let order: Int
  /// The order of the solution that it is compared with.
  public let embeddedOrder: Int
  /// The order of the polynomial between two steps.
  public let denseOrder: Int
  /// γ, the same on the whole diagonal.
  public let diagonal: Double
  /// aᵢⱼ; the last row is the row before it with 1 at its end.
  public let coefficients: [[Double]]
  /// cᵢⱼ.
  public let couplings: [[Double]]
  /// αᵢ: where in the step a stage looks.
  public let nodes: [Double]
  /// γᵢ: how a stage takes in that the field changes with time.
  public let timeWeights: [Double]
  /// What the polynomial has beyond the chord; one row of weights of the uⱼ a power.
  public let denseWeights: [[Double]]

  /// The number of stages.
  public var stageCount: Int { nodes.count }

  /// Hairer and Wanner's stiffly accurate method of orders 4 and 3, in six stages.
  public static let rodas43 = RosenbrockTableau(
    name: "Rodas 4(3)",
    citation: "Hairer and Wanner, Solving Ordinary Differential Equations II (1996), IV.7; program RODAS",
    order: 4, embeddedOrder: 3, denseOrder: 3, diagonal: 0.25,
    coefficients: [
      [],
      [1.544],
      [0.9466785280815826, 0.2557011698983284],
      [3.314825187068521, 2.896124015972201, 0.9986419139977817],
      [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895],
      [1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1],
    ],
    couplings: [
      [],
      [-5.6688],
      [-2.430093356833875, -0.2063599157091915],
      [-0.1073529058151375, -9.594562251023355, -20.47028614809616],
      [7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616],
      [8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054],
    ],
    nodes: [0, 0.386, 0.21, 0.63, 1, 1],
    timeWeights: [0.25, -0.1043, 0.1035, -0.03620000000000023, 0, 0],
    denseWeights: [
      [10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662, 0],
      [-0.6762803392801253, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872, 0],
    ])
}
