import Atlas
import Expressions
import Fields
import Figures
import Information

extension Scene {
  /// How many pictures the bench has.
  public var pictureCount: Int {
    switch bench {
    case .information: return 3
    case .field: return layers.contains(.lens) ? 2 : 1
    case .gradient: return 2
    case .descent: return 3
    default: return 1
    }
  }

  /// One of the bench's pictures; nil beyond the last.
  public func figure(_ index: Int, width: Double, height: Double, language: Language) -> Figure? {
    var subject = Subject(self)
    subject.survey(self)
    return figure(index, of: subject, width: width, height: height, language: language)
  }

  /// One of the bench's pictures, with the scene's subject at hand; nil beyond the last.
  ///
  /// 0 is the plane or the bars of p and q; on the bench of the field 1 is what the lens
  /// shows, on that of the gradient the slope against the direction, on that of information 1 is the Rényi curve and 2
  /// the terms of KL; on that of the descent 1 is the loss against the iteration and 2 the ground without the ways on it,
  /// for whoever lets them grow.
  public func figure(
    _ index: Int, of subject: Subject, width: Double, height: Double, language: Language
  ) -> Figure? {
    guard index >= 0, index < pictureCount else { return nil }
    switch bench {
    case .information: return distributionFigure(index, width, height, language)
    case .gradient: return gradientFigure(index, subject, width, height, language)
    case .descent: return descentFigure(index, subject, width, height, language)
    case .rotor, .charge: return spaceFigure(subject, width, height, language)
    default: return planeFigure(index, subject, width, height, language)
    }
  }

  private func planeFigure(
    _ index: Int, _ subject: Subject, _ width: Double, _ height: Double, _ language: Language
  ) -> Figure? {
    guard let field = subject.vectorField else { return nil }
    if index == 1 {
      var picture = LensPicture(jacobianParts(field), language: language)
      picture.width = width
      picture.height = height
      return picture.figure
    }
    var picture = FieldPicture(window: view, layers: layers, language: language)
    picture.width = width
    picture.height = height
    let potential = layers.contains(.potential) ? subject.survey?.potential : nil
    let hasPoints = layers.contains(.critical) && bench == .field
    let phase = bench == .field ? subject.survey.map { Scene.phaseMarks($0, language) } ?? [] : []
    picture.overlays = { window in
      let lines = (potential.map { [Mark.potential($0, of: field, over: window)] } ?? []) + phase
      guard hasPoints else { return lines }
      let found = try? field.criticalPoints(in: IntervalBox(window), limits: Survey.limits)
      return lines + (found.map { Mark.criticalPoints($0, language: language) } ?? [])
    }
    return picture.figure(of: field)
  }

  private static func phaseMarks(_ survey: Survey, _ language: Language) -> [Mark] {
    Mark.nullclines(survey.nullclines) + Mark.separatrices(survey.separatrices, language: language)
      + Mark.limitCycles(survey.cycles, language: language)
  }

  private func spaceFigure(
    _ subject: Subject, _ width: Double, _ height: Double, _ language: Language
  ) -> Figure? {
    guard let field = subject.vectorField else { return nil }
    var picture = SpacePicture(camera: camera, language: language)
    picture.hasArrows = layers.contains(.arrows)
    picture.sphere = bench == .charge ? sphere : nil
    picture.width = width
    picture.height = height
    return picture.figure(of: field)
  }

  private func gradientFigure(
    _ index: Int, _ subject: Subject, _ width: Double, _ height: Double, _ language: Language
  ) -> Figure? {
    guard let field = subject.scalarField, let gradient = subject.gradientField else { return nil }
    if index == 1 {
      let slope = field.gradient(at: [probe.x, probe.y])
      var picture = SlopePicture(
        gradient: SIMD2(slope[0], slope[1]), direction: direction, language: language)
      picture.width = width
      picture.height = height
      return picture.figure
    }
    var picture = HillPicture(window: view, layers: layers, language: language)
    if layers.contains(.critical) {
      picture.overlays = { window in
        let found = try? field.criticalPoints(in: IntervalBox(window), limits: Survey.limits)
        return found.map { Mark.criticalPoints($0, language: language) } ?? []
      }
    }
    picture.width = width
    picture.height = height
    return picture.figure(of: field, gradient: gradient)
  }

  private func distributionFigure(
    _ index: Int, _ width: Double, _ height: Double, _ language: Language
  ) -> Figure? {
    guard let (p, q) = try? distributions() else { return nil }
    let names = self.names.map { String(decoding: $0, as: UTF8.self) }
    guard
      var picture = try? DistributionPicture(p: p, q: q, names: names, unit: unit, language: language)
    else { return nil }
    picture.width = width
    picture.height = height
    switch index {
    case 0: return picture.bars
    case 1: return try? picture.renyiCurve(at: alpha)
    default: return try? picture.terms()
    }
  }
}
