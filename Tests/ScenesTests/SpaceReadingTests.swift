import Foundation
import Scenes
import Testing

@Suite struct SpaceReadingTests {
  private func reading(_ text: String) throws -> [String: Any] { try JSON.object(try Scene(text).reading()) }

  @Test(arguments: [
    ("0,90", "along", 1.0), ("0,-90", "against", -1), ("0,0", "across", 0), ("123,0", "across", 0),
    ("40,30", "forward", 0.5), ("40,-30", "backward", -0.5),
  ])
  func theAxisAgainstTheCurl(_ axis: String, _ verdict: String, _ speed: Double) throws {
    let reading = try reading("v1;rotor;F=-y, x, 0;axis=\(axis);probe=0.3,0.2,-1")
    #expect(reading["verdict"] as? String == verdict)
    #expect(abs((reading["angularVelocity"] as? Double ?? .nan) - speed) < 1e-15)
    #expect(reading["curl"] as? [Double] == [0, 0, 2])
    #expect(reading["along"] as? [Double] == [0, 90])
  }

  @Test func alongTheCurlItTurnsFastest() throws {
    let base = "v1;rotor;F=sin z + cos y, sin x + cos z, sin y + cos x;probe=0.4,-0.9,0.7"
    let first = try reading(base)
    let strength = try #require(first["curlLength"] as? Double)
    let along = try #require(first["along"] as? [Double])
    let best = try reading(base + ";axis=\(along[0]),\(along[1])")
    #expect(best["verdict"] as? String == "along")
    #expect(abs((best["angularVelocity"] as? Double ?? 0) - strength / 2) < 1e-15)
    for azimuth in stride(from: 0, to: 360, by: 30) {
      for elevation in stride(from: -90, through: 90, by: 30) {
        let other = try reading(base + ";axis=\(azimuth),\(elevation)")
        #expect(abs(other["angularVelocity"] as? Double ?? .infinity) <= strength / 2 + 1e-15)
      }
    }
  }

  @Test func whatHasNoCurlTurnsNothing() throws {
    #expect(try reading("v1;rotor;F=grad(x y z + x^2);probe=1,2,0.5")["verdict"] as? String == "none")
    #expect(try reading("v1;rotor;F=1/x, y, z")["verdict"] as? String == "undefined")
  }

  @Test func gaussAroundACharge() throws {
    let inside = try reading("v1;charge;with=q=2")
    let enclosed = try #require(inside["enclosed"] as? [String: Any])
    #expect(enclosed["text"] as? String == "2" && inside["verdict"] as? String == "different")
    let outside = try reading("v1;charge;sphere=2,1,0,1.2")
    #expect((outside["flux"] as? [String: Any])?["text"] as? String == "0")
    #expect(outside["verdict"] as? String == "equal")
    #expect(try reading("v1;charge;sphere=1,0,0,1")["verdict"] as? String == "rough")
    #expect(try reading("v1;charge;F=x, y^2, z^3")["verdict"] as? String == "equal")
    // Zero is equal to zero, with nothing to be rough against.
    #expect(try reading("v1;charge;F=0, 0, 0")["verdict"] as? String == "equal")
    #expect(try reading("v1;charge;F=-y, x, 0")["verdict"] as? String == "equal")
  }

  @Test func spaceIsBroughtIntoBounds() throws {
    let scene = try Scene("v1;charge;sphere=1e9,0,0,-1e9;camera=1000,500;size=-4")
    #expect(scene.camera.reach == 4 && scene.camera.heading.azimuth == -80)
    #expect(scene.camera.heading.elevation == 90)
    #expect(scene.sphere.center.x == 8 && scene.sphere.radius == 8)
    #expect(try Scene("v1;rotor;probe=9,0,0").hub.x == 2)
    #expect(try Scene("v1;rotor;camera=300,25").text == "v1;rotor")
  }

  @Test func thePictureSaysWhereThingsAre() throws {
    for text in ["v1;rotor", "v1;charge"] {
      let scene = try Scene(text)
      #expect(scene.pictureCount == 1)
      #expect(scene.figure(0, width: 400, height: 300, language: .english) != nil)
    }
    let tip = try #require(try reading("v1;rotor;axis=0,90;camera=-90,0")["tip"] as? [Double])
    #expect(abs(tip[0]) < 1e-15 && abs(tip[1] - 1.6) < 1e-12)
    let place = try #require(try reading("v1;charge;sphere=0,0,0,1.5")["place"] as? [Double])
    #expect(place == [0, 0, 1.5])
  }
}
