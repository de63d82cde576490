import Elementary
import Expressions

extension Parametrization {
  /// center + cos t·e₁ + sin t·e₂, t from 0 to 2π: a circle where e₁ and e₂ are radii at a right angle.
  static func circle(center: [Double], _ first: [Double], _ second: [Double]) -> Parametrization {
    let dimension = center.count
    let enclosure: Enclosure = { box in
      let (cosine, sine) = (Interval.cos(box.side(0)), Interval.sin(box.side(0)))
      return IntervalBox(
        (0..<dimension).map { row in
          Interval(center[row]) + (cosine * Interval(first[row]) + sine * Interval(second[row]))
        })
    }
    return Parametrization(
      parameters: 1, dimension: dimension, boxes: [ParameterBox([0...2 * Double.pi])],
      enclosure: enclosure
    ) { (angles, _, points, derivatives) in
      points.count = angles.count
      derivatives.count = angles.count
      for lane in 0..<angles.count {
        let cosine = Double.cos(angles.row(0)[lane])
        let sine = Double.sin(angles.row(0)[lane])
        for row in 0..<dimension {
          points.row(row)[lane] = center[row] + (cosine * first[row] + sine * second[row])
          derivatives.row(row)[lane] = cosine * second[row] - sine * first[row]
        }
      }
    }
  }

  /// center + ρ·(cos φ·e₁ + sin φ·e₂), ρ from 0 to 1 and φ from 0 to 2π: a disk.
  static func disk(center: [Double], _ first: [Double], _ second: [Double]) -> Parametrization {
    let dimension = center.count
    let enclosure: Enclosure = { box in
      let (cosine, sine) = (Interval.cos(box.side(1)), Interval.sin(box.side(1)))
      return IntervalBox(
        (0..<dimension).map { row in
          let outward = cosine * Interval(first[row]) + sine * Interval(second[row])
          return Interval(center[row]) + box.side(0) * outward
        })
    }
    return Parametrization(
      parameters: 2, dimension: dimension, boxes: [ParameterBox([0...1, 0...2 * Double.pi])],
      enclosure: enclosure
    ) { (place, _, points, derivatives) in
      points.count = place.count
      derivatives.count = place.count
      for lane in 0..<place.count {
        let radius = place.row(0)[lane]
        let cosine = Double.cos(place.row(1)[lane])
        let sine = Double.sin(place.row(1)[lane])
        for row in 0..<dimension {
          let outward = cosine * first[row] + sine * second[row]
          points.row(row)[lane] = center[row] + radius * outward
          derivatives.row(2 * row)[lane] = outward
          derivatives.row(2 * row + 1)[lane] = radius * (cosine * second[row] - sine * first[row])
        }
      }
    }
  }

  /// A sphere by its polar angle θ from 0 to π and its azimuth φ from 0 to 2π; ∂θ × ∂φ points outward.
  static func sphere(center: [Double], radius: Double) -> Parametrization {
    let box = ParameterBox([0...Double.pi, 0...2 * Double.pi])
    let enclosure: Enclosure = { box in
      Direction.enclosure(center, Interval(radius), polar: box.side(0), azimuth: box.side(1))
    }
    return Parametrization(
      parameters: 2, dimension: 3, boxes: [box],
      enclosure: enclosure
    ) { (angles, _, points, derivatives) in
      points.count = angles.count
      derivatives.count = angles.count
      for lane in 0..<angles.count {
        let direction = Direction(polar: angles.row(0)[lane], azimuth: angles.row(1)[lane])
        for row in 0..<3 {
          points.row(row)[lane] = center[row] + radius * direction.outward[row]
          derivatives.row(2 * row)[lane] = radius * direction.byPolar[row]
          derivatives.row(2 * row + 1)[lane] = radius * direction.byAzimuth[row]
        }
      }
    }
  }

  /// A ball by its radius, polar angle and azimuth.
  static func ball(center: [Double], radius: Double) -> Parametrization {
    let box = ParameterBox([0...1, 0...Double.pi, 0...2 * Double.pi])
    let enclosure: Enclosure = { box in
      let distance = Interval(radius) * box.side(0)
      return Direction.enclosure(center, distance, polar: box.side(1), azimuth: box.side(2))
    }
    return Parametrization(
      parameters: 3, dimension: 3, boxes: [box],
      enclosure: enclosure
    ) { (place, _, points, derivatives) in
      points.count = place.count
      derivatives.count = place.count
      for lane in 0..<place.count {
        let distance = radius * place.row(0)[lane]
        let direction = Direction(polar: place.row(1)[lane], azimuth: place.row(2)[lane])
        for row in 0..<3 {
          points.row(row)[lane] = center[row] + distance * direction.outward[row]
          derivatives.row(3 * row)[lane] = radius * direction.outward[row]
          derivatives.row(3 * row + 1)[lane] = distance * direction.byPolar[row]
          derivatives.row(3 * row + 2)[lane] = distance * direction.byAzimuth[row]
        }
      }
    }
  }
}

/// A unit vector of space by its angles, and how it changes with them.
private struct Direction {
  let outward: SIMD3<Double>
  let byPolar: SIMD3<Double>
  let byAzimuth: SIMD3<Double>

  init(polar: Double, azimuth: Double) {
    let cosine = Double.cos(polar)
    let sine = Double.sin(polar)
    let east = SIMD3(Double.cos(azimuth), Double.sin(azimuth), 0)
    outward = SIMD3(sine * east[0], sine * east[1], cosine)
    byPolar = SIMD3(cosine * east[0], cosine * east[1], -sine)
    byAzimuth = SIMD3(-sine * east[1], sine * east[0], 0)
  }

  /// The box that holds the points at these distances from a center, in these directions.
  static func enclosure(
    _ center: [Double], _ distance: Interval, polar: Interval, azimuth: Interval
  ) -> IntervalBox {
    let across = distance * Interval.sin(polar)
    return IntervalBox([
      Interval(center[0]) + across * Interval.cos(azimuth),
      Interval(center[1]) + across * Interval.sin(azimuth),
      Interval(center[2]) + distance * Interval.cos(polar),
    ])
  }
}
