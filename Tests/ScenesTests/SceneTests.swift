import Atlas
import Fields
import Foundation
import Scenes
import Testing

/// Reads JSON back.
enum JSON {
  static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}

@Suite struct SceneTests {
  @Test(arguments: [
    "v1;field", "v1;divergence", "v1;curl", "v1;information",
    "v1;field;F=y, 0;probe=1,-2;show=arrows,streamlines",
    "v1;field;view=-5,5,-2,2;show=none;seed=42",
    "v1;divergence;F=x^2, y;circle=0.5,0.25,2",
    "v1;curl;wheel=-1,2,0.25;carried=on",
    "v1;information;p=50,50,50;q=1,8,1;names=a,b,c;unit=bits;alpha=inf",
    "v1;field;F=a x, b y where a = 1, b = 2 in 0…5;with=a=2,b=0.5",
    "v1;field;F=a = 1\n(a x, y);with=a=1.5",
    "v1;curl;F=grad f where f = x^2 y;trail=divergence,curl",
    "v1;field;lens=0.5;show=arrows,lens",
    "v1;field;F=y, -sin x;show=critical,separatrices,nullclines,cycles,texture",
    "v1;gradient",
    "v1;descent",
    "v1;descent;f=x^2 + 3y^2;view=-2,2,-1,1;from=1,0.5;race=flow,gd,nesterov,lbfgs;rate=0.1",
    "v1;descent;camera=30,55;race=none;show=contours,relief",
    "v1;gradient;f=a x y where a = 1;with=a=2;probe=0,1;direction=45;show=arrows,contours;trail=hessian",
  ])
  func canonicalTextComesBackAsItWas(_ text: String) throws {
    let scene = try Scene(text)
    #expect(scene.text == text)
    #expect(try Scene(scene.text) == scene)
  }

  /// Each layer of the phase plane draws something that is not there without it.
  @Test(arguments: [
    ("separatrices", "y, -sin x"), ("nullclines", "y, -sin x"), ("cycles", "y, (1 - x^2) y - x"),
    ("texture", "y, -sin x"),
  ])
  func layersOfThePhasePlaneAreDrawn(_ layer: String, _ field: String) throws {
    func commands(_ layers: String) throws -> Int {
      let scene = try Scene("v1;field;F=\(field);show=\(layers)")
      let figure = try #require(scene.figure(0, width: 300, height: 240, language: .english))
      return figure.displayList(theme: .light).commands.count
    }
    #expect(try commands(layer) > commands("none"))
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
    Wrong(text: "v1;field;F=a x, y where a = 1;with=b=2", reason: .unknownParameter, key: "with"),
    Wrong(text: "v1;field;F=a x, y where a = 1;with=2", reason: .notSettings, key: "with"),
    Wrong(text: "v1;field;F=a x, y where a = 1;with=a=", reason: .notSettings, key: "with"),
    Wrong(text: "v1;field;F=a x, y where a = 1;with=a=inf", reason: .notSettings, key: "with"),
    Wrong(text: "v1;information;with=a=1", reason: .unknownParameter, key: "with"),
    Wrong(text: "v1;field;trail=elephant", reason: .unknownWord, key: "trail"),
    Wrong(text: "v1;rotor;F=x, y", reason: .notAFormula, key: "F"),
    Wrong(text: "v1;rotor;probe=1,2", reason: .notNumbers, key: "probe"),
    Wrong(text: "v1;charge;sphere=1,2,3", reason: .notNumbers, key: "sphere"),
    Wrong(text: "v1;charge;camera=up", reason: .notNumbers, key: "camera"),
    Wrong(text: "v1;gradient;f=x, y", reason: .notAFormula, key: "f"),
    Wrong(text: "v1;gradient;F=x, y", reason: .unknownKey, key: ""),
    Wrong(text: "v1;field;f=x", reason: .unknownKey, key: ""),
    Wrong(text: "v1;gradient;direction=north", reason: .notNumbers, key: "direction"),
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

  @Test func parametersTakeOtherValues() throws {
    // Out of range, in another order, twice, and one that is its own.
    let text = "v1;field;F=a x, b y + c where a = 1 in 0…3, b = 2, c = 4;with=c=4,b=1,a=7,b=-0.5"
    let scene = try Scene(text)
    #expect(scene.text.hasSuffix(";with=a=3,b=0"))
    let reading = try JSON.object(try Scene(scene.text + ";probe=2,10").reading())
    #expect(reading["value"] as? [Double] == [6, 4])
    let parameters = try #require(reading["parameters"] as? [[String: Any]])
    #expect(parameters.map { $0["name"] as? String } == ["a", "b", "c"])
    #expect(parameters.map { $0["value"] as? Double } == [3, 0, 4])
    #expect(parameters.map { $0["upper"] as? Double } == [3, 4, 8])
    #expect(parameters.map { $0["step"] as? Double } == [0.02, 0.02, 0.05])
  }

  @Test func formulasOfManyLinesComeBack() throws {
    let scene = try Scene("v1;field;F=r = hypot(x, y)\na = 2 in 0…4\na (-y, x)/r;probe=3,4")
    let reading = try JSON.object(scene.reading())
    #expect(reading["value"] as? [Double] == [-1.6, 1.2])
    #expect(try Scene(scene.text) == scene)
  }

  @Test func anUnfoldedNumberHasItsTrail() throws {
    let folded = try JSON.object(try Scene("v1;field;F=x^2 y, y^3").reading())
    #expect(folded["trail"] == nil)
    let unfolded = try JSON.object(try Scene("v1;field;F=x^2 y, y^3;trail=divergence;probe=1,2").reading())
    let trail = try #require(unfolded["trail"] as? [String: [String: String]])
    #expect(Array(trail.keys) == ["divergence"])
    let latex = try #require(trail["divergence"]?["latex"])
    #expect(latex.hasPrefix("\\begin{aligned}") && latex.contains("= 16"))
    #expect(try #require(trail["divergence"]?["mathML"]).hasPrefix("<math display=\"block\"><mtable"))
    // A number that the bench does not have has no trail either.
    #expect(try Scene("v1;field;trail=gradient").text == "v1;field")
  }

  @Test func aSubjectFollowsItsScene() throws {
    var scene = try Scene("v1;field;F=a x, y where a = 1")
    var subject = Subject(scene)
    for text in [
      "v1;field;F=a x, y where a = 1;with=a=2;probe=3,1", "v1;curl;F=a x, y where a = 1;with=a=2",
      "v1;information", "v1;divergence;F=x, y^2",
    ] {
      scene = try Scene(text)
      subject.follow(scene)
      #expect(scene.reading(of: subject) == scene.reading(), "\(text)")
    }
  }

  @Test func noBytesCrash() {
    var state: UInt64 = 5
    let alphabet = Array("v1;=fieldcurnoma,.-+0123456789 xyFpq()wth\n".utf8) + [0xFF, 0x00, 0xE2]
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
