import Elementary
import Expressions
import Fields
import Figures

/// The visible half of a sphere in small faces coloured by F·n, with meridians and parallels.
package struct SphereMesh {
  package let solids: [SpacePicture.Solid]
  package let colours: ColourScale

  private static let rows = 30
  private static let columns = 60

  package init(_ sphere: Sphere, _ field: some VectorField, _ camera: Camera) {
    let faces = SphereMesh.faces(sphere, camera)
    // The far half has its say in the colours too, so that they stay when the sphere is turned.
    let flows = SphereMesh.flows(field, sphere, faces.map { $0.normal })
    let finite = flows.filter { $0.isFinite }.map { $0.magnitude }.sorted()
    let high = finite.isEmpty ? 0 : finite[finite.count - 1 - finite.count / 12]
    let colours = ColourScale(diverging: .buRd, over: Extent(-high, high))
    // The faces are one surface, drawn as a whole; what touches it is drawn before or after.
    let depth = camera.sight(of: sphere.center).depth
    var solids: [SpacePicture.Solid] = []
    for (face, flow) in zip(faces, flows) where !face.corners.isEmpty {
      let paint: Paint = flow.isFinite ? .colour(colours(flow)) : .quiet
      // The outline in the same colour closes the hair between two faces.
      let shape = Mark.Shape(.polygon(face.corners), stroke: paint, fill: paint, width: 0.7)
      solids.append(SpacePicture.Solid(depth: depth, mark: .shape(shape)))
    }
    let lines = Mark.Polylines(
      SphereMesh.graticule(sphere, camera), paint: .overlay.opacity(0.32), width: 0.8, arrowSpacing: 0)
    solids.append(SpacePicture.Solid(depth: depth + 1e-9 * camera.reach, mark: .polylines(lines)))
    self.solids = solids
    self.colours = colours
  }

  private struct Face {
    /// The corners on the picture; none where only the back is turned to the eye.
    let corners: [SIMD2<Double>]
    let normal: SIMD3<Double>
  }

  private static func normal(_ row: Double, _ column: Double) -> SIMD3<Double> {
    Heading(azimuth: 360 * column / Double(columns), elevation: -90 + 180 * row / Double(rows)).vector
  }

  private static func faces(_ sphere: Sphere, _ camera: Camera) -> [Face] {
    var faces: [Face] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let r = Double(row)
        let c = Double(column)
        let middle = normal(r + 0.5, c + 0.5)
        let ring = [normal(r, c), normal(r, c + 1), normal(r + 1, c + 1), normal(r + 1, c)]
        // A face on the limb counts if any of its corners is seen.
        let isSeen = ring.contains { camera.sees(sphere.center + sphere.radius * $0, normal: $0) }
        let corners = ring.map { camera.sight(of: sphere.center + sphere.radius * $0).place }
        faces.append(Face(corners: isSeen ? corners : [], normal: middle))
      }
    }
    return faces
  }

  private static func flows(
    _ field: some VectorField, _ sphere: Sphere, _ normals: [SIMD3<Double>]
  ) -> [Double] {
    let points = Block<Double>(rows: 3, capacity: Swift.max(normals.count, 1))
    let values = Block<Double>(rows: 3, capacity: Swift.max(normals.count, 1))
    points.count = normals.count
    for (lane, normal) in normals.enumerated() {
      let point = sphere.center + sphere.radius * normal
      for row in 0..<3 { points[row, lane] = point[row] }
    }
    field.values(at: points, into: values)
    return normals.enumerated().map { lane, normal in
      SIMD3(values[0, lane], values[1, lane], values[2, lane]).dot(normal)
    }
  }

  /// Meridians and parallels thirty degrees apart, where they are seen.
  private static func graticule(_ sphere: Sphere, _ camera: Camera) -> [[SIMD2<Double>]] {
    var lines: [[SIMD2<Double>]] = []
    func add(_ headings: [Heading]) {
      lines.append(
        headings.map { heading in
          let normal = heading.vector
          let point = sphere.center + sphere.radius * normal
          // What is not finite breaks the line.
          return camera.sees(point, normal: normal) ? camera.sight(of: point).place : SIMD2(.nan, .nan)
        })
    }
    // Integers, because a stride of floating-point numbers multiplies and adds in one.
    for meridian in 0..<12 {
      add((-18...18).map { Heading(azimuth: 30 * Double(meridian), elevation: 5 * Double($0)) })
    }
    for parallel in -2...2 {
      add((0...72).map { Heading(azimuth: 5 * Double($0), elevation: 30 * Double(parallel)) })
    }
    return lines
  }
}
