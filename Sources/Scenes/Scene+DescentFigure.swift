import Atlas
import Descent
import Expressions
import Fields
import Figures

extension Scene {
  /// The landscape of the bench of the descent from the side; `nil` where it is seen from above.
  public func relief(of subject: Subject) -> Relief? {
    guard bench == .descent, layers.contains(.relief), let field = subject.scalarField else { return nil }
    return Relief(of: field, over: view, camera: camera)
  }

  /// Everyone's way on the bench of the descent, the gradient flow first; none on another bench.
  @export(interface)
  public func tracks(of subject: Subject) -> [DescentTrack] {
    bench == .descent ? subject.race?.tracks(self, language: .english) ?? [] : []
  }

  /// The ground with everyone's way, the losses against the iteration, or the ground alone.
  func descentFigure(
    _ index: Int, _ subject: Subject, _ width: Double, _ height: Double, _ language: Language
  ) -> Figure? {
    guard let field = subject.scalarField, let gradient = subject.gradientField else { return nil }
    let tracks = index == 2 ? [] : subject.race?.tracks(self, language: language) ?? []
    if index == 1 { return lossFigure(tracks, width, height, language) }
    let found = layers.contains(.critical) ? subject.survey?.extrema : nil
    let start = self.start
    let value = field.value(at: [start.x, start.y])
    if let relief = relief(of: subject) {
      var picture = ReliefPicture(window: view, camera: camera, layers: layers, language: language)
      picture.width = width
      picture.height = height
      let points = found.map { found in
        Mark.plainCriticalPoints(found, paint: .overlay, language: language) { location in
          let value = field.value(at: location)
          return relief.sight(x: location[0], y: location[1], value: value)?.place
        }
      }
      var marks = Scene.legible(points ?? []) + tracks.flatMap { $0.marks(on: relief) }
      if index == 0, let sight = relief.sight(x: start.x, y: start.y, value: value) {
        marks.append(Scene.startMark(sight.place))
      }
      let drawn = marks
      picture.overlays = { _ in drawn }
      return picture.figure(of: relief)
    }
    var picture = HillPicture(window: view, layers: layers, language: language)
    picture.favoursLowGround = true
    let paint: Paint = layers.contains(.height) ? .overlay : .ink
    picture.width = width
    picture.height = height
    picture.overlays = { window in
      // The plot may show more than was searched.
      let all =
        found == nil ? nil : try? field.criticalPoints(in: IntervalBox(window), limits: Survey.limits)
      let points = (all ?? found).map {
        Mark.plainCriticalPoints($0, paint: paint, language: language) { SIMD2($0[0], $0[1]) }
      }
      return Scene.legible(points ?? []) + tracks.flatMap { $0.marks(on: nil) }
        + (index == 0 ? [Scene.startMark(start)] : [])
    }
    return picture.figure(of: field, gradient: gradient)
  }

  /// A legend in the colour of text for marks that are dark on coloured ground.
  private static func legible(_ marks: [Mark]) -> [Mark] {
    marks.flatMap { mark -> [Mark] in
      guard case .points(var points) = mark else { return [mark] }
      let name = Mark.Points([], form: points.form, paint: .ink, size: points.size, label: points.label)
      points.label = ""
      return [.points(points), .points(name)]
    }
  }

  private static func startMark(_ place: SIMD2<Double>) -> Mark {
    .points(Mark.Points([place], form: .ring, paint: .ink, size: 12))
  }

  private func lossFigure(
    _ tracks: [DescentTrack], _ width: Double, _ height: Double, _ language: Language
  ) -> Figure {
    let curves = tracks.map { track in
      // Of the flow one point an iteration is enough.
      let losses = stride(from: 0, to: track.losses.count, by: track.pointsPerStep).map { track.losses[$0] }
      return LossPicture.Curve(losses, paint: track.paint, dash: track.isFlow ? [5, 3.5] : [])
    }
    var picture = LossPicture(curves, language: language)
    picture.width = width
    picture.height = height
    return picture.figure
  }
}
