// swift-tools-version: 6.3
import PackageDescription

// What Embedded Swift would refuse fails in the host build already.
let core: [SwiftSetting] = [.treatWarning("EmbeddedRestrictions", as: .error)]

/// A room of the core: pure Swift that also compiles to WebAssembly.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: core)
}

/// The tests of a room, and what else they look at.
func tests(_ room: String, _ others: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(name: "\(room)Tests", dependencies: [.target(name: room)] + others, exclude: exclude)
}

let package = Package(
  name: "Nabla",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Nabla", targets: ["Nabla"]),
    .executable(name: "nabla", targets: ["NablaCommand"]),
    .executable(name: "LabCore", targets: ["LabCore"]),
  ],
  traits: [
    .trait(name: "Raster", description: "PNG and PDF through Cairo and Pango"),
    .trait(name: "EmbeddedLab", description: "The browser lab inside the nabla binary (made by `make lab`)"),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // The ground floor.
    room("Elementary"),
    room("Randomness", ["Elementary"]),
    room("SpecialFunctions", ["Elementary"]),
    room("Formats"),
    room("LinearAlgebra", ["Elementary"]),
    room("Parallel"),
    room("Neighbours", ["Parallel"]),
    // The core, each room on those before it.
    room("Expressions", ["Elementary", "Formats", "SpecialFunctions"]),
    room("Fields", ["Elementary", "Expressions", "LinearAlgebra", "Randomness"]),
    room("Flows", ["Elementary", "Expressions", "Fields", "LinearAlgebra", "Parallel", "Randomness"]),
    room("Descent", ["Elementary", "Expressions", "Fields", "Flows", "LinearAlgebra"]),
    room(
      "Information",
      [
        "Elementary", "Formats", "LinearAlgebra", "Neighbours", "Parallel", "Randomness", "SpecialFunctions",
      ]),
    room("Figures", ["Elementary", "Formats"]),
    room(
      "Atlas",
      [
        "Descent", "Elementary", "Expressions", "Fields", "Figures", "Flows", "Formats", "Information",
        "LinearAlgebra",
      ]),
    room(
      "Scenes",
      [
        "Atlas", "Descent", "Elementary", "Expressions", "Fields", "Figures", "Flows", "Formats",
        "Information",
        "LinearAlgebra",
      ]),
    // What the module of the lab can do without.
    room(
      "Gallery",
      [
        "Atlas", "Descent", "Elementary", "Expressions", "Fields", "Figures", "Flows", "Formats",
        "Information", "LinearAlgebra",
      ]),
    .target(
      name: "Nabla",
      dependencies: [
        "Atlas", "Descent", "Elementary", "Expressions", "Fields", "Figures", "Flows", "Formats", "Gallery",
        "Information", "LinearAlgebra", "Neighbours", "Parallel", "Randomness", "Scenes", "SpecialFunctions",
      ]),
    // The lab's core, for WebAssembly.
    .target(name: "WasmRuntime"),
    .executableTarget(
      name: "LabCore",
      dependencies: [
        "Atlas", "Elementary", "Expressions", "Fields", "Figures", "Flows", "Formats", "Scenes",
        "WasmRuntime",
      ],
      swiftSettings: core),
    // The command line.
    .systemLibrary(
      name: "CCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libcairo2-dev", "libpango1.0-dev"]), .brew(["cairo", "pango"])]),
    .target(
      name: "Raster",
      dependencies: ["Figures", .target(name: "CCairo", condition: .when(traits: ["Raster"]))]),
    .systemLibrary(
      name: "CZlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .executableTarget(
      name: "NablaCommand",
      dependencies: [
        "CZlib", "Nabla",
        .target(name: "Raster", condition: .when(traits: ["Raster"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "FlyingFox", package: "FlyingFox"),
      ]),
    .executableTarget(name: "accuracy", dependencies: ["Elementary", "Randomness"]),
    tests("Elementary"),
    tests("Randomness"),
    tests("SpecialFunctions", ["Elementary"]),
    tests("Formats"),
    tests("LinearAlgebra"),
    tests("Parallel"),
    tests("Neighbours", ["Randomness"]),
    tests("Expressions", ["Elementary"]),
    tests("Fields", ["Elementary", "Expressions", "LinearAlgebra"]),
    tests("Flows", ["Elementary", "Expressions", "Fields"]),
    tests("Descent", ["Elementary", "Expressions", "Fields", "Flows", "LinearAlgebra"]),
    tests(
      "Information",
      ["Elementary", "Formats", "LinearAlgebra", "Neighbours", "Randomness", "SpecialFunctions"]),
    tests("Figures"),
    tests(
      "Atlas", ["Descent", "Expressions", "Fields", "Figures", "Formats", "Information", "LinearAlgebra"]),
    tests("Gallery", ["Atlas", "Expressions", "Fields", "Figures"], exclude: ["Golden"]),
    tests("Scenes", ["Atlas", "Descent", "Fields"]),
    tests("Raster", ["Figures"]),
    tests("LabCore", ["Atlas"]),
    .testTarget(name: "NablaCommandTests", dependencies: ["CZlib", "NablaCommand"]),
  ]
)
