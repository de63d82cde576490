// swift-tools-version: 6.3
import PackageDescription

// A package of its own, so that a user's build never meets what only benchmarks need.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Nabla", path: "..")],
  targets: [
    .executableTarget(name: "nabla-bench", dependencies: [.product(name: "Nabla", package: "Nabla")])
  ]
)
