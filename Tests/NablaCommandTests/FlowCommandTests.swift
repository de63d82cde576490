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
