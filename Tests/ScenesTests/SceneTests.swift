import Atlas
import Fields
import Scenes
import Testing

@Suite struct SceneTests {
  @Test(arguments: [
    "v1;field", "v1;divergence", "v1;curl", "v1;information",
    "v1;field;F=y, 0;probe=1,-2;show=arrows,streamlines",
    "v1;field;view=-5,5,-2,2;show=none;seed=42",
    "v1;divergence;F=x^2, y;circle=0.5,0.25,2",
    "v1;curl;wheel=-1,2,0.25;carried=on",
    "v1;information;p=50,50,50;q=1,8,1;names=a,b,c;unit=bits;alpha=inf",
  ])
  func canonicalTextComesBackAsItWas(_ text: String) throws {
    let scene = try Scene(text)
    #expect(scene.text == text)
    #expect(try Scene(scene.text) == scene)
  }

  @Test func defaultsAreLeftOut() throws {
    #expect(try Scene("v1;field;F=-y, x;probe=1,2;seed=1;view=-3,3,-3,3").text == "v1;field")
    #expect(try Scene(" v1 ; curl ; carried = off ;; ").text == "v1;curl")
  }

  @Test func valuesAreBroughtIntoBounds() throws {
    let swapped = try Scene("v1;field;view=3,-3,2,-2")
    #expect(swapped.view == Window(minX: -3, maxX: 3, minY: -2, maxY: 2))
    let flat = try Scene("v1;field;view=1,1,0,1e300")
    #expect(flat.view.width > 0 && flat.view.height <= 1e9)
    let wide = try Scene("v1;divergence;circle=0,0,1e9")
    #expect(wide.circle.radius <= 6)
    let negative = try Scene("v1;divergence;circle=0,0,-1")
    #expect(negative.circle.radius == 1)
    #expect(try Scene("v1;information;alpha=-2").alpha == 0)
  }

  struct Wrong: Sendable {
    let text: String
    let reason: SceneError.Reason
    let key: String
  }

  @Test(arguments: [
    Wrong(text: "", reason: .unknownVersion, key: ""),
    Wrong(text: "v2;field", reason: .unknownVersion, key: ""),
    Wrong(text: "v1", reason: .unknownBench, key: ""),
    Wrong(text: "v1;kitchen", reason: .unknownBench, key: ""),
    Wrong(text: "v1;field;probe", reason: .notAssignment, key: ""),
    Wrong(text: "v1;field;colour=red", reason: .unknownKey, key: ""),
    Wrong(text: "v1;field;probe=1", reason: .notNumbers, key: "probe"),
    Wrong(text: "v1;field;probe=1,zwei", reason: .notNumbers, key: "probe"),
    Wrong(text: "v1;field;view=1,2,3,nan", reason: .notNumbers, key: "view"),
    Wrong(text: "v1;field;show=arrows,stars", reason: .unknownWord, key: "show"),
    Wrong(text: "v1;field;F=x", reason: .notAFormula, key: "F"),
    Wrong(text: "v1;field;F=x, foo", reason: .notAFormula, key: "F"),
    Wrong(text: "v1;curl;carried=maybe", reason: .unknownWord, key: "carried"),
    Wrong(text: "v1;information;p=1", reason: .notADistribution, key: "p"),
    Wrong(text: "v1;information;p=0,0", reason: .notADistribution, key: "p"),
    Wrong(text: "v1;information;q=1,-1", reason: .notADistribution, key: "q"),
    Wrong(text: "v1;information;q=1,inf", reason: .notADistribution, key: "q"),
    Wrong(text: "v1;information;p=1,2,3", reason: .differentCounts, key: ""),
    Wrong(text: "v1;information;unit=miles", reason: .unknownWord, key: "unit"),
    Wrong(text: "v1;field;seed=-1", reason: .notNumbers, key: "seed"),
  ])
  func whatIsWrongIsNamed(_ wrong: Wrong) throws {
    let error = try #require(throws: SceneError.self, "\(wrong.text)") { try Scene(wrong.text) }
    #expect(error.reason == wrong.reason, "\(wrong.text)")
    #expect(String(decoding: error.key, as: UTF8.self) == wrong.key, "\(wrong.text)")
    #expect(!error.description.isEmpty)
  }

  @Test func formulasKeepTheirPlaceInTheValue() throws {
    let error = try #require(throws: SceneError.self) { try Scene("v1;field;F=-y, x + foo") }
    #expect(error.expression?.position == 8)
    #expect(error.expression?.length == 3)
  }

  @Test func noBytesCrash() {
    var state: UInt64 = 5
    let alphabet = Array("v1;=fieldcurnoma,.-+0123456789 xyFpq()".utf8) + [0xFF, 0x00, 0xE2]
    for _ in 0..<5000 {
      var bytes = Array("v1;field;".utf8)
      for _ in 0..<30 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      if let scene = try? Scene(utf8: bytes) { #expect((try? Scene(utf8: scene.utf8)) == scene) }
    }
  }
}
