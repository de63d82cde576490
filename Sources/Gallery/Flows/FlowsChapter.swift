import Atlas
import Expressions
import Fields
import Flows

extension Chapter {
  /// Following a field, forward and backward, exactly and in steps; and going downhill.
  @export(interface)
  public static var flows: Chapter {
    Chapter(
      "flows",
      name: Bilingual("Flows and descent", "流与下降"),
      lead: Bilingual(
        """
        What happens when something follows a field: water and dye, planets, neurons, a network while it learns. Every \
        path is computed step by step, and beside it stands what it should have been.
        """,
        "跟着一个场走，会走到哪里：水与染料、行星、神经元、正在训练的网络。每条路径都是一步步算出来的，旁边写着它本该到达的地方。"),
      demonstrations: [
        .linesOfFlow, .phasePlane, .transportBarriers, .flowTexture, .workPrecision, .stabilityLimit,
        .optimizerRace, .slowSaddle, .langevin,
      ])
  }
}

extension VectorExpressionField {
  /// The field of a formula that stands in the program and changes with t.
  init(knownUnsteady formula: StaticString) {
    do {
      try self.init(unsteady: formula.description)
    } catch {
      preconditionFailure("a formula of the gallery cannot be read")
    }
  }
}

extension Solution {
  /// The path as a line through its steps and some places inside of each, as far as it went; the first two coordinates.
  func line(parts: Int = 8) -> [SIMD2<Double>] {
    guard let first = points.first else { return [] }
    var line = [SIMD2(first[0], first[1])]
    for step in steps {
      for part in 1...parts {
        let time = step.startTime + (step.endTime - step.startTime) * Double(part) / Double(parts)
        let isBeyond = step.endTime > step.startTime ? time > endTime : time < endTime
        guard !isBeyond else { break }
        let point = step.point(at: time)
        line.append(SIMD2(point[0], point[1]))
      }
    }
    line.append(SIMD2(end[0], end[1]))
    return line
  }
}

/// Thins lines out for the page.
enum Thinned {
  /// The points of a line that are at least a distance from the one kept before, and the last.
  static func line(_ points: [SIMD2<Double>], apart distance: SIMD2<Double>) -> [SIMD2<Double>] {
    guard let first = points.first, let last = points.last else { return points }
    var line = [first]
    var kept = first
    for point in points.dropFirst() {
      let across = (point.x - kept.x).magnitude / distance.x
      let up = (point.y - kept.y).magnitude / distance.y
      guard across >= 1 || up >= 1 || !point.x.isFinite || !point.y.isFinite else { continue }
      line.append(point)
      kept = point
    }
    if kept != last { line.append(last) }
    return line
  }
}
