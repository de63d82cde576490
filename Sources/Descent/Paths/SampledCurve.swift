import Elementary

/// Points along a curve, in boxes, so that the nearest one to a place is found without looking at all of them.
struct SampledCurve: Sendable {
  let times: [Double]
  private let places: [[Double]]
  /// How far the curve may leave the chords beside a point: the longer of the two.
  private let reaches: [Double]
  private let runs: [Run]

  /// Points that follow each other, in a ball.
  private struct Run: Sendable {
    let range: Range<Int>
    let centre: [Double]
    let radius: Double
  }

  private static let runLength = 32

  init(times: [Double], places: [[Double]]) {
    self.times = times
    self.places = places
    let count = places.count
    let chords = (0..<max(count - 1, 0)).map { Descent.distance(places[$0], places[$0 + 1]) }
    reaches = (0..<count).map { index in
      max(index > 0 ? chords[index - 1] : 0, index < count - 1 ? chords[index] : 0)
    }
    runs = stride(from: 0, to: count, by: SampledCurve.runLength).map { first in
      let range = first..<min(first + SampledCurve.runLength, count)
      let centre = places[(range.lowerBound + range.upperBound) / 2]
      let radius = range.reduce(0) { max($0, Descent.distance(places[$1], centre)) }
      return Run(range: range, centre: centre, radius: radius)
    }
  }

  /// The distance from a place to a point of the curve.
  func distance(_ index: Int, _ place: [Double]) -> Double {
    let point = places[index]
    // In the plane, which is the common case, without an array for the difference.
    if place.count == 2 { return Double.hypot(point[0] - place[0], point[1] - place[1]) }
    return Descent.distance(point, place)
  }

  /// The number of the nearest point.
  func nearest(to place: [Double]) -> Int {
    let bounds = runs.map { Descent.distance($0.centre, place) - $0.radius }
    let order = bounds.indices.sorted { (bounds[$0], $0) < (bounds[$1], $1) }
    var best = 0
    var least = distance(0, place)
    for run in order {
      // Rounding of a bound must not hide a run.
      guard bounds[run] <= least * (1 + 1e-12) else { break }
      for index in runs[run].range {
        let found = distance(index, place)
        if found < least { (best, least) = (index, found) }
      }
    }
    return best
  }

  /// The points that are nearer than their neighbours, and beside which the curve may come within a distance.
  func candidates(near place: [Double], within least: Double) -> [Int] {
    var found: [Int] = []
    for run in runs {
      let widest = run.range.reduce(0) { max($0, reaches[$1]) }
      guard Descent.distance(run.centre, place) - run.radius - widest <= least else { continue }
      for index in run.range {
        let here = distance(index, place)
        guard here - reaches[index] <= least else { continue }
        guard index == 0 || here <= distance(index - 1, place) else { continue }
        guard index == places.count - 1 || here <= distance(index + 1, place) else { continue }
        found.append(index)
      }
    }
    return found
  }
}
