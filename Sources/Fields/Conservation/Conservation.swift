import Expressions

/// Whether a field is the gradient of a potential in a box: the verdict, and what shows it.
///
/// ```swift
/// let field = try VectorExpressionField("0, x y")
/// let found = field.conservation(in: IntervalBox([-2...2, -2...2]))
/// found.verdict                    // notConservative
/// found.witness?.circulation       // of a loop around which the field does work
/// ```
///
/// A field is conservative where a potential without jumps is found, or where its curl vanishes and no loop around a hole
/// has a circulation. Nothing else is taken for proof: not one loop, and not numbers that are small. All loops lie in the
/// box: of a hole on its border nothing is said.
public struct Conservation: Sendable {
  /// What is said of a field.
  public enum Verdict: UInt8, Sendable, Equatable {
    /// There is a potential: the curl is proven 0, and no hole has a period.
    case conservative
    /// There is none: the curl is proven not to be 0, or a hole has a period.
    case notConservative
    /// It cannot be known from what is given.
    case undecided
  }

  /// The verdict.
  public let verdict: Verdict
  /// What is known of the curl.
  public let curl: CurlEvidence
  /// The places where the field does not exist, and its circulation around each.
  public let holes: [Hole]
  /// A potential where the field has one, at least away from its holes.
  public let potential: Potential?
  /// A loop around which the field does work, if the curl is what forbids a potential.
  public let witness: Loop?

  /// Whether the curl vanishes: then there is a potential around every point, if not one for all.
  public var isCurlFree: Bool { curl == .provenZero }

  /// The hole with the greatest circulation around it, if one is not 0.
  public var period: Hole? {
    holes.filter { $0.hasPeriod }.max { $0.circulation.value.magnitude < $1.circulation.value.magnitude }
  }
}

extension Conservation {
  /// What is known of the curl: of ∂Fⱼ/∂xᵢ − ∂Fᵢ/∂xⱼ for every pair of coordinates.
  public enum CurlEvidence: Sendable, Equatable {
    /// Algebra proves every component to be 0.
    case provenZero
    /// At this point a component is proven not to be 0; its value with the bounds that prove it.
    case provenNonzero(at: [Double], value: Interval, pair: SIMD2<Int>)
    /// Larger than derivatives may be off, at this point.
    case large(at: [Double], value: Double, tolerance: Double, pair: SIMD2<Int>)
    /// Nowhere larger than derivatives may be off; the largest that was seen, and where.
    case small(at: [Double], value: Double, tolerance: Double)
  }

  /// A circle and the work of the field along it.
  public struct Loop: Sendable, Equatable {
    /// The centre.
    public let centre: [Double]
    /// The radius.
    public let radius: Double
    /// The two coordinates in whose plane it lies; it turns from the first to the second.
    public let plane: SIMD2<Int>
    /// ∮ F·dr.
    public let circulation: Integral

    /// Whether the circulation is certainly not 0.
    public var doesWork: Bool {
      circulation.value.isFinite && circulation.value.magnitude > 8 * circulation.error
    }
  }

  /// A place where the field does not exist, and a loop around it.
  public struct Hole: Sendable, Equatable {
    /// Where it is.
    public let location: [Double]
    /// How far it reaches from there at most.
    public let errorRadius: Double
    /// The loop whose circulation is the largest of those that were drawn around it.
    public let loop: Loop

    /// ∮ F·dr around the hole: its period.
    public var circulation: Integral { loop.circulation }

    /// Whether the field does work around it.
    public var hasPeriod: Bool { loop.doesWork }
  }

  /// A potential and how it is known.
  public enum Potential: Sendable {
    /// A formula whose gradient is proven to be the field, and which does not jump where the field exists.
    case formula(Expression)
    /// A formula whose gradient is proven to be the field, but which may jump: a potential near every point where it
    /// exists.
    case local(Expression)
    /// ∫ F·dr along straight lines from a point; the largest |F − ∇φ| that was seen.
    case integrated(from: [Double], residual: Double)
  }
}
