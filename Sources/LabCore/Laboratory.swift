import Atlas
import Expressions
import Fields
import Figures
import Flows
import Formats
import Scenes

/// What the page holds between two calls: the scene, what moves in it, and the bytes it passes and takes.
///
/// The exports in `LabCore.swift` are this class with pointers. It is the one state of the module; the page owns
/// it as it owns its own variables.
public final class Laboratory {
  /// Where the page writes a text.
  public var input: [UInt8] = []
  /// Where the page finds a result.
  public internal(set) var output: [UInt8] = []
  private(set) var scene = Scene(bench: .field)
  var subject: Subject
  var rotor = Rotor(point: SIMD3(0, 0, 0), axis: SIMD3(0, 0, 1))
  private var particles: ParticleSystem?
  private var wheel = Paddlewheel(circle: Circle(x: 1, y: 0, radius: 0.5))
  private var drop = MaterialLoop(circle: Circle(x: 0, y: 0, radius: 1))

  /// The vector field where it is of the plane, in which things drift.
  private var planeField: VectorExpressionField? {
    subject.vectorField.flatMap { $0.dimension == 2 ? $0 : nil }
  }

  /// The most particles that are moved.
  public static let maximumParticles = 1_000_000

  /// A laboratory with the field bench as it opens.
  public init() {
    subject = Subject(scene)
  }

  /// Takes the first bytes of the input as the scene; the output is its canonical text, or the error as JSON.
  ///
  /// - Returns: whether the scene was taken; the old one stays if not.
  public func setScene(byteCount: Int) -> Bool {
    do throws(SceneError) {
      let next = try Scene(utf8: Array(input.prefix(max(byteCount, 0))))
      scene = next
      subject.follow(next)
      output = next.utf8
      return true
    } catch {
      output = Laboratory.json(error)
      return false
    }
  }

  /// Everything that can be read off the scene becomes the output, as JSON.
  public func read() {
    subject.survey(scene)
    output = scene.reading(of: subject)
  }

  /// One of the scene's pictures becomes the output, as the words of its display list.
  ///
  /// - Returns: whether there is such a picture.
  public func draw(_ index: Int, width: Double, height: Double, isDark: Bool, language: Language) -> Bool {
    let width = min(max(width, 80), 8192)
    let height = min(max(height, 60), 8192)
    subject.survey(scene)
    let figure = scene.figure(index, of: subject, width: width, height: height, language: language)
    guard let figure else {
      output = []
      return false
    }
    setOutput(words: figure.displayList(theme: isDark ? .dark : .light).encoded())
    return true
  }

  /// The level line of the scalar field through the probe, as far as the view goes.
  ///
  /// The output is all x, then all y, as `Float`; nothing where there is no line.
  public func traceLevelLine() {
    let line = subject.scalarField?.levelLine(through: scene.probe, in: scene.view)
    var words: [UInt32] = []
    for coordinates in [line?.x ?? [], line?.y ?? []] {
      for coordinate in coordinates { words.append(Float(coordinate).bitPattern) }
    }
    setOutput(words: words)
  }

  /// Particles at random places of the view.
  public func resetParticles(count: Int, seed: UInt64) {
    particles = ParticleSystem(
      count: min(max(count, 0), Laboratory.maximumParticles), window: scene.view, seed: seed)
  }

  /// Moves the particles; the output is all x, then all y, as `Float`, NaN for the newly born.
  public func stepParticles(by time: Float) {
    guard let field = planeField, particles != nil else {
      output = []
      return
    }
    particles?.window = scene.view
    particles?.step(field, by: time)
    guard let particles else { return }
    var words: [UInt32] = []
    words.reserveCapacity(2 * particles.x.count)
    for coordinates in [particles.x, particles.y] {
      for index in coordinates.indices {
        words.append((particles.born[index] ? Float.nan : coordinates[index]).bitPattern)
      }
    }
    setOutput(words: words)
  }

  /// A wheel at rest where the scene has it.
  public func resetWheel() {
    wheel = Paddlewheel(circle: scene.wheel)
    writeWheel()
  }

  /// Lets the wheel turn, and drift if it is carried; the output is its state as JSON.
  public func stepWheel(by time: Double, isCarried: Bool) {
    if let field = planeField { wheel.step(in: field, by: min(max(time, 0), 1), carried: isCarried) }
    writeWheel()
  }

  private func writeWheel() {
    let centre = planeField?.reading(at: [wheel.circle.x, wheel.circle.y])
    let limit = (centre?.settledCurl ?? .nan) / 2
    let speed = wheel.angularVelocity
    // Slower than a turn in half an hour nobody sees it move.
    let isStill = speed.magnitude < 0.004
    output = JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("x", wheel.circle.x)
      json.add("y", wheel.circle.y)
      json.add("radius", wheel.circle.radius)
      json.add("angle", wheel.angle)
      json.add("angularVelocity", speed)
      json.add("torque", wheel.torque)
      json.add("limit", limit)
      json.add("sense", isStill ? "still" : speed > 0 ? "counterclockwise" : "clockwise")
      json.object("text") { (text: inout JSONWriter.Object) in
        text.add("angularVelocity", Decimal.fixed(speed, places: 3, minus: .typographic))
        text.add("torque", Decimal.fixed(wheel.torque, places: 3, minus: .typographic))
        text.add("limit", Decimal.text(limit, significantDigits: 4, minus: .typographic))
      }
    }
  }

  /// A drop that fills the scene's circle; the output is its outline.
  public func resetDye() {
    drop = MaterialLoop(circle: scene.circle)
    writeDye()
  }

  /// Lets the drop drift; the output is its outline, all x, then all y, as `Float`, then area and ratio.
  public func stepDye(by time: Double) {
    if let field = planeField { _ = drop.step(in: field, by: min(max(time, 0), 1)) }
    writeDye()
  }

  private func writeDye() {
    var words: [UInt32] = []
    for coordinates in [drop.x, drop.y] {
      for coordinate in coordinates { words.append(Float(coordinate).bitPattern) }
    }
    words.append(Float(drop.area).bitPattern)
    words.append(Float(drop.ratio).bitPattern)
    setOutput(words: words)
  }

  func setOutput(words: [UInt32]) {
    words.withUnsafeBytes { bytes in output = Array(bytes) }
  }

  private static func json(_ error: SceneError) -> [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("key", String(decoding: error.key, as: UTF8.self))
      json.add("text", error.description)
      if let expression = error.expression {
        json.add("code", expression.reason.code.description)
        json.add("position", expression.position)
        json.add("length", expression.length)
        json.add("needed", expression.needed)
        json.add("found", String(decoding: expression.found, as: UTF8.self))
        json.add("expected", expression.expected.map { $0.word.description })
      } else {
        json.add("code", error.reason.code.description)
        json.add("found", String(decoding: error.found, as: UTF8.self))
        json.add("needed", error.needed)
      }
    }
  }
}
