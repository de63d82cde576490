import Atlas
import Expressions
import Fields
import Formats
import Scenes

extension Laboratory {
  /// Everyone's way over the ground, in the order of the reading's tracks.
  ///
  /// The output is for each track all x, all y on the picture, then 1 where a point is seen and 0 where ground lies before
  /// it, as `Float`; NaN where the picture does not show a point.
  public func traceRace() {
    subject.survey(scene)
    let relief = scene.relief(of: subject)
    var words: [UInt32] = []
    for track in scene.tracks(of: subject) {
      let (places, isSeen) = track.places(on: relief)
      for place in places { words.append(Float(place.x).bitPattern) }
      for place in places { words.append(Float(place.y).bitPattern) }
      for seen in isSeen { words.append(Float(seen ? 1 : 0).bitPattern) }
    }
    setOutput(words: words)
  }

  /// What everyone has come to after so many iterations becomes the output, as JSON.
  public func readRace(after iteration: Int) {
    subject.survey(scene)
    output = scene.raceReading(of: subject, after: iteration)
  }

  /// The point of the plane that is seen at a place of the relief; the output is its coordinates as JSON, none where there
  /// is no ground.
  public func findGround(x: Double, y: Double) {
    let point = scene.relief(of: subject)?.ground(at: SIMD2(x, y))
    output = JSONWriter.object { (json: inout JSONWriter.Object) in
      guard let point else { return }
      json.add("x", point.x)
      json.add("y", point.y)
    }
  }
}
