import Atlas
import Elementary
import Expressions
import Fields
import Flows
import Scenes

/// Fingerprints of what the module computes, so that two builds can be held against each other bit by bit.
///
/// A test runs them natively, in WasmKit and in the browser: the same scene must give the same digits.
public enum Parity {
  /// Scenes that between them use every bench and every kind of picture.
  public static let scenes: [StaticString] = [
    "v1;field;F=-y, x;probe=1,2;show=arrows,particles",
    "v1;field;F=sin(x y) + 0.2 x, cos(x) exp(-y^2/3);probe=0.7,-1.3;show=streamlines,curl",
    "v1;field;F=tanh(x - y) + log1p(x^2), atan2(y, x) cbrt(x);view=-2,2,-1,3;show=arrows,magnitude",
    "v1;field;F=-y/(x^2+y^2), x/(x^2+y^2);probe=0,0;show=arrows,divergence",
    "v1;divergence;F=x + y^2, y - x^3;circle=0.5,0.25,1.5;show=arrows,divergence,dye",
    "v1;divergence;F=sinh(x/2), asinh(y) + erf(x);circle=-0.5,0.5,0.75;seed=7",
    "v1;curl;F=y, 0;wheel=0.5,1,0.75;carried=on",
    "v1;curl;F=cos x sin y, -sin x cos y;wheel=1,-1,0.3;show=curl,arrows",
    "v1;information;p=0.5,0.5;q=0.9,0.1;alpha=1",
    "v1;information;p=50,50,50;q=1,8,1;unit=bits;alpha=inf;names=setosa,versicolor,virginica",
    "v1;information;p=1,0,3;q=0,2,1;unit=hartleys;alpha=2.5",
    "v1;field;F=a x - y^2, sin(x) + b y where a = 1 in 0…3, b = 2;with=a=2.5;show=arrows,lens;trail=divergence,curl",
    "v1;curl;F=r = hypot(x, y)\n(-y, x)/(1 + r^2);wheel=0.5,0.25,0.5;trail=curl",
    "v1;gradient;f=(x^2 + y - 11)^2 + (x + y^2 - 7)^2;view=-5,5,-5,5;probe=-1,2;direction=77;trail=hessian",
    "v1;rotor;F=sin z + cos y, sin x + cos z, sin y + cos x;axis=70,-25;probe=0.5,0.25,-0.5;trail=curl",
    "v1;charge;sphere=0.5,-0.25,1,1.25;camera=40,-35;with=q=-2",
    "v1;charge;F=x, y^2, z^3;sphere=0,0,0.5,1;size=2;show=none",
    "v1;gradient;f=4 exp(-(x^2 + y^2)/4);direction=245;show=arrows,contours",
    "v1;descent;race=flow,gd,momentum,nesterov,rmsprop,adam,adamw,newton,lbfgs;rate=0.035",
    "v1;descent;f=x^3 - 3x y^2;view=-1.5,1.5,-1.5,1.5;from=1,0.02;rate=0.02;show=height,contours,critical,relief",
    "v1;conservative;F=2x y, x^2 + 2y;path=-1,1.5,0.5,2;detour=none;trail=curl",
    "v1;conservative;F=-y/(x^2+y^2), x/(x^2+y^2);from=-2,0.25;show=curl,arrows",
    "v1;conservative;F=a x - y, sin(x y) where a = 1;with=a=0.5;to=1.5,-2",
    "v1;field;F=y, -sin x - y/5;view=-7,7,-4,4;show=critical,strain",
    "v1;gradient;f=x^3 - 3x y^2 + y/8;view=-2,2,-2,2;show=critical,contours",
    "v1;field;F=y, (1 - x^2) y - x;show=cycles,nullclines,texture",
    "v1;field;F=x (3 - x - 2y), y (2 - x - y);view=-0.5,4,-0.5,4;show=separatrices,nullclines,streamlines",
  ]

  /// The fingerprint of a scene: its text, its readings, its pictures and what moves in it; 0 beyond the last.
  public static func fingerprint(scene index: Int) -> UInt64 {
    guard scenes.indices.contains(index) else { return 0 }
    let laboratory = Laboratory()
    var fingerprint = BitFingerprint()
    let text = scenes[index]
    laboratory.input = Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    guard laboratory.setScene(byteCount: laboratory.input.count) else { return 1 }
    fingerprint.add(laboratory.output)
    laboratory.read()
    fingerprint.add(laboratory.output)
    for picture in 0..<3 {
      let isChinese = picture == 1
      let language: Language = isChinese ? .simplifiedChinese : .english
      if laboratory.draw(picture, width: 360, height: 300, isDark: isChinese, language: language) {
        fingerprint.add(laboratory.output)
      }
    }
    laboratory.traceLevelLine()
    fingerprint.add(laboratory.output)
    laboratory.resetParticles(count: 300, seed: 11)
    laboratory.resetWheel()
    laboratory.resetDye()
    laboratory.resetRotor()
    laboratory.findAxis(x: 0.7, y: -0.3)
    fingerprint.add(laboratory.output)
    laboratory.findPoint(x: 0.7, y: -0.3)
    fingerprint.add(laboratory.output)
    laboratory.traceRace()
    fingerprint.add(laboratory.output)
    laboratory.readRace(after: 7)
    fingerprint.add(laboratory.output)
    laboratory.findGround(x: 0.2, y: -0.1)
    fingerprint.add(laboratory.output)
    for _ in 0..<10 {
      laboratory.stepParticles(by: 0.02)
      fingerprint.add(laboratory.output)
      laboratory.stepWheel(by: 0.05, isCarried: true)
      fingerprint.add(laboratory.output)
      laboratory.stepRotor(by: 0.05)
      fingerprint.add(laboratory.output)
      laboratory.stepDye(by: 0.02)
      fingerprint.add(laboratory.output)
    }
    return fingerprint.value
  }

  /// The fingerprint of shaken paths: Euler–Maruyama, Heun with noise that depends on the place, Langevin.
  public static func fingerprintOfNoise() -> UInt64 {
    var fingerprint = BitFingerprint()
    let starts: [[Double]] = (0..<150).map { [Double($0) / 50 - 1.5, 0.25] }
    guard let drift = try? VectorExpressionField(unsteady: "y, sin x - y/2 + cos t"),
      let strength = try? VectorExpressionField(unsteady: "0.3 + 0.1 cos y, x/4"),
      let potential = try? ScalarExpressionField("(x^2 - 1)^2 + y^2/2"),
      let plain = try? StochasticProblem(drift: drift, noise: 0.4, starts: starts, to: 2, seed: 7),
      let varied = try? StochasticProblem(drift: drift, noise: strength, starts: starts, to: 2, seed: 8),
      let walk = try? StochasticProblem.langevin(
        potential: potential, temperature: 0.3, starts: starts, to: 2, seed: 9)
    else { return 1 }
    let problems = [plain, varied, walk]
    for (index, problem) in problems.enumerated() {
      let integrator = StochasticIntegrator(method: index == 1 ? .heun : .eulerMaruyama)
      guard let paths = try? integrator.solve(problem, step: 0.02, keep: 10) else { return 1 }
      for coordinate in paths.coordinates { fingerprint.add(coordinate.bitPattern) }
    }
    return fingerprint.value
  }

  /// The fingerprint of an elementary function in `Double` (numbers from 0) or `Float` (from 100).
  public static func fingerprint(function index: Int) -> UInt64 {
    index < 100
      ? Fingerprint.ofDouble(function: index, blocks: 20)
      : Fingerprint.ofFloat(function: index - 100, blocks: 20)
  }
}

/// FNV-1a over bytes.
private struct BitFingerprint {
  var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  mutating func add(_ word: UInt64) {
    for place in 0..<8 { value = (value ^ (word >> UInt64(8 * place) & 0xFF)) &* 0x0000_0100_0000_01B3 }
  }
}
