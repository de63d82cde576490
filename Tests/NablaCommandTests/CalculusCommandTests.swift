import Foundation
import Testing

/// The commands of the calculus as a person runs them.
@Suite struct CalculusCommandTests {
  private func json(_ arguments: [String]) throws -> [String: Any] {
    let result = try CommandTests.nabla(arguments + ["--json"])
    #expect(result.code == 0, "\(arguments): \(result.complaints)")
    return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test func himmelblauHasNineCriticalPoints() throws {
    let found = try json(["critical", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "--in", "-5,5,-5,5"])
    let points = try #require(found["points"] as? [[String: Any]])
    let types = points.compactMap { $0["type"] as? String }
    #expect(types.filter { $0 == "minimum" }.count == 4)
    #expect(types.filter { $0 == "saddle" }.count == 4)
    #expect(types.filter { $0 == "maximum" }.count == 1)
    #expect(found["isComplete"] as? Bool == true)
  }

  @Test func verdictsCarryTheirEvidence() throws {
    let vortex = try json(["conservative", "-y/(x^2+y^2), x/(x^2+y^2)"])
    #expect(vortex["verdict"] as? String == "not conservative")
    #expect(vortex["isCurlFree"] as? Bool == true)
    let hole = try #require((vortex["holes"] as? [[String: Any]])?.first)
    let period = try #require(hole["circulation"] as? Double)
    #expect((period - 2 * Double.pi).magnitude < 1e-9)
    let cubic = try json(["conservative", "2x y + z^3, x^2 + 2y, 3x z^2"])
    #expect(cubic["verdict"] as? String == "conservative")
    #expect(cubic["potential"] as? String == "x*z^3+x^2*y+y^2")
  }

  @Test func integralsHaveTheirError() throws {
    func value(_ arguments: [String], _ key: String) throws -> Double {
      let found = try json(["integrate"] + arguments)
      let integral = try #require(found[key] as? [String: Any])
      let error = try #require(integral["error"] as? Double)
      #expect(error < 1e-8)
      return try #require(integral["value"] as? Double)
    }
    let work = try value(["-y, x", "--along", "cos t, sin t", "--t", "0,2π"], "work")
    #expect((work - 2 * Double.pi).magnitude < 1e-12)
    let corner = try value(["y, x", "--along", "0,0; 1,0; 1,1"], "work")
    #expect((corner - 1).magnitude < 1e-12)
    let charge = "x/(x^2+y^2+z^2)^1.5, y/(x^2+y^2+z^2)^1.5, z/(x^2+y^2+z^2)^1.5"
    #expect((try value([charge, "--sphere", "0,0,0,2"], "flux") - 4 * Double.pi).magnitude < 1e-9)
    #expect(try value([charge, "--sphere", "3,0,0,2"], "flux").magnitude < 1e-9)
    #expect((try value(["exp(-x^2-y^2)", "--in", "-6,6,-6,6"], "areaIntegral") - Double.pi).magnitude < 1e-8)
  }

  @Test func theoremsThatFailAreNamed() throws {
    let vortex = ["integrate", "-y/(x^2+y^2), x/(x^2+y^2)", "--circle", "0,0,1"]
    let residual = try #require(try json(vortex)["circulationResidual"] as? [String: Any])
    #expect(residual["agrees"] as? Bool == false)
    #expect(try CommandTests.nabla(vortex).output.contains("∮ F·dr and ∬ ∇×F dA differ"))
    let rotation = try CommandTests.nabla(["integrate", "-y, x", "--circle", "0,0,1"])
    #expect(!rotation.output.contains("differ"))
  }

  @Test func rangesOfOneVariableAreIntegrated() throws {
    let stairs = try #require(
      try json(["integrate", "floor(16 x^2)", "--in", "0,1"])["integral"] as? [String: Any])
    let truth = (1...15).reduce(0) { $0 + (1 - Double($1).squareRoot() / 4) }
    let value = try #require(stairs["value"] as? Double)
    let error = try #require(stairs["error"] as? Double)
    #expect((value - truth).magnitude <= error && error < 1e-8)
    #expect(stairs["outcome"] as? String == "reached" && stairs["tolerance"] as? Double == 1e-10)
  }

  @Test func picturesSayWhatTheyShow() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("cells-\(UUID()).svg").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let shown = try json(["plot", "sin y, sin x", "--layers", "curl,critical", "-o", file])
    #expect(FileManager.default.fileExists(atPath: file))
    #expect(shown["asked"] as? [Double] == [-3, 3, -3, 3])
    let plot = try #require((shown["plots"] as? [[String: Any]])?.first)
    let window = try #require(plot["window"] as? [Double])
    #expect(window[0] < -3 && window[1] > 3 && window[2] == -3 && window[3] == 3)
    let colour = try #require(plot["colour"] as? [String: Any])
    #expect(colour["quantity"] as? String == "∇×F")
    let points = try #require(shown["criticalPoints"] as? [[String: Any]])
    #expect(points.compactMap { $0["type"] as? String } == ["centre", "saddle", "centre"])
    #expect(shown["isComplete"] as? Bool == true)
    let potential = try json(["plot", "y, x", "--layers", "potential"])
    #expect(potential["potential"] as? String == "x*y")
  }

  @Test func limitsThatCutASearchShortAreNamed() throws {
    let cut = try json(["critical", "sin x, y", "--in", "-1e5,1e5,-1,1", "--limit", "1000"])
    #expect(cut["isExhausted"] as? Bool == true && cut["isComplete"] as? Bool == false)
    let folded = try CommandTests.nabla(["critical", "x|x|, y"])
    #expect(folded.output.contains("index 1: a zero lies within"))
  }

  @Test func derivationsUnfold() throws {
    let result = try CommandTests.nabla(["at", "x^2 y, y^3", "1,2", "--derive"])
    #expect(result.output.contains("∇·F = ∂P/∂x + ∂Q/∂y"))
    #expect(result.output.contains("∂P/∂x = 2*x*y"))
    let latex = try CommandTests.nabla(["derive", "x^2 y", "--by", "x,y", "--as", "latex"])
    #expect(latex.output.contains("\\frac{\\partial^{2} f}{\\partial x\\,\\partial y}"))
  }

  @Test func coordinatesOfTheirOwn() throws {
    func values(_ arguments: [String], _ key: String) throws -> [Double] {
      let row = try #require(try json(["derive"] + arguments)[key] as? [String: Any])
      return try #require(row["values"] as? [Double])
    }
    // r² cos θ = x √(x² + y²): ∇f = (2r cos θ, −r sin θ), ∇²f = 3 cos θ.
    let hill = ["r^2 cos theta", "--coordinates", "polar", "--at", "2,1"]
    let gradient = try values(hill, "gradient")
    #expect((gradient[0] - 4 * cos(1)).magnitude < 1e-14 && (gradient[1] + 2 * sin(1)).magnitude < 1e-14)
    #expect((try values(hill, "laplacian")[0] - 3 * cos(1)).magnitude < 1e-14)
    // A solid rotation about z in both systems of space: ∇×F = 2 along z.
    let rotation = ["0, w r, 0 where w = 1", "--coordinates", "cylindrical", "--at", "2,1,3", "--set", "w=3"]
    #expect(try values(rotation, "curl") == [0, 0, 6])
    let turning = ["0, 0, r sin theta", "--coordinates", "spherical", "--at", "2,1,3"]
    let curl = try values(turning, "curl")
    #expect(
      (curl[0] - 2 * cos(1)).magnitude < 1e-14 && (curl[1] + 2 * sin(1)).magnitude < 1e-14 && curl[2] == 0)
    let text = try CommandTests.nabla(["derive", "1/r^2, 0, 0", "--coordinates", "spherical"])
    #expect(text.output.contains("∇·F   0\n"))
    for wrong in [["x", "--coordinates", "polar"], ["r, theta", "--coordinates", "spherical"]] {
      let failed = try CommandTests.nabla(["derive"] + wrong)
      #expect(failed.code == 64 && !failed.complaints.isEmpty)
    }
  }

  @Test func parametersAreSet() throws {
    let found = try json(["at", "a x^2 where a = 1 in 0…3", "2,0", "--set", "a=2.5"])
    #expect(found["value"] as? Double == 10)
  }

  @Test func picturesOfScalarsPotentialsAndCriticalPoints() throws {
    let hill = try CommandTests.nabla(["plot", "x^3 - 3x", "--layers", "critical", "--in", "-3,3,-2,2"])
    #expect(hill.code == 0)
    let saddle = try CommandTests.nabla(["plot", "y, x", "--layers", "potential,strain,arrows"])
    #expect(saddle.code == 0)
    let rotation = try CommandTests.nabla(["plot", "-y, x", "--layers", "potential"])
    #expect(rotation.code == 65)
    #expect(rotation.complaints.contains("not conservative"))
  }
}
