// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "awardsim", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "DrawBenchmarks",
      dependencies: [
        .product(name: "AwardSimulation", package: "awardsim"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Draws",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // Timed from outside, beside the same in C and Python: see peers/cells.
    .executableTarget(
      name: "write-cells",
      dependencies: [.product(name: "AwardWorkbooks", package: "awardsim")],
      path: "Benchmarks/Cells"),
  ],
  swiftLanguageModes: [.v6]
)
