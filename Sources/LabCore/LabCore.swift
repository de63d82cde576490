import Atlas
import WasmRuntime

#if !hasFeature(Embedded) && canImport(Glibc)
  // Brings the host's mathematics library to the linker: without it floor and round have nowhere to go on a
  // processor that lacks them as instructions.
  import Glibc
#endif

/// The one laboratory of the module; a page has one thread, and a worker a module of its own.
private enum Module {
  nonisolated(unsafe) static let laboratory = Laboratory()
}

#if !hasFeature(Embedded)
  @main
  enum LabCore {
    static func main() {
      print("LabCore is the core of the browser lab; compile it to WebAssembly with `make lab`.")
    }
  }
#endif

/// Makes room for a text of so many bytes and says where it goes.
@_expose(wasm, "lab_input")
@_cdecl("lab_input")
public func labInput(_ byteCount: Int32) -> UnsafeMutablePointer<UInt8>? {
  let laboratory = Module.laboratory
  laboratory.input = Array(repeating: 0, count: Int(max(byteCount, 1)))
  return laboratory.input.withUnsafeMutableBufferPointer { $0.baseAddress }
}

/// Where the last result begins.
@_expose(wasm, "lab_output")
@_cdecl("lab_output")
public func labOutput() -> UnsafePointer<UInt8>? {
  Module.laboratory.output.withUnsafeBufferPointer { $0.baseAddress }
}

/// How many bytes the last result has.
@_expose(wasm, "lab_output_length")
@_cdecl("lab_output_length")
public func labOutputLength() -> Int32 { Int32(Module.laboratory.output.count) }

/// Takes the input as the scene: 0 and its canonical text, or 1 and the error as JSON.
@_expose(wasm, "lab_scene")
@_cdecl("lab_scene")
public func labScene(_ byteCount: Int32) -> Int32 {
  Module.laboratory.setScene(byteCount: Int(byteCount)) ? 0 : 1
}

/// Everything that can be read off the scene, as JSON.
@_expose(wasm, "lab_reading")
@_cdecl("lab_reading")
public func labReading() -> Int32 {
  Module.laboratory.read()
  return 0
}

/// One of the scene's pictures as words of a display list; 1 when there is none of this index.
@_expose(wasm, "lab_figure")
@_cdecl("lab_figure")
public func labFigure(
  _ index: Int32, _ width: Double, _ height: Double, _ isDark: Int32, _ isChinese: Int32
) -> Int32 {
  let language: Language = isChinese != 0 ? .simplifiedChinese : .english
  let isDrawn = Module.laboratory.draw(
    Int(index), width: width, height: height, isDark: isDark != 0, language: language)
  return isDrawn ? 0 : 1
}

/// The level line through the probe: every x, then every y.
@_expose(wasm, "lab_level_line")
@_cdecl("lab_level_line")
public func labLevelLine() -> Int32 {
  Module.laboratory.traceLevelLine()
  return 0
}

/// Particles at random places of the view.
@_expose(wasm, "lab_particles_reset")
@_cdecl("lab_particles_reset")
public func labParticlesReset(_ count: Int32, _ seed: Int32) {
  Module.laboratory.resetParticles(count: Int(count), seed: UInt64(UInt32(bitPattern: seed)))
}

/// Moves the particles and gives their places.
@_expose(wasm, "lab_particles_step")
@_cdecl("lab_particles_step")
public func labParticlesStep(_ time: Float) -> Int32 {
  Module.laboratory.stepParticles(by: time)
  return 0
}

/// Puts the wheel at rest where the scene has it.
@_expose(wasm, "lab_wheel_reset")
@_cdecl("lab_wheel_reset")
public func labWheelReset() { Module.laboratory.resetWheel() }

/// Lets the wheel turn and gives its state as JSON.
@_expose(wasm, "lab_wheel_step")
@_cdecl("lab_wheel_step")
public func labWheelStep(_ time: Double, _ isCarried: Int32) -> Int32 {
  Module.laboratory.stepWheel(by: time, isCarried: isCarried != 0)
  return 0
}

/// Puts the rotor at rest where the scene has it, and gives its state as JSON.
@_expose(wasm, "lab_rotor_reset")
@_cdecl("lab_rotor_reset")
public func labRotorReset() -> Int32 {
  Module.laboratory.resetRotor()
  return 0
}

/// Lets the rotor turn about the scene's axis and gives its state and its pieces as JSON.
@_expose(wasm, "lab_rotor_step")
@_cdecl("lab_rotor_step")
public func labRotorStep(_ time: Double) -> Int32 {
  Module.laboratory.stepRotor(by: time)
  return 0
}

/// The axis of the rotor whose tip is seen at a place of the picture, as JSON.
@_expose(wasm, "lab_axis_at")
@_cdecl("lab_axis_at")
public func labAxisAt(_ x: Double, _ y: Double) -> Int32 {
  Module.laboratory.findAxis(x: x, y: y)
  return 0
}

/// The point at the depth of the sphere's centre that is seen at a place of the picture, as JSON.
@_expose(wasm, "lab_point_at")
@_cdecl("lab_point_at")
public func labPointAt(_ x: Double, _ y: Double) -> Int32 {
  Module.laboratory.findPoint(x: x, y: y)
  return 0
}

/// Everyone's way on the bench of the descent: every x, every y, then whether it is seen, track after track.
@_expose(wasm, "lab_race")
@_cdecl("lab_race")
public func labRace() -> Int32 {
  Module.laboratory.traceRace()
  return 0
}

/// What everyone has come to after so many iterations, as JSON.
@_expose(wasm, "lab_race_after")
@_cdecl("lab_race_after")
public func labRaceAfter(_ iteration: Int32) -> Int32 {
  Module.laboratory.readRace(after: Int(iteration))
  return 0
}

/// The point of the plane that is seen at a place of the relief, as JSON.
@_expose(wasm, "lab_ground_at")
@_cdecl("lab_ground_at")
public func labGroundAt(_ x: Double, _ y: Double) -> Int32 {
  Module.laboratory.findGround(x: x, y: y)
  return 0
}

/// Puts a drop of dye into the scene's circle and gives its outline.
@_expose(wasm, "lab_dye_reset")
@_cdecl("lab_dye_reset")
public func labDyeReset() { Module.laboratory.resetDye() }

/// Lets the drop drift and gives its outline, its area and how it has grown.
@_expose(wasm, "lab_dye_step")
@_cdecl("lab_dye_step")
public func labDyeStep(_ time: Double) -> Int32 {
  Module.laboratory.stepDye(by: time)
  return 0
}

/// The fingerprint of one of ``Parity/scenes``; 0 beyond the last.
@_expose(wasm, "lab_parity_scene")
@_cdecl("lab_parity_scene")
public func labParityScene(_ index: Int32) -> Int64 {
  Int64(bitPattern: Parity.fingerprint(scene: Int(index)))
}

/// The fingerprint of paths that are shaken by noise from a seed.
@_expose(wasm, "lab_parity_noise")
@_cdecl("lab_parity_noise")
public func labParityNoise(_ unused: Int32) -> Int64 { Int64(bitPattern: Parity.fingerprintOfNoise()) }

/// The fingerprint of an elementary function by its number; in `Float` from 100 on.
@_expose(wasm, "lab_parity_function")
@_cdecl("lab_parity_function")
public func labParityFunction(_ index: Int32) -> Int64 {
  Int64(bitPattern: Parity.fingerprint(function: Int(index)))
}
