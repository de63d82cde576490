import Foundation
import Testing

/// The commands of flows and descent as a person runs them.
@Suite struct FlowCommandTests {
  private func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try CommandTests.nabla(arguments + ["--json"])
    #expect(result.code == 0, "\(arguments): \(result.complaints)")
    return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  private func path(_ arguments: [String]) throws -> [String: Any] {
    try #require((try json(["flow"] + arguments)["paths"] as? [[String: Any]])?.first)
  }

  @Test(arguments: ["bs3", "dopri5", "tsit5", "dop853", "rodas"])
  func aCircleComesBack(_ method: String) throws {
    let path = try path(["-y, x", "--from", "1,0", "--time", "2π", "--method", method])
    let end = try #require(path["end"] as? [Double])
    #expect((end[0] - 1).magnitude < 1e-5 && end[1].magnitude < 1e-5)
    #expect(path["ending"] as? String == "time")
  }

  @Test func eventsAndEndings() throws {
    let thrown = try path(["y, -2", "--from", "0,1", "--time", "9", "--until", "x"])
    #expect(thrown["ending"] as? String == "event")
    #expect(((thrown["endTime"] as? Double ?? 0) - 1).magnitude < 1e-9)
    let pole = try path(["x^2, 1", "--from", "1,0", "--time", "2"])
    #expect(pole["ending"] as? String == "not finite")
    let box = try path(["1, 0", "--from", "0,0", "--time", "9", "--in", "-1,1,-1,1"])
    #expect(box["end"] as? [Double] == [1, 0])
    let gust = try path(["1, cos t", "--from", "0,0", "--time", "π/2"])
    #expect(((gust["end"] as? [Double])?[1] ?? 0) - 1 < 1e-7)
  }

  @Test func exponentsOfASaddle() throws {
    let map = try json(["ftle", "x, -y", "--time", "2", "--columns", "4"])
    let exponents = try #require(map["exponents"] as? [Double])
    #expect(exponents.count == 16)
    for exponent in exponents { #expect((exponent - 1).magnitude < 1e-4) }
  }

  @Test func linesCloseAroundACentre() throws {
    let found = try json(["streamlines", "-y, x", "--separation", "40"])
    let lines = try #require(found["lines"] as? [[String: Any]])
    #expect(lines.contains { $0["isClosed"] as? Bool == true })
  }

  @Test func linesThroughPointsAndInSpace() throws {
    let found = try json(["streamlines", "x, -y", "--from", "1,1", "--from", "-0.5,2"])
    let lines = try #require(found["lines"] as? [[String: Any]])
    #expect(lines.count == 2)
    for (line, product) in zip(lines, [1.0, -1]) {
      let x = try #require(line["x"] as? [Double])
      let y = try #require(line["y"] as? [Double])
      let isTrue = zip(x, y).allSatisfy { ($0 * $1 - product).magnitude < 1e-4 }
      #expect(isTrue)
    }
    let space = try json(["streamlines", "-y, x, 1/2", "--in", "-1,1,-1,1,-1,1"])
    let helices = try #require(space["lines"] as? [[String: Any]])
    #expect(helices.count > 10)
    let rises = helices.allSatisfy { line in
      let z = line["z"] as? [Double] ?? []
      return zip(z, z.dropFirst()).allSatisfy { $0 < $1 }
    }
    #expect(rises)
  }

  /// Van der Pol's period for μ = 1 is 6.6632868593 (Shampine); one cycle draws all of the plane but the point inside.
  @Test func thePhasePlaneOfAnOscillator() throws {
    let oscillator = "y, mu (1 - x^2) y - x where mu = 1"
    let found = try json(["phase", oscillator, "--in", "-4,4,-4,4", "--basins", "40"])
    let cycles = try #require(found["cycles"] as? [[String: Any]])
    #expect(cycles.count == 1)
    #expect(((cycles[0]["period"] as? Double ?? 0) - 6.6632868593).magnitude < 1e-7)
    #expect(cycles[0]["isStable"] as? Bool == true)
    let points = try #require(found["criticalPoints"] as? [[String: Any]])
    #expect(points.count == 1 && points[0]["type"] as? String == "spiral out")
    let lines = try #require(found["nullclines"] as? [[String: Any]])
    #expect(lines.filter { $0["component"] as? Int == 0 }.count == 1)
    #expect(lines.filter { $0["component"] as? Int == 1 }.count == 3)
    let basins = try #require(found["basins"] as? [String: Any])
    let attractors = try #require(basins["attractors"] as? [[String: Any]])
    #expect(attractors.count == 1)
    #expect((attractors[0]["share"] as? Double ?? 0) > 0.99)
  }

  @Test func theBasinsOfADoubleWellAreHalves() throws {
    let found = try json(["phase", "x - x^3, -y", "--in", "-2,2,-2,2", "--basins", "40"])
    let basins = try #require(found["basins"] as? [String: Any])
    let attractors = try #require(basins["attractors"] as? [[String: Any]])
    #expect(attractors.compactMap { $0["share"] as? Double } == [0.5, 0.5])
    #expect((found["separatrices"] as? [[String: Any]])?.count == 4)
  }

  /// In the flow (cos t, 1) dye from the origin lies at x = sin T − sin s, y = T − s.
  @Test func dyeInAGust() throws {
    let found = try json(["flow", "cos t, 1", "--from", "0,0", "--time", "5", "--streak", "--points", "8"])
    let line = try #require((found["streaklines"] as? [[String: Any]])?.first)
    let times = try #require(line["releaseTimes"] as? [Double])
    let x = try #require(line["x"] as? [Double])
    #expect(times.count == 9 && times.first == 5 && times.last == 0)
    let isTrue = zip(times, x).allSatisfy { ($1 - (sin(5) - sin($0))).magnitude < 1e-5 }
    #expect(isTrue)
  }

  @Test func descentSaysWhetherItsRateIsStable() throws {
    func descent(_ rate: String) throws -> [String: Any] {
      let found = try json(["descend", "x^2 + 10 y^2", "--from", "1,1", "--rate", rate, "--steps", "200"])
      return try #require((found["paths"] as? [[String: Any]])?.first)
    }
    let below = try descent("0.09")
    let above = try descent("0.11")
    #expect(below["ending"] as? String == "converged")
    #expect((below["stability"] as? [String: Any])?["isExceeded"] as? Bool == false)
    #expect((above["stability"] as? [String: Any])?["isExceeded"] as? Bool == true)
    #expect(above["ending"] as? String == "diverged")
  }

  /// One line on standard error, and the code of wrong usage.
  @Test(arguments: [
    ["flow"], ["flow", "-y, x"], ["flow", "-y, x", "--from", "1,0"],
    ["flow", "-y, x", "--from", "1,0,0", "--time", "1"],
    ["flow", "-y, x", "--from", "1,0", "--time", "nan"], ["flow", "-y, q", "--from", "1,0", "--time", "1"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "--method", "magic"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "--method", "rk4"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "--step", "0"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "--step", "0.1", "--rtol", "1e-3"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "--rtol", "-1"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "--event", "x, y"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "-o", "path.gif"],
    ["ftle", "-y, x"], ["ftle", "-y, x", "--time", "0"], ["ftle", "-y, x", "--time", "1", "--columns", "1"],
    ["lic", "cos t, 1"], ["lic", "-y, x", "--taps", "1"], ["lic", "-y, x", "--seed", "two"],
    ["streamlines", "-y, x", "--separation", "0"], ["streamlines", "x"],
    ["streamlines", "-y, x", "--from", "9,9"], ["streamlines", "-y, x", "--from", "1"],
    ["streamlines", "-y, x, t"], ["streamlines", "-y, x, 1", "--in", "0,1,0,1,0,1"],
    ["streamlines", "-y, x", "-o", "lines.gif"],
    ["phase"], ["phase", "x"], ["phase", "-y, cos t"], ["phase", "-y, x", "--basins", "1"],
    ["phase", "-y, x", "-o", "portrait.gif"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "--streak", "--in", "-2,2,-2,2"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "--noise", "a"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "--noise", "1, 2, 3"],
    ["flow", "-y, x", "--from", "1,0", "--time", "-1", "--noise", "1"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "--noise", "1", "--event", "y"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "--noise", "1", "--method", "dopri5"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "--noise", "1", "--seed", "-1"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "--noise", "1", "--step", "0"],
    ["flow", "-y, x", "--from", "1,0", "--time", "1", "--seed", "1"],
    ["flow", "-x", "--from", "1", "--time", "1", "--noise", "nan"],
    ["flow", "-x", "--from", "1", "--time", "1", "--noise", "0/0"],
    ["flow", "-x", "--from", "1", "--time", "1", "--noise", ""],
    ["flow", "-x", "--from", "1", "--time", "1", "--noise", "1", "--step", "1e-12"],
    ["flow", "-x", "--from", "1", "--time", "1", "--noise", "1", "--paths", "1.5"],
    ["flow", "-x", "--from", "1", "--time", "1", "--noise", "1", "-o", "x.svg"],
    ["flow", "-x", "--from", "1", "--time", "1", "--points", "2.5"],
    ["descend", "x^2"], ["descend", "x, y", "--from", "1,1"],
    ["descend", "x^2", "--from", "1", "--optimizer", "magic"],
    ["descend", "x^2", "--from", "1", "--rate", "-1"],
    ["descend", "x^2", "--from", "1", "--optimizer", "lm"],
    ["descend", "1/x", "--from", "0"],
  ])
  func wrongCallsSaySo(_ arguments: [String]) throws {
    let result = try CommandTests.nabla(arguments)
    #expect(result.code == 64, "\(arguments): \(result.code)")
    #expect(result.output.isEmpty)
    #expect(result.complaints.hasPrefix("nabla: "))
    #expect(result.complaints.split(separator: "\n").count == 1, "\(result.complaints)")
  }

  /// A formula that begins with a minus is no cluster of options, though a letter of it is one, beside -o too.
  @Test(arguments: ["-x, cos y", "-1000(x - cos y), 0", "-2y, -cos(x)"])
  func aFormulaBeginsWithAMinus(_ formula: String) throws {
    try CommandTests.withFolder { folder in
      for command in ["plot", "streamlines", "phase", "lic"] {
        let file = "\(command).svg"
        let result = try CommandTests.nabla([command, formula, "-o", file, "--in", "-1,1,-1,1"], in: folder)
        #expect(result.code == 0, "\(result.complaints)")
        #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent(file).path))
      }
      let flow = try CommandTests.nabla(
        ["flow", formula, "--from", "-1,0", "--time", "-0.01", "-o", "flow.svg"], in: folder)
      #expect(flow.code == 0, "\(flow.complaints)")
    }
    let wrong = try CommandTests.nabla(["plot", "-2q, cos x"])
    #expect(wrong.code == 64 && wrong.complaints.contains("“-2q, cos x”"))
  }

  /// dX = −X dt + dW from 2: the mean is 2 e^(−t), the variance (1 − e^(−2t))/2.
  ///
  /// The standard error of 4000 paths is 0.011.
  @Test func shakenPointsHaveTheLawOfOrnsteinAndUhlenbeck() throws {
    let call = ["flow", "-x", "--from", "2", "--time", "1", "--noise", "1", "--paths", "4000", "--seed", "3"]
    let found = try json(call)
    let paths = try #require(found["paths"] as? [[String: [Double]]])
    let ends = paths.compactMap { $0["x"]?.last }
    try #require(ends.count == 4000)
    let mean = ends.reduce(0, +) / 4000
    let variance = ends.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3999
    #expect(abs(mean - 2 * exp(-1)) < 0.05)
    #expect(abs(variance - (1 - exp(-2)) / 2) < 0.05)
    // The seed is the path.
    #expect((try json(call)["paths"] as? [[String: [Double]]]) == paths)
    let text = try CommandTests.nabla(call).output
    #expect(text.contains("mean x") && text.contains("Euler–Maruyama, seed 3"))
  }

  /// Itô's integral of dX = X dW keeps the mean; Stratonovich's of the same noise grows as e^(t/2).
  @Test func theIntegralIsTheOneThatWasAskedFor() throws {
    func mean(_ method: String) throws -> Double {
      let found = try json(
        ["flow", "0", "--from", "1", "--time", "0.5", "--noise", "x", "--paths", "20000", "--method", method])
      let ends = (found["paths"] as? [[String: [Double]]] ?? []).compactMap { $0["x"]?.last }
      return ends.reduce(0, +) / Double(ends.count)
    }
    #expect(abs(try mean("euler") - 1) < 0.03)
    #expect(abs(try mean("heun") - exp(0.25)) < 0.04)
  }

  /// A file has every step, the list the points that were asked for.
  @Test func shakenPathsAreWritten() throws {
    try CommandTests.withFolder { folder in
      let call = [
        "flow", "-y, x", "--from", "1,0", "--time", "1", "--noise", "0.1", "--step", "0.01", "--points", "5",
      ]
      #expect(try CommandTests.nabla(call + ["-o", "path.csv"], in: folder).code == 0)
      let table = try String(contentsOf: folder.appendingPathComponent("path.csv"), encoding: .utf8)
      #expect(table.split(separator: "\n").count == 102)
      let picture = try CommandTests.nabla(call + ["-o", "path.svg", "--title", "Shaken"], in: folder)
      #expect(picture.code == 0 && picture.output.split(separator: "\n").count == 8)
      let drawn = try String(contentsOf: folder.appendingPathComponent("path.svg"), encoding: .utf8)
      #expect(drawn.contains("Shaken"))
    }
  }

  /// Where a field is zero everywhere, its portrait says so.
  @Test func aFieldThatIsZero() throws {
    let text = try CommandTests.nabla(["phase", "0, 0"]).output
    #expect(text.contains("zero throughout"))
    let json = try json(["phase", "0, 0"])
    #expect((json["regions"] as? [[String: Any]])?.first?["kind"] as? String == "zero throughout")
  }

  /// Where the loss does not bend there is no limit to speak of.
  @Test func aFlatLossHasNoLimit() throws {
    let text = try CommandTests.nabla(["descend", "floor(x)", "--from", "0.5"]).output
    #expect(text.contains("no rate is too large") && !text.contains("inf"))
  }

  /// A picture of what exists nowhere is no picture, and a path begins inside its box.
  @Test func nothingIsNotDrawn() throws {
    for command in ["plot", "lic", "streamlines"] {
      let result = try CommandTests.nabla([command, "0/0, 1"])
      #expect(result.code == 65, "\(command)")
      #expect(result.output.isEmpty)
      #expect(result.complaints.contains("no finite value"))
    }
    let outside = try CommandTests.nabla(["flow", "-y, x", "--from", "1,0", "--time", "1", "--in", "2,3,2,3"])
    #expect(outside.code == 64 && outside.complaints.contains("outside of the box"))
  }
}
