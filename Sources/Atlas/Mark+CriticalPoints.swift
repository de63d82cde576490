import Fields
import Figures

extension Mark {
  /// The critical points of a vector field, each type with a form of its own and a line in the legend.
  ///
  /// - Precondition: the points are of the plane.
  public static func criticalPoints(_ found: CriticalPoints<FlowType>, language: Language) -> [Mark] {
    criticalPoints(found.points.map { ($0.location, $0.name(language)) })
  }

  /// The critical points of a scalar field, each kind with a form of its own and a line in the legend.
  ///
  /// - Precondition: the points are of the plane.
  public static func criticalPoints(_ found: CriticalPoints<Criticality>, language: Language) -> [Mark] {
    criticalPoints(found.points.map { ($0.location, $0.name(language)) })
  }

  /// The critical points of a scalar field in one paint, each kind with a form and a line in the legend, at the
  /// places where a picture shows them; `nil` where it does not.
  public static func plainCriticalPoints(
    _ found: CriticalPoints<Criticality>, paint: Paint = .ink, language: Language,
    place: ([Double]) -> SIMD2<Double>?
  ) -> [Mark] {
    // Downwards, upwards, both ways.
    let forms: [Points.Form] = [.wedge, .triangle, .diamond, .square, .ring]
    var places: [[SIMD2<Double>]] = forms.map { _ in [] }
    var names: [String] = forms.map { _ in "" }
    for point in found.points {
      guard let spot = place(point.location) else { continue }
      let index = point.isDegenerate ? 3 : point.nature.kind.formIndex
      places[index].append(spot)
      names[index] = point.name(language)
    }
    return forms.indices.filter { !places[$0].isEmpty }.map { index in
      .points(Points(places[index], form: forms[index], paint: paint, size: 9, label: names[index]))
    }
  }

  private static func criticalPoints(_ points: [(location: [Double], name: String)]) -> [Mark] {
    var names: [String] = []
    for point in points where !names.contains(where: { $0.utf8.elementsEqual(point.name.utf8) }) {
      names.append(point.name)
    }
    let categories = points.map { point in
      names.firstIndex { $0.utf8.elementsEqual(point.name.utf8) } ?? 0
    }
    return Mark.Points.byCategory(
      points.map { SIMD2($0.location[0], $0.location[1]) }, categories: categories, names: names, size: 9)
  }
}

extension CriticalPointKind {
  fileprivate var formIndex: Int {
    switch self {
    case .minimum: 0
    case .maximum: 1
    case .saddle: 2
    case .degenerate: 3
    case .undecided: 4
    }
  }
}

extension CriticalPoint<FlowType> {
  /// What a picture calls the point.
  func name(_ language: Language) -> String {
    (isDegenerate ? .degenerate : nature.settled).name(language)
  }
}

extension CriticalPoint<Criticality> {
  /// What a picture calls the point.
  func name(_ language: Language) -> String {
    switch isDegenerate ? .degenerate : nature.kind {
    case .minimum: return language.text("minimum", "极小值点")
    case .maximum: return language.text("maximum", "极大值点")
    case .saddle: return language.text("saddle", "鞍点")
    case .degenerate: return language.text("degenerate", "退化点")
    case .undecided: return language.text("undecided", "无法判定")
    }
  }
}

extension FlowType.Kind {
  /// What a picture calls the type.
  func name(_ language: Language) -> String {
    switch self {
    case .uniform: return language.text("uniform", "均匀")
    case .sink, .starSink, .degenerateSink: return language.text("sink", "汇")
    case .spiralIn: return language.text("spiral inwards", "向内螺旋")
    case .centre: return language.text("centre", "中心")
    case .spiralOut: return language.text("spiral outwards", "向外螺旋")
    case .source, .starSource, .degenerateSource: return language.text("source", "源")
    case .saddle: return language.text("saddle", "鞍点")
    case .spiralSaddle: return language.text("spiral saddle", "鞍焦点")
    case .shear: return language.text("shear", "剪切")
    case .degenerate: return language.text("degenerate", "退化点")
    case .undecided: return language.text("undecided", "无法判定")
    }
  }
}
