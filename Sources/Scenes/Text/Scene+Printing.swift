import Atlas
import Descent
import Fields
import Formats
import Information

extension Scene {
  /// The scene as text in UTF-8, without what has its default.
  @export(interface)
  public var utf8: [UInt8] {
    let plain = Scene(bench: bench)
    var writer = SceneWriter(bench: bench)
    if let kind = bench.formulaKind, formulaText != plain.formulaText {
      writer.add(kind.key, formulaText)
    }
    if !settings.isEmpty {
      writer.add("with", settings.map { $0.name + [0x3D] + Array(Decimal.shortest($0.value).utf8) })
    }
    if view != plain.view { writer.add("view", [view.minX, view.maxX, view.minY, view.maxY]) }
    if probe != plain.probe { writer.add("probe", [probe.x, probe.y]) }
    if direction != plain.direction { writer.add("direction", [direction]) }
    if lens != plain.lens { writer.add("lens", [lens]) }
    if circle != plain.circle { writer.add("circle", [circle.x, circle.y, circle.radius]) }
    if wheel != plain.wheel { writer.add("wheel", [wheel.x, wheel.y, wheel.radius]) }
    if start != plain.start { writer.add("from", [start.x, start.y]) }
    if end != plain.end { writer.add("to", [end.x, end.y]) }
    if path != plain.path { writer.add("path", path) }
    if detour != plain.detour { writer.add("detour", detour) }
    if hub != plain.hub { writer.add("probe", [hub.x, hub.y, hub.z]) }
    if axis != plain.axis { writer.add("axis", [axis.azimuth, axis.elevation]) }
    if sphere != plain.sphere {
      writer.add("sphere", [sphere.center.x, sphere.center.y, sphere.center.z, sphere.radius])
    }
    if camera.heading != plain.camera.heading {
      writer.add("camera", [camera.heading.azimuth, camera.heading.elevation])
    }
    if camera.reach != plain.camera.reach { writer.add("size", [camera.reach]) }
    if racers != plain.racers || hasFlow != plain.hasFlow {
      let words = (hasFlow ? [Array("flow".utf8)] : []) + racers.map { Array($0.shortName.utf8) }
      writer.add("race", words.isEmpty ? [Array("none".utf8)] : words)
    }
    if rate != plain.rate { writer.add("rate", [rate]) }
    if isCarried != plain.isCarried { writer.add("carried", isCarried ? "on" : "off") }
    if layers != plain.layers {
      let words = Scene.layerNames.filter { layers.contains($0.1) }.map { Array($0.0.utf8) }
      writer.add("show", words.isEmpty ? [Array("none".utf8)] : words)
    }
    if !trails.isEmpty { writer.add("trail", trails.map { Array($0.name.utf8) }) }
    if p != plain.p { writer.add("p", p) }
    if q != plain.q { writer.add("q", q) }
    if names != plain.names { writer.add("names", names) }
    if unit != plain.unit, let word = Scene.units.first(where: { $0.1 == unit }) {
      writer.add("unit", word.0)
    }
    if alpha != plain.alpha { writer.add("alpha", [alpha]) }
    if seed != plain.seed { writer.add("seed", [Double(seed)]) }
    return writer.bytes
  }

  /// The scene as text, without what has its default.
  public var text: String { String(decoding: utf8, as: UTF8.self) }
}

/// Writes the parts of a scene between semicolons.
private struct SceneWriter {
  var bytes: [UInt8]

  init(bench: Bench) {
    bytes = Array("v\(Scene.version);".utf8) + Array(bench.name.utf8)
  }

  mutating func add(_ key: StaticString, _ value: [UInt8]) {
    bytes.append(0x3B)
    bytes += key.utf8
    bytes.append(0x3D)
    bytes += value
  }

  mutating func add(_ key: StaticString, _ word: StaticString) {
    add(key, Array(word.utf8))
  }

  mutating func add(_ key: StaticString, _ numbers: [Double]) {
    add(key, numbers.map { Array(Decimal.shortest($0).utf8) })
  }

  mutating func add(_ key: StaticString, _ corners: [SIMD2<Double>]) {
    if corners.isEmpty {
      add(key, "none" as StaticString)
    } else {
      add(key, corners.flatMap { [$0.x, $0.y] })
    }
  }

  mutating func add(_ key: StaticString, _ values: [[UInt8]]) {
    var joined: [UInt8] = []
    for (index, value) in values.enumerated() {
      if index > 0 { joined.append(0x2C) }
      joined += value
    }
    add(key, joined)
  }
}
