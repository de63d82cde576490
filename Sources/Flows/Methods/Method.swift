/// How a step of an integration is made.
///
/// ```swift
/// Method.dormandPrince54.order         // 5
/// Method.named("tsit5")?.citation      // Tsitouras, Comput. Math. Appl. 62 (2011) 770
/// ```
public enum Method: Sendable {
  /// An explicit Runge–Kutta method.
  case explicit(ButcherTableau)
  /// A method for stiff problems, which takes the exact Jacobian of the field.
  case rosenbrock(RosenbrockTableau)

  /// Euler's method, of order 1, with fixed steps.
  public static let euler = Method.explicit(.euler)
  /// The midpoint rule, of order 2, with fixed steps.
  public static let midpoint = Method.explicit(.midpoint)
  /// Heun's method, of order 2, with fixed steps.
  public static let heun = Method.explicit(.heun)
  /// The classical method of order 4, with fixed steps.
  public static let rungeKutta4 = Method.explicit(.rungeKutta4)
  /// Bogacki and Shampine's pair of orders 3 and 2.
  public static let bogackiShampine32 = Method.explicit(.bogackiShampine32)
  /// Dormand and Prince's pair of orders 5 and 4.
  public static let dormandPrince54 = Method.explicit(.dormandPrince54)
  /// Tsitouras's pair of orders 5 and 4.
  public static let tsitouras54 = Method.explicit(.tsitouras54)
  /// Dormand and Prince's method of order 8.
  public static let dormandPrince853 = Method.explicit(.dormandPrince853)
  /// Hairer and Wanner's stiffly accurate Rosenbrock method of orders 4 and 3.
  public static let rodas43 = Method.rosenbrock(.rodas43)

  /// Every method, with the short name that a command or a link knows it by.
  public static var all: [(name: String, method: Method)] {
    [
      ("euler", .euler), ("midpoint", .midpoint), ("heun", .heun), ("rk4", .rungeKutta4),
      ("bs3", .bogackiShampine32), ("dopri5", .dormandPrince54), ("tsit5", .tsitouras54),
      ("dop853", .dormandPrince853), ("rodas", .rodas43),
    ]
  }

  /// The method of a short name, such as `dopri5`, or `nil`.
  public static func named(_ name: String) -> Method? {
    let sought = Array(name.utf8)
    return all.first { Array($0.name.utf8) == sought }?.method
  }

  /// What the method is called.
  public var title: StaticString {
    switch self {
    case .explicit(let tableau): tableau.name
    case .rosenbrock(let tableau): tableau.name
    }
  }

  /// Where it was published.
  public var citation: StaticString {
    switch self {
    case .explicit(let tableau): tableau.citation
    case .rosenbrock(let tableau): tableau.citation
    }
  }

  /// The order of the solution.
  public var order: Int {
    switch self {
    case .explicit(let tableau): tableau.order
    case .rosenbrock(let tableau): tableau.order
    }
  }

  /// The order of the solution it is compared with; 0 for a method without an error estimate.
  public var embeddedOrder: Int {
    switch self {
    case .explicit(let tableau): tableau.embeddedOrder
    case .rosenbrock(let tableau): tableau.embeddedOrder
    }
  }

  /// The order of the polynomial between two steps.
  public var denseOrder: Int {
    switch self {
    case .explicit(let tableau): tableau.denseOrder
    case .rosenbrock(let tableau): tableau.denseOrder
    }
  }

  /// How often a step asks for the field; the slope at its end serves the next step.
  public var evaluationsPerStep: Int {
    switch self {
    case .explicit(let tableau): tableau.isFirstSameAsLast ? tableau.stageCount - 1 : tableau.stageCount
    case .rosenbrock(let tableau): tableau.stageCount
    }
  }

  /// Whether the method says how large its error is, so that a tolerance can choose the steps.
  public var hasErrorEstimate: Bool { embeddedOrder > 0 }
}
