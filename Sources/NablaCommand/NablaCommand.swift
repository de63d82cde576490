import ArgumentParser
import Foundation
import Nabla

/// The command line of Nabla.
@main
struct NablaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nabla",
    abstract: "Fields and distributions: exact, fast, with pictures.",
    discussion: """
      Points make a density; its gradient makes a field; the field moves the points; divergences say how far \
      they have come.

      EXAMPLES
        nabla at "-y, x" 1,2                  value, divergence, curl and Jacobian at a point
        nabla derive "x^2 sin y"              gradient, Hessian and Laplacian as formulas
        nabla critical "x^3 - 3x y^2"         every critical point in a box, proven complete
        nabla conservative "0, x y"           is there a potential? with the evidence
        nabla integrate "-y, x" --circle 0,0,1   work, flux, area and volume integrals with their error
        nabla flow "-y, x" --from 1,0 --time 10  the path of a point, its events and why it ends
        nabla streamlines "y, -sin x" -o lines.svg   lines at an even distance
        nabla phase "y, (1 - x^2) y - x"      what a flow of the plane does in the end
        nabla ftle "y, -sin x" --time 6 -o map.svg   how fast a flow pulls neighbours apart
        nabla lic "-y, x" -o texture.png      a flow as a texture
        nabla descend rosenbrock --optimizer adam,lbfgs   optimizers beside the gradient flow
        nabla plot "-y, x" -o vortex.svg      a picture of a field
        nabla measure 0.5,0.5 0.9,0.1         how far two distributions are apart
        nabla compare before.csv after.csv    whether a table has drifted; exit code 0, 1 or 2
        nabla gallery --out gallery           the demonstrations, with a page
        nabla lab --open                      the lab in the browser

      A value may begin with a minus: "-y, x" and --in -5,5,-5,5 are read as they are. After -- everything is a \
      value. Every command has more examples in its own help: nabla plot --help.
      """,
    version: "0.1.0",
    subcommands: [
      At.self, Derive.self, Critical.self, Conservative.self, Integrate.self, Flow.self,
      StreamlinesCommand.self, PhaseCommand.self, LyapunovCommand.self, TextureCommand.self,
      DescendCommand.self, Plot.self, Measure.self, CompareCommand.self, GalleryCommand.self, Lab.self,
    ])

  static func main() async {
    do {
      var command = try parseAsRoot(Arguments.told(CommandLine.arguments.dropFirst()))
      if var asynchronous = command as? AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        let bar = ProgressBar()
        defer { bar?.finish() }
        try ProgressBar.$current.withValue(bar) { try command.run() }
      }
    } catch {
      finish(with: error)
    }
  }

  /// Help goes to standard output; anything wrong is one line on standard error, with the exit code of sysexits.h.
  private static func finish(with error: any Error) -> Never {
    if let failure = error as? CommandFailure { stop("nabla: \(failure.message)", failure.code) }
    let code = exitCode(for: error)
    guard code.rawValue == ExitCode.validationFailure.rawValue else { exit(withError: error) }
    let sentence = message(for: error).split(separator: "\n").first.map(String.init) ?? "wrong arguments"
    stop("nabla: \(sentence) (nabla --help shows examples)", code.rawValue)
  }

  private static func stop(_ line: String, _ code: Int32) -> Never {
    FileHandle.standardError.write(Data((line + "\n").utf8))
    Foundation.exit(code)
  }
}

/// Something that a command cannot do, in one sentence, and the exit code that says which kind of thing.
struct CommandFailure: Error {
  /// The codes of sysexits.h that are used, and 2 for tables that cannot be compared.
  enum Kind: Int32 {
    case incomparable = 2
    case usage = 64
    case data = 65
    case noInput = 66
    case unavailable = 69
    case cannotCreate = 73
  }

  let kind: Kind
  let message: String

  var code: Int32 { kind.rawValue }

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}
