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
      name: "KernelBenchmarks",
      dependencies: [
        .product(name: "AwardSimulation", package: "awardsim"),
        .product(name: "AwardKernels", package: "awardsim"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Kernels",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    // Timed from outside, beside the same in C and Python. The benchmark command takes every program
    // in a folder `Benchmarks` for one of its own.
    .executableTarget(
      name: "write-cells",
      dependencies: [.product(name: "AwardWorkbooks", package: "awardsim")],
      path: "peers/cells/streamed"),
  ],
  swiftLanguageModes: [.v6]
)
