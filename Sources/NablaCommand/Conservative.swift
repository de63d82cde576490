import ArgumentParser
import Foundation
import Nabla

/// `nabla conservative`: whether a field has a potential.
struct Conservative: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Whether a field has a potential: the verdict and its evidence.",
    usage: "nabla conservative \"P, Q[, R]\" [--in XMIN,XMAX,YMIN,YMAX[,ZMIN,ZMAX]] [--json]",
    discussion: """
      Conservative: the curl is proven 0 and no hole has a period; with a potential. Not conservative: the curl is \
      proven not 0, with a loop around which the field does work, or a hole has a period. Undecided: neither can be \
      known.

      EXAMPLES
        nabla conservative "0, x y"
        nabla conservative "-y/(x^2+y^2), x/(x^2+y^2)"
        nabla conservative "2x y + z^3, x^2 + 2y, 3x z^2"
        nabla conservative "y cos(x y), x cos(x y)" --in -2,2,-2,2 --json
      """)

  @Argument(parsing: .allUnrecognized, help: "The field: a formula for each coordinate.")
  var values: [String] = []

  @Option(
    name: .customLong("in"), parsing: .unconditional, help: "The box; −3 to 3 in each coordinate without it.")
  var box: String?

  @OptionGroup var parameters: ParameterOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let values = try Arguments.positional(
      values, count: 1...1, usage: "a field: nabla conservative \"-y, x\"")
    let input = try Arguments.fieldInput(
      values[0], dimension: Arguments.dimension(ofBox: box), settings: parameters.settings)
    guard case .vector(let field) = input, field.dimension > 1 else {
      throw CommandFailure(
        .usage, "\(Arguments.quoted(values[0])) is no vector field; write a formula for each coordinate")
    }
    let text = box ?? Array(repeating: "-3,3", count: field.dimension).joined(separator: ",")
    let found = field.conservation(in: try Arguments.box(text, dimension: field.dimension))
    Output.print(json ? jsonBytes(found, field) + [0x0A] : Array(report(found, field).utf8))
  }

  private func curl(of field: VectorExpressionField) -> String? {
    guard field.dimension <= 3 else { return nil }
    let derivation = Derivation(of: .curl, field.formula)
    let texts = derivation.expressions.map { $0.text(in: field.formula.names) }
    return texts.count == 1 ? texts[0] : "(" + texts.joined(separator: ", ") + ")"
  }

  // MARK: Text

  private func report(_ found: Conservation, _ field: VectorExpressionField) -> String {
    var text = "field       " + field.formula.text + "\n"
    text += "verdict     " + Conservative.word(found.verdict) + "\n"
    text += "curl        " + (curl(of: field).map { $0 + "   " } ?? "") + sentence(found.curl) + "\n"
    for hole in found.holes {
      let period = hole.circulation
      text +=
        "hole        near "
        + PointReport.shown(hole.location.map { Conservative.settled($0, hole.errorRadius) })
      text += "; ∮ F·dr = " + Conservative.shown(period) + " around it"
      text += hole.hasPeriod ? ": a period, so there is no potential for all\n" : "\n"
    }
    if let loop = found.witness {
      text += "loop        ∮ F·dr = " + Conservative.shown(loop.circulation) + " along the circle of radius "
      text += Formats.Decimal.text(loop.radius, significantDigits: 6) + " about "
      text +=
        "(" + loop.centre.map { Formats.Decimal.text($0, significantDigits: 6) }.joined(separator: ", ")
        + ")\n"
    }
    switch found.potential {
    case .formula(let potential)?:
      text += "potential   φ = " + potential.text(in: field.variables) + "   (F − ∇φ = 0, proven)\n"
    case .local(let potential)?:
      text += "potential   φ = " + potential.text(in: field.variables)
      text += "   (F − ∇φ = 0, proven, but φ may jump in the box or have holes that F has not)\n"
    case .integrated(_, let residual)?:
      text += "potential   integrated along straight lines; |F − ∇φ| ≤ "
      text += Formats.Decimal.text(residual, significantDigits: 2) + " where it was looked at\n"
    case nil: break
    }
    return text
  }

  private func sentence(_ evidence: Conservation.CurlEvidence) -> String {
    switch evidence {
    case .provenZero: return "proven 0 wherever the field exists"
    case .provenNonzero(let place, let value, _):
      return "proven not 0: " + Formats.Decimal.text(value.midpoint, significantDigits: 6) + " at "
        + "(" + place.map { Formats.Decimal.text($0, significantDigits: 6) }.joined(separator: ", ") + ")"
    case .large(_, let value, let tolerance, _):
      return
        "\(Formats.Decimal.text(value, significantDigits: 6)), more than derivatives may be off (\(Formats.Decimal.text(tolerance, significantDigits: 2)))"
    case .small(_, let value, let tolerance):
      return
        "not proven 0; the largest seen is \(Formats.Decimal.text(value.magnitude, significantDigits: 2)), with derivatives off by up to \(Formats.Decimal.text(tolerance, significantDigits: 2))"
    }
  }

  /// A coordinate with the digits that are known; what is 0 for all that is known is written as 0.
  private static func settled(_ value: Double, _ error: Double) -> Double {
    guard value.magnitude > error else { return 0 }
    let digits = error > 0 ? Int(log10(value.magnitude / error)) : 17
    let text = Formats.Decimal.text(value, significantDigits: min(max(digits, 1), 17))
    return Formats.Decimal.parse(text.utf8) ?? value
  }

  static func word(_ verdict: Conservation.Verdict) -> String {
    switch verdict {
    case .conservative: return "conservative"
    case .notConservative: return "not conservative"
    case .undecided: return "undecided"
    }
  }

  static func shown(_ integral: Integral) -> String {
    guard integral.value.isFinite else { return Formats.Decimal.shortest(integral.value) }
    let value = integral.value.magnitude <= integral.error ? 0 : integral.value
    return Formats.Decimal.text(value, significantDigits: 12) + " ± "
      + Formats.Decimal.text(integral.error, significantDigits: 1)
  }

  // MARK: JSON

  private func jsonBytes(_ found: Conservation, _ field: VectorExpressionField) -> [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("field", field.formula.quantity.expressions.map { $0.text(in: field.formula.names) })
      json.add("verdict", Conservative.word(found.verdict))
      json.add("curl", curl(of: field) ?? "")
      json.add("curlEvidence", sentence(found.curl))
      json.add("isCurlFree", found.isCurlFree)
      json.array("holes") { (list: inout JSONWriter.Array) in
        for hole in found.holes {
          list.object { (item: inout JSONWriter.Object) in
            item.add("location", hole.location)
            item.add("errorRadius", hole.errorRadius)
            item.add("radius", hole.loop.radius)
            item.add("circulation", hole.circulation.value)
            item.add("error", hole.circulation.error)
          }
        }
      }
      if let loop = found.witness {
        json.object("witness") { (item: inout JSONWriter.Object) in
          item.add("centre", loop.centre)
          item.add("radius", loop.radius)
          item.add("circulation", loop.circulation.value)
          item.add("error", loop.circulation.error)
        }
      } else {
        json.addNull("witness")
      }
      switch found.potential {
      case .formula(let potential)?: json.add("potential", potential.text(in: field.variables))
      case .local(let potential)?: json.add("localPotential", potential.text(in: field.variables))
      case .integrated(_, let residual)?: json.add("potentialResidual", residual)
      case nil: json.addNull("potential")
      }
    }
  }
}
