import Foundation
import LabCore
import Testing

@Suite struct LaboratoryTests {
  private func laboratory(_ scene: String) throws -> Laboratory {
    let laboratory = Laboratory()
    let taken = set(scene, in: laboratory)
    try #require(taken, "\(scene)")
    return laboratory
  }

  private func set(_ scene: String, in laboratory: Laboratory) -> Bool {
    laboratory.input = Array(scene.utf8)
    return laboratory.setScene(byteCount: laboratory.input.count)
  }

  private func json(_ laboratory: Laboratory) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(laboratory.output)) as? [String: Any])
  }

  private func floats(_ laboratory: Laboratory) -> [Float] {
    laboratory.output.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map {
        Float(bitPattern: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
      }
    }
  }

  @Test func theProbeReadsTheVector() throws {
    let laboratory = try laboratory("v1;field;F=-y, x;probe=1,2")
    laboratory.read()
    let reading = try json(laboratory)
    #expect(reading["value"] as? [Double] == [-2, 1])
    #expect(reading["divergence"] as? Double == 0)
    #expect(reading["curl"] as? Double == 2)
    let text = try #require(reading["text"] as? [String: Any])
    #expect(text["value"] as? String == "(−2, 1)")
    #expect(text["length"] as? String == "2.23607")
  }

  @Test func theSourceSendsTwiceTheAreaOut() throws {
    let laboratory = try laboratory("v1;divergence;F=x, y;circle=0.5,-1,1.5")
    laboratory.read()
    let reading = try json(laboratory)
    let flux = try #require(reading["flux"] as? [String: Any])
    let integral = try #require(reading["integral"] as? [String: Any])
    // 2πr² with r = 1.5 is 14.13716694…
    #expect(flux["text"] as? String == "14.1372")
    #expect(integral["text"] as? String == "14.1372")
  }

  @Test func infinityIsAWord() throws {
    let laboratory = try laboratory("v1;information;p=1,1;q=1,0")
    laboratory.read()
    let reading = try json(laboratory)
    #expect(reading["klPQ"] as? String == "Infinity")
    let infinite = try #require(reading["infinite"] as? [[String: Any]])
    #expect(infinite.count == 1)
    #expect(infinite.first?["index"] as? Int == 1)
  }

  @Test func aWrongSceneLeavesTheOldOne() throws {
    let laboratory = try laboratory("v1;field;F=-y, x;probe=1,2")
    let taken = set("v1;field;F=-y, * x", in: laboratory)
    #expect(!taken)
    let error = try json(laboratory)
    #expect(error["code"] as? String == "unexpectedToken")
    #expect(error["position"] as? Int == 4)
    #expect(error["key"] as? String == "F")
    laboratory.read()
    #expect(try json(laboratory)["value"] as? [Double] == [-2, 1])
  }

  @Test func theWheelTurnsWithTheFlow() throws {
    for (field, sense) in [("-y, x", "counterclockwise"), ("y, 0", "clockwise"), ("1, 0", "still")] {
      let laboratory = try laboratory("v1;curl;F=\(field)")
      laboratory.resetWheel()
      for _ in 0..<60 { laboratory.stepWheel(by: 0.05, isCarried: false) }
      #expect(try json(laboratory)["sense"] as? String == sense, "\(field)")
    }
  }

  @Test func particlesAndDyeAreFloats() throws {
    let laboratory = try laboratory("v1;divergence;F=x, y;circle=0,0,1")
    laboratory.resetParticles(count: 100, seed: 3)
    laboratory.stepParticles(by: 0.02)
    #expect(floats(laboratory).count == 200)
    laboratory.resetDye()
    #expect(floats(laboratory).last == 1)
    laboratory.stepDye(by: 0.5)
    // The divergence is 2, so that in half a unit of time the area grows e-fold.
    #expect(abs((floats(laboratory).last ?? 0) - 2.7182817) < 1e-4)
  }

  @Test func theLevelLineRunsRoundTheHill() throws {
    let laboratory = try laboratory("v1;gradient;probe=0.6,0.8")
    laboratory.traceLevelLine()
    let line = floats(laboratory)
    #expect(line.count > 40 && line.count % 2 == 0)
    for index in 0..<line.count / 2 {
      #expect(abs(hypot(line[index], line[line.count / 2 + index]) - 1) < 1e-6)
    }
    #expect(set("v1;field", in: laboratory))
    laboratory.traceLevelLine()
    #expect(laboratory.output.isEmpty)
  }

  @Test func theRaceIsTracedOnTheMapAndOnTheRelief() throws {
    let laboratory = try laboratory("v1;descent;race=flow,gd,newton")
    laboratory.read()
    let race = try #require(try json(laboratory)["race"] as? [String: Any])
    let tracks = try #require(race["tracks"] as? [[String: Any]])
    #expect(tracks.compactMap { $0["name"] as? String } == ["flow", "gd", "newton"])
    let counts = tracks.compactMap { $0["points"] as? Int }
    laboratory.traceRace()
    let floats = floats(laboratory)
    #expect(floats.count == 3 * counts.reduce(0, +))
    // Newton's method goes from (−4, 1) to (0, 0) at once.
    #expect(Array(floats.suffix(6)) == [-4, 0, 1, 0, 1, 1])
    laboratory.readRace(after: 1)
    #expect((try json(laboratory)["newton"] as? [String: Any])?["point"] as? String == "(0, 0)")
    #expect(set("v1;field", in: laboratory))
    laboratory.traceRace()
    #expect(laboratory.output.isEmpty)
  }

  @Test func aPlaceOfTheReliefIsAPointOfThePlane() throws {
    let laboratory = try laboratory("v1;descent;f=x;view=-1,1,-1,1;camera=-90,90;show=relief")
    // Seen from above the middle is the middle, and right is right.
    laboratory.findGround(x: 0, y: 0)
    let middle = try json(laboratory)
    #expect(abs(middle["x"] as? Double ?? 9) < 0.01 && abs(middle["y"] as? Double ?? 9) < 0.01)
    laboratory.findGround(x: 0.5, y: 0)
    let right = try #require(try json(laboratory)["x"] as? Double)
    #expect(right > 0.4 && right < 0.5)
    laboratory.findGround(x: 7, y: 0)
    #expect(try json(laboratory).isEmpty)
    #expect(set("v1;descent", in: laboratory))
    laboratory.findGround(x: 0, y: 0)
    #expect(try json(laboratory).isEmpty)
  }

  @Test func theRotorTurnsByTheRightHandRule() throws {
    for (axis, sense) in [("0,90", "forward"), ("0,-90", "backward"), ("30,0", "still")] {
      let laboratory = try laboratory("v1;rotor;axis=\(axis)")
      laboratory.resetRotor()
      for _ in 0..<60 { laboratory.stepRotor(by: 0.05) }
      let state = try json(laboratory)
      #expect(state["sense"] as? String == sense, "\(axis)")
      #expect((state["parts"] as? [[String: Any]])?.count ?? 0 > 15)
    }
  }

  @Test func aPlaceOfThePictureIsAnAxisOrAPoint() throws {
    let laboratory = try laboratory("v1;charge;sphere=0,0,0,1;camera=-90,0")
    laboratory.findPoint(x: 0.5, y: -0.25)
    let point = try json(laboratory)
    #expect(
      abs((point["x"] as? Double ?? 9) - 0.5) < 1e-15 && abs((point["z"] as? Double ?? 9) + 0.25) < 1e-15)
    #expect(set("v1;rotor;axis=-90,0;camera=-90,0", in: laboratory))
    laboratory.findAxis(x: 0, y: 99)
    #expect(try json(laboratory)["elevation"] as? Double == 90)
    laboratory.findAxis(x: .nan, y: .infinity)
    #expect(try !json(laboratory).isEmpty)
  }

  @Test func inSpaceNothingOfThePlaneDrifts() throws {
    let laboratory = try laboratory("v1;rotor")
    laboratory.resetParticles(count: 10, seed: 1)
    laboratory.stepParticles(by: 0.1)
    laboratory.stepWheel(by: 0.1, isCarried: true)
    laboratory.stepDye(by: 0.1)
    #expect(set("v1;field", in: laboratory))
    laboratory.stepRotor(by: 0.1)
    #expect(try json(laboratory)["sense"] as? String == "still")
  }

  @Test func picturesHaveTheirMagicWord() throws {
    let laboratory = try laboratory("v1;information;p=0.5,0.5;q=0.9,0.1")
    for index in 0..<3 {
      let drawn = laboratory.draw(index, width: 400, height: 300, isDark: false, language: .english)
      #expect(drawn)
      let magic = laboratory.output.withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
      #expect(magic == 0x4E41_424C)
    }
    let beyond = laboratory.draw(3, width: 400, height: 300, isDark: false, language: .english)
    #expect(!beyond)
    let strange = laboratory.draw(0, width: .nan, height: -1, isDark: false, language: .english)
    #expect(strange)
  }

  @Test func oddNumbersAreHarmless() throws {
    let laboratory = try laboratory("v1;curl;F=1/x, 1/y;wheel=0,0,1")
    laboratory.resetParticles(count: -5, seed: 0)
    laboratory.stepParticles(by: .nan)
    laboratory.stepWheel(by: .infinity, isCarried: true)
    laboratory.stepWheel(by: .nan, isCarried: true)
    laboratory.stepDye(by: -1)
    #expect(!laboratory.setScene(byteCount: -3))
    #expect(!laboratory.setScene(byteCount: 0))
  }
}
