import Atlas
import Elementary
import Expressions
import Fields
import Figures
import Formats

extension Demonstration {
  /// 14: the flux of a point charge through spheres around it and beside it.
  @export(interface)
  public static var gauss: Demonstration {
    let charge = PointCharge()
    let one = Bilingual("")
    return Demonstration(
      "gauss",
      name: Bilingual("Gauss’s theorem", "高斯定理"),
      title: Bilingual(
        "Around the charge 4π, beside it 0, wherever the sphere lies", "包住电荷，通量 4π；不包住，通量 0"),
      caption: Bilingual(
        """
        F = r/|r|³ is the field of a charge at the origin: it points away from it and falls with the square of the \
        distance. Colour is F·n, what flows out through each part of a sphere. The left sphere holds the charge, not in \
        its middle: where the surface is near, much flows through little of it, and where it is far, little through \
        much. The sum is 4π, the whole solid angle, and would be so for any other surface around the charge. The right \
        sphere has the charge outside: what enters on the blue side leaves on the red one, and the sum is 0. Away from the \
        charge the divergence is 0; the 4π come from the one point where F is not defined.
        """,
        """
        F = r/|r|³ 是原点处一个点电荷的场：处处由电荷指向外，与距离的平方成反比。颜色是 F·n，即球面各处流出的多少。\
        左边的球包住了电荷，但电荷不在球心：离得近的地方，小块面积流出很多；离得远的地方，大块面积流出很少。\
        总和恰是 4π，也就是整个立体角；换成别的闭曲面，只要包住电荷，结果都一样。右边的球没有包住电荷：从蓝色一侧流进多少，\
        就从红色一侧流出多少，总和为 0。除电荷所在的点以外散度处处为 0；这 4π 全部来自 F 没有定义的那一点。
        """),
      summary: Bilingual(
        """
        Straight lines run from a charge in all directions. Left: a sphere around the charge, red all over, darkest where \
        it is nearest to the charge. Right: a sphere beside the charge, blue where it faces the charge and red on the other \
        side; lines that enter it leave it again.
        """,
        """
        直线从电荷射向四面八方。左图：球面包住电荷，通体红色，离电荷最近处最深。\
        右图：球面在电荷旁边，朝着电荷的一面是蓝色，另一面是红色；穿进去的线又穿出来。
        """),
      numbers: [
        Number(
          Bilingual("sphere around the charge", "包住电荷的球面"), "∯F·n dA", charge.flux(charge.around), one,
          places: 4),
        Number(
          Bilingual("sphere beside the charge", "电荷旁边的球面"), "∯F·n dA", charge.flux(charge.beside), one,
          places: 4),
        Number(Bilingual("box around the charge", "包住电荷的长方体"), "∯F·n dA", charge.boxFlux, one, places: 4),
        Number(Bilingual("divergence, simplified", "散度（化简后）"), "∇·F", charge.divergence, one, places: 4),
      ],
      size: SIMD2(960, 500),
      draw: { (figure, language) in charge.draw(into: &figure, language) })
  }
}

/// The field of a unit charge at the origin, with a sphere around it and one beside it.
private struct PointCharge {
  let field = VectorExpressionField(
    known: "x/(x^2 + y^2 + z^2)^1.5, y/(x^2 + y^2 + z^2)^1.5, z/(x^2 + y^2 + z^2)^1.5", variables: .space)
  let around = Sphere(center: SIMD3(0.3, 0.25, 0.1), radius: 1.1)
  let beside = Sphere(center: SIMD3(0.75, 1.45, -0.15), radius: 0.8)
  let camera = Camera(heading: Heading(azimuth: -50, elevation: 20), reach: 2)

  func flux(_ sphere: Sphere) -> Double { field.flux(through: sphere).value }

  /// The flux out of a box that holds the charge not in its middle.
  var boxFlux: Double {
    guard let box = try? Surface.faces(ofBox: [-0.75...2, -0.5...1, -1...1]) else { return .nan }
    return (try? field.flux(through: box, by: AdaptiveQuadrature(relative: 1e-7)))?.value ?? .nan
  }

  /// The value of the divergence once its formula is simplified, which leaves nothing of the coordinates.
  var divergence: Double {
    ScalarExpressionField(field.divergence.expression.simplified, variables: .space).value(at: [1, 2, 3])
  }

  func draw(into figure: inout Figure, _ language: Language) {
    figure.subtitle = language.text(
      "F = r/|r|³; lines of the field leave the charge; colour: F·n on the sphere",
      "F = r/|r|³；场线从电荷出发；颜色：球面上的 F·n")
    let names = [
      language.text("Around the charge: ", "包住电荷："), language.text("Beside the charge: ", "在电荷旁边："),
    ]
    figure.rows = [zip(names, [around, beside]).map { panel($0, $1) }]
  }

  private func panel(_ name: String, _ sphere: Sphere) -> Panel {
    let mesh = SphereMesh(sphere, field, camera)
    let lines = FieldLines(around: sphere, camera)
    let isInside = lines.isInside
    let charge = Mark.points(
      Mark.Points([SIMD2(0, 0)], form: isInside ? .ring : .circle, paint: .series(1), size: 12))
    // The sphere beside the charge takes the right half of its picture.
    let middle = isInside ? 0.2 : 0.83
    let across = Extent(middle - 2, middle + 2)
    return Panel(
      title: name + "∯F·n dA = " + Decimal.fixed(flux(sphere), places: 4, minus: .typographic),
      x: Axis(domain: across, isVisible: false),
      y: Axis(domain: Extent(-1.9, 1.9), isVisible: false),
      marks: lines.behind + mesh.solids.map { $0.mark } + lines.before + [charge],
      colourBar: ColourBar(mesh.colours, label: "F·n"), aspect: .equal, hasGrid: false, hasFrame: false)
  }
}

/// Straight lines from the origin in all directions, as far as a sphere does not hide them.
private struct FieldLines {
  /// The lines that the sphere covers where they meet it on the picture, and those that cover it.
  private(set) var behind: [Mark] = []
  private(set) var before: [Mark] = []
  /// Whether the origin is inside the sphere.
  let isInside: Bool
  private let sphere: Sphere
  private let camera: Camera

  private static let count = 64
  /// Where a line begins and ends that does not meet the sphere.
  private static let range = (0.16, 1.2)
  /// How far a line is followed beyond the sphere.
  private static let beyond = 0.62

  init(around sphere: Sphere, _ camera: Camera) {
    self.sphere = sphere
    self.camera = camera
    isInside = sphere.center.length < sphere.radius
    for index in 0..<FieldLines.count { append(FieldLines.direction(index)) }
  }

  /// Directions as even as those of sunflower seeds: equal steps in z, the golden angle round it.
  private static func direction(_ index: Int) -> SIMD3<Double> {
    let z = 1 - (2 * Double(index) + 1) / Double(count)
    let turn = Double(index) * Double.pi * (3 - 5.0.squareRoot())
    let across = (1 - z * z).squareRoot()
    return SIMD3(across * Double.cos(turn), across * Double.sin(turn), z)
  }

  private mutating func append(_ direction: SIMD3<Double>) {
    let (start, end) = FieldLines.range
    // |t·d − c| = r: t² − 2t d·c + |c|² − r² = 0.
    let along = direction.dot(sphere.center)
    let square = along * along - sphere.center.dot(sphere.center) + sphere.radius * sphere.radius
    guard square > 0, isInside || along > 0 else {
      let nearest = Swift.min(Swift.max(along, start), end) * direction
      let isBefore = camera.sight(of: nearest).depth > camera.sight(of: sphere.center).depth
      append(direction, from: start, to: end, isBefore: isBefore)
      return
    }
    let half = square.squareRoot()
    if !isInside {
      append(direction, from: start, to: along - half, isBefore: sees(direction * (along - half)))
    }
    let exit = along + half
    append(direction, from: exit, to: exit + FieldLines.beyond, isBefore: sees(direction * (along + half)))
  }

  /// Whether a point of the sphere is on the side of the eye.
  private func sees(_ point: SIMD3<Double>) -> Bool { camera.sees(point, normal: point - sphere.center) }

  private mutating func append(_ direction: SIMD3<Double>, from start: Double, to end: Double, isBefore: Bool)
  {
    let first = camera.sight(of: start * direction)
    let last = camera.sight(of: end * direction)
    // What is nearer is drawn stronger.
    let strength = 0.6 + 0.4 * (first.depth + last.depth) / (2 * camera.reach)
    let line = Mark.arrows(
      Mark.Arrows(
        at: [first.place], vectors: [last.place - first.place], length: .proportional(factor: 1),
        pivot: .tail,
        paint: .ink.opacity(strength), width: 1.3))
    if isBefore { before.append(line) } else { behind.append(line) }
  }
}
