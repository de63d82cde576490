import LinearAlgebra

/// The quantities whose signs decide the type of a linear flow, with their bounds.
///
/// A sign is −1, 0, 1, or a range of these where the errors leave it open.
struct FlowInvariants {
  /// A type, and how many eigenvalues have a positive and a negative real part.
  struct Verdict: Equatable {
    let kind: FlowType.Kind
    let outgoing: Int
    let incoming: Int

    init(_ kind: FlowType.Kind, _ outgoing: Int, _ incoming: Int) {
      self.kind = kind
      self.outgoing = outgoing
      self.incoming = incoming
    }
  }

  let dimension: Int
  /// The signs in the order in which ``verdict(_:)`` takes them; the determinant's is the second one.
  let signs: [ClosedRange<Int>]

  init(jacobian: Matrix, errors: Matrix) {
    dimension = jacobian.rows
    guard jacobian.isFinite, errors.isFinite, (1...3).contains(dimension) else {
      signs = []
      return
    }
    // A power of two changes no sign and keeps the products in range.
    let exponent = jacobian.largestMagnitude == 0 ? 0 : Int(jacobian.largestMagnitude.exponent)
    let scale = Double(sign: .plus, exponent: max(-1000, min(1000, -exponent)), significand: 1)
    let elements = jacobian.elements.indices.map { place in
      Bounds(jacobian.elements[place] * scale, error: errors.elements[place] * scale)
    }
    switch dimension {
    case 1: signs = [elements[0].sign, elements[0].sign]
    case 2: signs = FlowInvariants.plane(elements)
    default: signs = FlowInvariants.space(elements)
    }
  }

  /// −1, 0 or 1; `nil` where the errors leave it open.
  var determinantSign: Int? {
    guard !signs.isEmpty, signs[1].count == 1 else { return nil }
    return signs[1].lowerBound
  }

  /// Trace, determinant, discriminant, distance from a multiple of the identity, size.
  private static func plane(_ j: [Bounds]) -> [ClosedRange<Int>] {
    let difference = j[0] - j[3]
    let trace = j[0] + j[3]
    let determinant = j[0] * j[3] - j[1] * j[2]
    let discriminant = difference.squared + 4 * (j[1] * j[2])
    let beside = j[1].squared + j[2].squared
    return [
      trace.sign, determinant.sign, discriminant.sign, (difference.squared + beside).sign,
      (trace.squared + difference.squared + beside).sign,
    ]
  }

  /// The coefficients of λ³ − τλ² + mλ − Δ, the product of the sums of its roots by twos, the discriminant, and whether
  /// its roots can be all equal, all real, or the matrix a multiple of the identity or 0.
  private static func space(_ j: [Bounds]) -> [ClosedRange<Int>] {
    let trace = j[0] + j[4] + j[8]
    let minors = [j[4] * j[8] - j[5] * j[7], j[0] * j[8] - j[2] * j[6], j[0] * j[4] - j[1] * j[3]]
    let minor = minors[0] + minors[1] + minors[2]
    let second = j[3] * j[8] - j[5] * j[6]
    let third = j[3] * j[7] - j[4] * j[6]
    let determinant = j[0] * minors[0] - j[1] * second + j[2] * third
    // (λ₁+λ₂)(λ₁+λ₃)(λ₂+λ₃): twice the real part of a complex pair times a square.
    let pairs = trace * minor - determinant
    let spread = trace.squared - 3 * minor
    let discriminant = FlowInvariants.discriminant(trace, minor, determinant)
    let beside =
      j[1].squared + j[2].squared + j[3].squared + j[5].squared + j[6].squared + j[7].squared
    let uneven = (j[0] - j[4]).squared + (j[4] - j[8]).squared
    return [
      trace.sign, determinant.sign, discriminant.sign, (uneven + beside).sign,
      (trace.squared + uneven + beside).sign, minor.sign, pairs.sign, spread.sign,
    ]
  }

  /// τ²m² − 4m³ − 4τ³Δ + 18τmΔ − 27Δ²: positive for three real roots, negative for a complex pair.
  private static func discriminant(_ trace: Bounds, _ minor: Bounds, _ determinant: Bounds) -> Bounds {
    let squares = trace.squared * minor.squared
    let cubes = 4 * (minor * minor.squared) + 4 * (trace * trace.squared * determinant)
    let mixed = 18 * (trace * minor * determinant)
    return squares - cubes + mixed - 27 * determinant.squared
  }
}

extension FlowInvariants {
  /// The verdict with 0 for every sign that is open.
  var settledVerdict: Verdict? {
    signs.isEmpty ? nil : verdict(signs.map { $0.contains(0) ? 0 : $0.lowerBound })
  }

  /// The verdicts for every choice of the open signs that no law of algebra forbids.
  var possibleVerdicts: [Verdict] {
    guard !signs.isEmpty else { return [] }
    var found: [Verdict] = []
    var choice = signs.map { $0.lowerBound }
    while true {
      if let verdict = verdict(choice), !found.contains(verdict) { found.append(verdict) }
      // The next choice, counted like the digits of a number.
      var place = 0
      while place < signs.count {
        if choice[place] < signs[place].upperBound {
          choice[place] += 1
          break
        }
        choice[place] = signs[place].lowerBound
        place += 1
      }
      if place == signs.count { return found }
    }
  }

  private func verdict(_ signs: [Int]) -> Verdict? {
    switch dimension {
    case 1: lineVerdict(signs[0])
    case 2: planeVerdict(signs)
    default: spaceVerdict(signs)
    }
  }

  private func lineVerdict(_ slope: Int) -> Verdict {
    slope > 0 ? Verdict(.source, 1, 0) : slope < 0 ? Verdict(.sink, 0, 1) : Verdict(.uniform, 0, 0)
  }

  /// `nil` where no real matrix has these signs.
  private func planeVerdict(_ signs: [Int]) -> Verdict? {
    let (trace, determinant, discriminant) = (signs[0], signs[1], signs[2])
    let (deviation, size) = (signs[3], signs[4])
    guard deviation >= 0, size >= deviation else { return nil }
    if size == 0 { return signs.contains { $0 != 0 } ? nil : Verdict(.uniform, 0, 0) }
    if deviation == 0 {
      guard trace != 0, determinant == 1, discriminant == 0 else { return nil }
      return trace > 0 ? Verdict(.starSource, 2, 0) : Verdict(.starSink, 0, 2)
    }
    switch (determinant, discriminant) {
    case (-1, 1): return Verdict(.saddle, 1, 1)
    case (0, 0): return trace == 0 ? Verdict(.shear, 0, 0) : nil
    case (0, 1):
      return trace == 0 ? nil : Verdict(.degenerate, trace > 0 ? 1 : 0, trace > 0 ? 0 : 1)
    case (1, -1):
      return trace == 0
        ? Verdict(.centre, 0, 0) : trace > 0 ? Verdict(.spiralOut, 2, 0) : Verdict(.spiralIn, 0, 2)
    case (1, 0):
      guard trace != 0 else { return nil }
      return trace > 0 ? Verdict(.degenerateSource, 2, 0) : Verdict(.degenerateSink, 0, 2)
    case (1, 1):
      guard trace != 0 else { return nil }
      return trace > 0 ? Verdict(.source, 2, 0) : Verdict(.sink, 0, 2)
    default: return nil
    }
  }

  private func spaceVerdict(_ signs: [Int]) -> Verdict? {
    let (trace, determinant, discriminant) = (signs[0], signs[1], signs[2])
    let (deviation, size) = (signs[3], signs[4])
    let spread = signs[7]
    guard deviation >= 0, size >= deviation else { return nil }
    if size == 0 {
      return signs.contains { $0 != 0 } ? nil : Verdict(.uniform, 0, 0)
    }
    if deviation == 0 {
      guard trace != 0, determinant == trace, discriminant == 0, spread == 0 else { return nil }
      return trace > 0 ? Verdict(.starSource, 3, 0) : Verdict(.starSink, 0, 3)
    }
    if discriminant < 0 { return turningVerdict(axis: determinant, pair: signs[6]) }
    // Real roots: their squared distances sum to 2(τ² − 3m).
    guard spread == 1 || (spread == 0 && discriminant == 0) else { return nil }
    return realVerdict(trace: trace, minor: signs[5], determinant: determinant, areEqual: spread == 0)
  }

  /// A real eigenvalue and a complex pair: their product has the sign of the real one.
  private func turningVerdict(axis: Int, pair: Int) -> Verdict {
    let outgoing = (axis > 0 ? 1 : 0) + (pair > 0 ? 2 : 0)
    let incoming = (axis < 0 ? 1 : 0) + (pair < 0 ? 2 : 0)
    // A turn that neither grows nor shrinks is a centre only where nothing leaves along the axis.
    if pair == 0, axis == 0 { return Verdict(.centre, 0, 0) }
    if pair == 0 || axis == 0 { return Verdict(.degenerate, outgoing, incoming) }
    if axis != pair { return Verdict(.spiralSaddle, outgoing, incoming) }
    return Verdict(axis > 0 ? .spiralOut : .spiralIn, outgoing, incoming)
  }

  /// Three real eigenvalues: the signs of the coefficients count the positive ones (Descartes).
  private func realVerdict(trace: Int, minor: Int, determinant: Int, areEqual: Bool) -> Verdict? {
    if determinant == 0 {
      if areEqual { return trace == 0 && minor == 0 ? Verdict(.shear, 0, 0) : nil }
      if minor < 0 { return Verdict(.degenerate, 1, 1) }
      guard trace != 0 else { return nil }
      let count = minor == 0 ? 1 : 2
      return Verdict(.degenerate, trace > 0 ? count : 0, trace > 0 ? 0 : count)
    }
    if trace == determinant && minor > 0 {
      if areEqual {
        return trace > 0 ? Verdict(.degenerateSource, 3, 0) : Verdict(.degenerateSink, 0, 3)
      }
      return trace > 0 ? Verdict(.source, 3, 0) : Verdict(.sink, 0, 3)
    }
    if areEqual { return nil }
    // Real roots of both signs: 3m < τ² leaves m > 0 only beside a trace of the other sign.
    guard minor <= 0 || trace == -determinant else { return nil }
    return determinant > 0 ? Verdict(.saddle, 1, 2) : Verdict(.saddle, 2, 1)
  }
}
