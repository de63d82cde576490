import Atlas
import Descent
import Expressions
import Fields
import Formats
import Information

extension Scene {
  /// Reads a scene, fills in what it leaves out and brings it into bounds.
  ///
  /// - Throws: ``SceneError`` that names the part that is wrong; nothing of the text is evaluated.
  @export(interface)
  public init(utf8 text: [UInt8]) throws(SceneError) {
    let parts = text.split(separator: 0x3B, omittingEmptySubsequences: false).map { $0.trimmed }
    guard let version = parts.first, version.elementsEqual("v1".utf8) else {
      throw SceneError(.unknownVersion, found: parts.first ?? [])
    }
    let name = parts.count > 1 ? parts[1] : []
    guard let bench = Bench.allCases.first(where: { name.spells($0.name) }) else {
      throw SceneError(.unknownBench, found: name)
    }
    self.init(bench: bench)
    for part in parts.dropFirst(2) where !part.isEmpty {
      guard let equals = part.firstIndex(of: 0x3D) else { throw SceneError(.notAssignment, found: part) }
      try set(part[..<equals].trimmed, to: part[(equals + 1)...].trimmed)
    }
    guard p.count == q.count, names.isEmpty || names.count == p.count else {
      throw SceneError(.differentCounts)
    }
    clamp()
    _ = try distributions()
    try checkFormula()
  }

  private mutating func checkFormula() throws(SceneError) {
    guard let kind = bench.formulaKind else {
      guard let setting = settings.first else { return }
      throw SceneError(.unknownParameter, key: "with", found: setting.name[...])
    }
    let formula: Formula
    do {
      formula = try kind.formula(utf8: formulaText)
    } catch {
      throw SceneError(.notAFormula, key: kind.key, found: formulaText[...], expression: error)
    }
    try settle(formula)
  }

  /// Reads a scene from a string.
  public init(_ text: String) throws(SceneError) {
    try self.init(utf8: Array(text.utf8))
  }

  private mutating func set(_ key: ArraySlice<UInt8>, to value: ArraySlice<UInt8>) throws(SceneError) {
    if let kind = bench.formulaKind, key.spells(kind.key) {
      formulaText = Array(value)
    } else if key.spells("with") {
      settings = try Scene.settings(value)
    } else if key.spells("trail") {
      trails = try Scene.trails(value)
    } else if key.spells("view") {
      let sides = try Scene.numbers(value, count: 4, key: "view")
      view = Window(minX: sides[0], maxX: sides[1], minY: sides[2], maxY: sides[3])
    } else if key.spells("probe"), bench.isSpatial {
      let place = try Scene.numbers(value, count: 3, key: "probe")
      hub = SIMD3(place[0], place[1], place[2])
    } else if key.spells("probe") {
      let place = try Scene.numbers(value, count: 2, key: "probe")
      probe = SIMD2(place[0], place[1])
    } else if key.spells("circle") {
      let parts = try Scene.numbers(value, count: 3, key: "circle")
      circle = Circle(x: parts[0], y: parts[1], radius: parts[2])
    } else if key.spells("wheel") {
      let parts = try Scene.numbers(value, count: 3, key: "wheel")
      wheel = Circle(x: parts[0], y: parts[1], radius: parts[2])
    } else if key.spells("from") {
      let place = try Scene.numbers(value, count: 2, key: "from")
      start = SIMD2(place[0], place[1])
    } else if key.spells("to") {
      let place = try Scene.numbers(value, count: 2, key: "to")
      end = SIMD2(place[0], place[1])
    } else if key.spells("path") {
      path = try Scene.corners(value, key: "path")
    } else if key.spells("detour") {
      detour = try Scene.corners(value, key: "detour")
    } else if key.spells("carried") {
      isCarried = try Scene.isOn(value, key: "carried")
    } else if key.spells("show") {
      layers = try Scene.layers(value)
    } else {
      try setInstrument(key, to: value)
    }
  }

  private mutating func setInstrument(
    _ key: ArraySlice<UInt8>, to value: ArraySlice<UInt8>
  ) throws(SceneError) {
    if key.spells("race") {
      (racers, hasFlow) = try Scene.racers(value)
    } else if key.spells("rate") {
      rate = try Scene.numbers(value, count: 1, key: "rate")[0]
    } else if key.spells("direction") {
      direction = try Scene.numbers(value, count: 1, key: "direction")[0]
    } else if key.spells("lens") {
      lens = try Scene.numbers(value, count: 1, key: "lens")[0]
    } else if key.spells("axis") {
      axis = try Scene.heading(value, key: "axis")
    } else if key.spells("camera") {
      camera.heading = try Scene.heading(value, key: "camera")
    } else if key.spells("size") {
      camera.reach = try Scene.numbers(value, count: 1, key: "size")[0]
    } else if key.spells("sphere") {
      let parts = try Scene.numbers(value, count: 4, key: "sphere")
      sphere = Sphere(center: SIMD3(parts[0], parts[1], parts[2]), radius: parts[3])
    } else {
      try setInformation(key, to: value)
    }
  }

  private static func heading(_ value: ArraySlice<UInt8>, key: StaticString) throws(SceneError) -> Heading {
    let angles = try numbers(value, count: 2, key: key)
    return Heading(azimuth: angles[0], elevation: angles[1])
  }

  private mutating func setInformation(
    _ key: ArraySlice<UInt8>, to value: ArraySlice<UInt8>
  ) throws(SceneError) {
    if key.spells("p") {
      p = try Scene.shares(value, key: "p")
    } else if key.spells("q") {
      q = try Scene.shares(value, key: "q")
    } else if key.spells("names") {
      names = value.split(separator: 0x2C, omittingEmptySubsequences: false).map { Array($0.trimmed) }
    } else if key.spells("unit") {
      guard let unit = Scene.units.first(where: { value.spells($0.0) }) else {
        throw SceneError(.unknownWord, key: "unit", found: value)
      }
      self.unit = unit.1
    } else if key.spells("alpha") {
      alpha = try Scene.numbers(value, count: 1, key: "alpha")[0]
    } else if key.spells("seed") {
      let number = try Scene.numbers(value, count: 1, key: "seed")[0]
      guard number >= 0, number <= 9_007_199_254_740_992 else {
        throw SceneError(.notNumbers, key: "seed", found: value, needed: 1)
      }
      seed = UInt64(number)
    } else {
      throw SceneError(.unknownKey, found: key)
    }
  }

  private static func numbers(
    _ value: ArraySlice<UInt8>, count: Int, key: StaticString
  ) throws(SceneError) -> [Double] {
    let parts = value.split(separator: 0x2C, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Decimal.parse($0.trimmed) }
    guard numbers.count == parts.count, numbers.count == count, numbers.allSatisfy({ !$0.isNaN }) else {
      throw SceneError(.notNumbers, key: key, found: value, needed: count)
    }
    return numbers
  }

  private static func corners(
    _ value: ArraySlice<UInt8>, key: StaticString
  ) throws(SceneError) -> [SIMD2<Double>] {
    if value.spells("none") { return [] }
    let count = value.split(separator: 0x2C, omittingEmptySubsequences: false).count
    // Coordinates come in pairs; what is one too many, or too few, is one short of the next pair.
    let pairs = (count + 1) / 2
    guard pairs <= maximumCorners else {
      throw SceneError(.notNumbers, key: key, found: value, needed: 2 * maximumCorners)
    }
    let numbers = try numbers(value, count: 2 * pairs, key: key)
    return (0..<pairs).map { SIMD2(numbers[2 * $0], numbers[2 * $0 + 1]) }
  }

  private static func shares(_ value: ArraySlice<UInt8>, key: StaticString) throws(SceneError) -> [Double] {
    let parts = value.split(separator: 0x2C, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Decimal.parse($0.trimmed) }
    guard numbers.count == parts.count, numbers.count >= 2, numbers.count <= maximumCategories,
      numbers.allSatisfy({ $0.isFinite && $0 >= 0 }), numbers.contains(where: { $0 > 0 })
    else { throw SceneError(.notADistribution, key: key, found: value) }
    return numbers
  }

  private static func isOn(_ value: ArraySlice<UInt8>, key: StaticString) throws(SceneError) -> Bool {
    if value.spells("on") { return true }
    if value.spells("off") { return false }
    throw SceneError(.unknownWord, key: key, found: value)
  }

  private static func layers(_ value: ArraySlice<UInt8>) throws(SceneError) -> FieldLayers {
    if value.spells("none") { return [] }
    var layers: FieldLayers = []
    for word in value.split(separator: 0x2C).map({ $0.trimmed }) {
      guard let layer = layerNames.first(where: { word.spells($0.0) }) else {
        throw SceneError(.unknownWord, key: "show", found: word)
      }
      layers.insert(layer.1)
    }
    return layers
  }

  private static func racers(
    _ value: ArraySlice<UInt8>
  ) throws(SceneError) -> (kinds: [OptimizerKind], hasFlow: Bool) {
    var kinds: [OptimizerKind] = []
    var hasFlow = false
    if value.spells("none") { return (kinds, hasFlow) }
    for word in value.split(separator: 0x2C).map({ $0.trimmed }) {
      if word.spells("flow") {
        hasFlow = true
      } else if let kind = contestants.first(where: { word.spells($0.shortName) }) {
        kinds.append(kind)
      } else {
        throw SceneError(.unknownWord, key: "race", found: word)
      }
    }
    return (kinds, hasFlow)
  }

  /// The optimizers that any formula will do for: Levenberg–Marquardt asks for a sum of squares.
  static var contestants: [OptimizerKind] { OptimizerKind.allCases.filter { $0 != .levenbergMarquardt } }

  private static func settings(_ value: ArraySlice<UInt8>) throws(SceneError) -> [Setting] {
    var settings: [Setting] = []
    guard !value.isEmpty else { return settings }
    for part in value.split(separator: 0x2C, omittingEmptySubsequences: false).map({ $0.trimmed }) {
      guard let equals = part.firstIndex(of: 0x3D) else {
        throw SceneError(.notSettings, key: "with", found: value)
      }
      let name = Array(part[..<equals].trimmed)
      guard let number = Decimal.parse(part[(equals + 1)...].trimmed), number.isFinite, !name.isEmpty else {
        throw SceneError(.notSettings, key: "with", found: value)
      }
      settings.append(Setting(name: name, value: number))
    }
    return settings
  }

  private static func trails(_ value: ArraySlice<UInt8>) throws(SceneError) -> [Trail] {
    var trails: [Trail] = []
    for word in value.split(separator: 0x2C).map({ $0.trimmed }) {
      guard let trail = Trail.allCases.first(where: { word.spells($0.name) }) else {
        throw SceneError(.unknownWord, key: "trail", found: word)
      }
      trails.append(trail)
    }
    return trails
  }

  static var layerNames: [(StaticString, FieldLayers)] {
    [
      ("arrows", .arrows), ("streamlines", .streamlines), ("particles", .particles),
      ("magnitude", .magnitude), ("divergence", .divergence), ("curl", .curl), ("dye", .dye),
      ("lens", .lens), ("height", .height), ("contours", .contours), ("strain", .strain),
      ("potential", .potential), ("critical", .critical), ("separatrices", .separatrices),
      ("nullclines", .nullclines), ("cycles", .cycles), ("texture", .texture), ("relief", .relief),
    ]
  }

  static var units: [(StaticString, InformationUnit)] {
    [("nats", .nats), ("bits", .bits), ("hartleys", .hartleys)]
  }
}

extension StaticString {
  /// The characters in UTF-8.
  var utf8: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}

extension ArraySlice<UInt8> {
  /// The bytes without spaces at either end.
  var trimmed: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, first == 0x20 || (first >= 0x09 && first <= 0x0D) { slice.removeFirst() }
    while let last = slice.last, last == 0x20 || (last >= 0x09 && last <= 0x0D) { slice.removeLast() }
    return slice
  }

  /// Whether the bytes are those of a word.
  func spells(_ word: StaticString) -> Bool { elementsEqual(word.utf8) }
}
