import ArgumentParser
import Foundation
import Nabla

/// `nabla integrate`: integrals along curves, through surfaces, over areas and volumes.
struct Integrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Integrals along curves, through surfaces, over areas and volumes, each with its error.",
    usage:
      "nabla integrate \"FIELD\" (--along \"X, Y\" --t A,B | --circle X,Y,R | --sphere X,Y,Z,R | --through \"X, Y, Z\" --u A,B --v A,B | --in BOX) [--json]",
    discussion: """
      Along a curve: the work of a vector field and, in the plane, its flux to the right of the way; the arc length \
      integral of a scalar field. Around a circle or through a sphere also the integral over the inside: Green's and \
      Gauss's theorems, both sides. Over a range of x: the integral of a formula of x. Over a box: that of a scalar field, and both sides for a vector field. The front of a surface is \
      where ∂r/∂u × ∂r/∂v points. Where both sides of a theorem differ by more than their errors, that is said.

      What is asked for is an error of at most 10⁻¹⁰ of the integral of the magnitude.

      EXAMPLES
        nabla integrate "-y/(x^2+y^2), x/(x^2+y^2)" --along "cos t, sin t" --t 0,2π
        nabla integrate "-y, x" --circle 0,0,1
        nabla integrate "x/(x^2+y^2+z^2)^1.5, y/(x^2+y^2+z^2)^1.5, z/(x^2+y^2+z^2)^1.5" --sphere 0,0,0,2
        nabla integrate "floor(16 x^2)" --in 0,1
        nabla integrate "exp(-x^2-y^2)" --in -6,6,-6,6
        nabla integrate "0, 0, z" --through "cos u sin v, sin u sin v, cos v" --u 0,2π --v 0,π
      """)

  @Argument(parsing: .allUnrecognized, help: "The field.")
  var values: [String] = []

  @Option(
    parsing: .unconditional, help: "A curve: a formula of t for each coordinate; or points x,y; x,y; ….")
  var along: String?

  @Option(name: .customLong("t"), parsing: .unconditional, help: "Where t goes: from,to.")
  var t: String?

  @Option(parsing: .unconditional, help: "A circle: x,y,radius.")
  var circle: String?

  @Option(parsing: .unconditional, help: "A sphere: x,y,z,radius.")
  var sphere: String?

  @Option(parsing: .unconditional, help: "A surface: three formulas of u and v.")
  var through: String?

  @Option(name: .customLong("u"), parsing: .unconditional, help: "Where u goes: from,to.")
  var u: String?

  @Option(name: .customLong("v"), parsing: .unconditional, help: "Where v goes: from,to.")
  var v: String?

  @Option(name: .customLong("in"), parsing: .unconditional, help: "A box: xmin,xmax[,ymin,ymax[,zmin,zmax]].")
  var box: String?

  @OptionGroup var parameters: ParameterOptions

  @Flag(help: "Print JSON.")
  var json = false

  private static let quadrature = AdaptiveQuadrature.standard

  private typealias Row = (name: String, key: String, integral: Integral)

  /// What was integrated, and the two sides of theorems among it by the numbers of their rows.
  private struct Report {
    var rows: [Row]
    var theorems: [(boundary: Int, interior: Int)] = []

    /// What a theorem says of two rows.
    func residual(_ theorem: (boundary: Int, interior: Int)) -> Residual {
      Residual(boundary: rows[theorem.boundary].integral, interior: rows[theorem.interior].integral)
    }
  }

  func run() throws {
    let values = try Arguments.positional(
      values, count: 1...1, usage: "a field: nabla integrate \"-y, x\" --circle 0,0,1")
    let places = [along, circle, sphere, through, box].compactMap { $0 }
    guard places.count == 1 else {
      throw CommandFailure(
        .usage, "say where to integrate, once: --along, --circle, --sphere, --through or --in")
    }
    let report: Report
    do {
      report = try integrals(of: values[0])
    } catch let error as IntegralError {
      throw CommandFailure(.usage, "\(error)")
    }
    if json {
      Output.print(jsonBytes(report) + [0x0A])
      return
    }
    for row in report.rows {
      let name = row.name + String(repeating: " ", count: max(2, 18 - row.name.count))
      Output.print(name + Conservative.shown(row.integral) + Integrate.remark(row.integral) + "\n")
    }
    for theorem in report.theorems {
      let residual = report.residual(theorem)
      guard !residual.agrees, residual.difference.isFinite else { continue }
      let names = (report.rows[theorem.boundary].name, report.rows[theorem.interior].name)
      Output.print(
        "\(names.0) and \(names.1) differ: there is a hole, a jump or an edge of the field inside\n")
    }
  }

  private func integrals(of text: String) throws -> Report {
    if let along { return try curveIntegrals(text, along) }
    if let circle {
      let numbers = try Arguments.constants(circle, count: 3...3, name: "--circle")
      guard numbers[2] > 0 else { throw CommandFailure(.usage, "a circle has a positive radius") }
      let disk = Region.disk(Circle(x: numbers[0], y: numbers[1], radius: numbers[2]))
      return try planeIntegrals(text, disk)
    }
    if let sphere {
      let numbers = try Arguments.constants(sphere, count: 4...4, name: "--sphere")
      guard numbers[3] > 0 else { throw CommandFailure(.usage, "a sphere has a positive radius") }
      return try solidIntegrals(text, try Solid.ball(center: Array(numbers[..<3]), radius: numbers[3]))
    }
    if let through { return try surfaceIntegrals(text, through) }
    return try boxIntegrals(text, box ?? "")
  }

  private func curveIntegrals(_ text: String, _ along: String) throws -> Report {
    let curve = try self.curve(along)
    switch try Arguments.fieldInput(text, dimension: curve.dimension, settings: parameters.settings) {
    case .scalar(let field):
      return Report(rows: [("∫ f ds", "arcLengthIntegral", try field.arcLengthIntegral(along: curve))])
    case .vector(let field):
      var rows: [Row] = [("∫ F·dr", "work", try field.lineIntegral(along: curve))]
      if curve.dimension == 2 { rows.append(("∫ F·n ds", "flux", try field.flux(through: curve))) }
      return Report(rows: rows)
    }
  }

  /// A curve of formulas of t, or a polyline of points between semicolons.
  private func curve(_ text: String) throws -> Curve {
    if text.contains(";") {
      let points = try text.split(separator: ";").map {
        try Arguments.constants(String($0), count: 2...3, name: "a point of --along")
      }
      return try Curve.polyline(points)
    }
    guard let t else { throw CommandFailure(.usage, "--along a formula of t needs --t from,to") }
    let range = try Arguments.range(t, name: "--t")
    do {
      let formula = try Formula(text, variables: .curve)
      guard case .vector = formula.quantity else {
        throw CommandFailure(
          .usage, "--along takes a formula of t for each coordinate, found \(Arguments.quoted(text))")
      }
      return try Curve(VectorExpressionField(formula), over: range)
    } catch let error as ExpressionError {
      throw CommandFailure(.usage, "\(Arguments.quoted(text)): \(error)")
    }
  }

  private func planeIntegrals(_ text: String, _ region: Region) throws -> Report {
    switch try Arguments.fieldInput(text, dimension: 2, settings: parameters.settings) {
    case .scalar(let field):
      return Report(rows: [("∬ f dA", "areaIntegral", try field.integral(over: region))])
    case .vector(let field):
      let green = try field.greenResiduals(on: region)
      let rows: [Row] = [
        ("∮ F·dr", "circulation", green.circulation.boundary),
        ("∬ ∇×F dA", "curlIntegral", green.circulation.interior),
        ("∮ F·n ds", "flux", green.flux.boundary), ("∬ ∇·F dA", "divergenceIntegral", green.flux.interior),
      ]
      return Report(rows: rows, theorems: [(0, 1), (2, 3)])
    }
  }

  private func solidIntegrals(_ text: String, _ solid: Solid) throws -> Report {
    switch try Arguments.fieldInput(text, dimension: 3, settings: parameters.settings) {
    case .scalar(let field):
      return Report(rows: [("∭ f dV", "volumeIntegral", try field.integral(over: solid))])
    case .vector(let field):
      let gauss = try field.gaussResidual(on: solid)
      return Report(
        rows: [("∯ F·n dA", "flux", gauss.boundary), ("∭ ∇·F dV", "divergenceIntegral", gauss.interior)],
        theorems: [(0, 1)])
    }
  }

  private func surfaceIntegrals(_ text: String, _ through: String) throws -> Report {
    guard let u, let v else { throw CommandFailure(.usage, "--through needs --u from,to and --v from,to") }
    let ranges = (try Arguments.range(u, name: "--u"), try Arguments.range(v, name: "--v"))
    let surface: Surface
    do {
      let formula = try Formula.vector(utf8: Array(through.utf8), variables: Variables(["u", "v"]), count: 3)
      surface = try Surface(VectorExpressionField(formula), u: ranges.0, v: ranges.1)
    } catch let error as ExpressionError {
      throw CommandFailure(.usage, "\(Arguments.quoted(through)): \(error)")
    }
    switch try Arguments.fieldInput(text, dimension: 3, settings: parameters.settings) {
    case .scalar(let field):
      return Report(rows: [("∬ f dA", "surfaceIntegral", try field.integral(over: surface))])
    case .vector(let field):
      return Report(rows: [
        ("∬ F·n dA", "flux", try field.flux(through: surface)),
        ("∬ ∇×F·n dA", "curlFlux", try field.curlFlux(through: surface)),
      ])
    }
  }

  private func boxIntegrals(_ text: String, _ place: String) throws -> Report {
    let dimension = Arguments.dimension(ofBox: place) ?? 2
    let box = try Arguments.box(place, dimension: dimension)
    let sides = box.sides.map { $0.lower...$0.upper }
    switch dimension {
    case 1:
      let input = try Arguments.fieldInput(text, dimension: 1, settings: parameters.settings)
      guard case .scalar(let field) = input else {
        throw CommandFailure(
          .usage, "over a range of x a formula of x is integrated, found \(Arguments.quoted(text))")
      }
      let range = try Curve.polyline(sides.map { [$0.lowerBound] } + sides.map { [$0.upperBound] })
      return Report(rows: [("∫ f dx", "integral", try field.arcLengthIntegral(along: range))])
    case 2:
      let window = Window(
        minX: sides[0].lowerBound, maxX: sides[0].upperBound, minY: sides[1].lowerBound,
        maxY: sides[1].upperBound)
      return try planeIntegrals(text, Region.rectangle(window))
    case 3: return try solidIntegrals(text, try Solid.box(sides))
    default: throw CommandFailure(.usage, "--in takes a range of x, a box of the plane or one of space")
    }
  }

  private static func remark(_ integral: Integral) -> String {
    // Large terms that cancel leave rounding alone, as on a line that runs into a pole.
    let isHidden = integral.error > integral.value.magnitude && integral.error > 1e-6
    switch integral.outcome {
    case .rounding where isHidden, .limit where isHidden:
      return
        "   (nothing but the error is known: a singularity on the way, or terms so large that they cancel)"
    case .reached, .rounding: return ""
    case .limit: return "   (stopped at \(integral.evaluations) points)"
    case .singular: return "   (the field has a singularity there, or its numbers overflow)"
    case .undefined: return "   (the field is no number on a part)"
    }
  }

  private func jsonBytes(_ report: Report) -> [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      for row in report.rows {
        json.object(row.key) { (item: inout JSONWriter.Object) in
          item.add("value", row.integral.value)
          item.add("error", row.integral.error)
          item.add("tolerance", Integrate.quadrature.relative)
          item.add("outcome", "\(row.integral.outcome)")
          item.add("evaluations", row.integral.evaluations)
        }
      }
      for theorem in report.theorems {
        let residual = report.residual(theorem)
        json.object(report.rows[theorem.boundary].key + "Residual") { (item: inout JSONWriter.Object) in
          item.add("difference", residual.difference)
          item.add("error", residual.error)
          item.add("agrees", residual.agrees)
        }
      }
    }
  }
}
