import Expressions

/// Boxes that a search could not settle and that belong together.
struct DoubtfulCluster: Sendable {
  /// The least box around them.
  private(set) var hull: IntervalBox
  /// Their doubts, the gravest last.
  private(set) var doubts: [BoxDoubt]
  private(set) var boxes: [IntervalBox]

  init(_ box: DoubtfulBox) {
    hull = box.box
    doubts = [box.doubt]
    boxes = [box.box]
  }

  private mutating func take(_ other: DoubtfulCluster) {
    hull = hull.hull(other.hull)
    for doubt in other.doubts where !doubts.contains(doubt) { doubts.append(doubt) }
    doubts.sort()
    boxes += other.boxes
  }

  /// The gravest doubt.
  var doubt: BoxDoubt { doubts.last ?? .unresolved }

  /// Whether a cluster is so small within what was searched that it is a point for all that can be seen.
  func isPoint(in domain: IntervalBox) -> Bool {
    for side in hull.sides.indices where hull[side].width > 0x1p-10 * domain[side].width { return false }
    return true
  }

  /// The point of it that is written with the fewest digits.
  var simplestPoint: [Double] { hull.sides.map { $0.simplest } }

  /// The clusters of some boxes; small ones that lie as close as rounding scatters them are one.
  static func all(of boxes: [DoubtfulBox], in domain: IntervalBox) -> [DoubtfulCluster] {
    var clusters = merged(boxes.map { DoubtfulCluster($0) }, growth: 1.5)
    var areas: [DoubtfulCluster] = []
    var points: [DoubtfulCluster] = []
    for cluster in clusters {
      if cluster.isPoint(in: domain) { points.append(cluster) } else { areas.append(cluster) }
    }
    // Each round links further, because clusters have grown.
    while true {
      clusters = merged(points, growth: 8)
      if clusters.count == points.count { return areas + points }
      points = clusters
    }
  }

  private static func merged(_ clusters: [DoubtfulCluster], growth: Double) -> [DoubtfulCluster] {
    BoxClusters(clusters.map { $0.hull }, growth: growth).members.map { members in
      var union = clusters[members[0]]
      for place in members.dropFirst() { union.take(clusters[place]) }
      return union
    }
  }
}
