// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "awardsim",
  products: [
    .executable(name: "awardsim", targets: ["awardsim"]),
    // What the nested package of benchmarks times.
    .library(
      name: "AwardSimulation",
      targets: ["Simulation", "Pipeline", "Pricing", "Policy", "CallOff", "Quantities", "Intake"]),
    .library(name: "AwardKernels", targets: ["CDrawKernels", "Statistics", "Tendering"]),
    .library(
      name: "AwardWorkbooks", targets: ["Workbook", "Reporting", "Policy", "Quantities"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The pipeline, in its order.
    .target(name: "Quantities"),
    .target(name: "CBoostMath"),
    .target(name: "CDrawKernels"),
    .target(name: "CTableKernels"),
    .target(
      name: "Statistics",
      dependencies: [
        "CBoostMath", "CDrawKernels", .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(name: "Policy", dependencies: ["Quantities"]),
    .target(name: "Pricing", dependencies: ["Quantities", "Statistics", "Policy"]),
    .target(name: "Tendering", dependencies: ["CTableKernels", "Quantities", "Policy"]),
    .target(name: "CallOff", dependencies: ["Quantities", "Policy"]),
    .target(
      name: "Pipeline",
      dependencies: [
        "CTableKernels", "Quantities", "Statistics", "Policy", "Pricing", "Tendering", "CallOff",
      ]),
    .target(
      name: "Simulation",
      dependencies: [
        "CDrawKernels", "Quantities", "Statistics", "Policy", "Pricing", "Tendering", "CallOff",
        "Pipeline",
      ]),

    // Files in, reports and workbooks out.
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(name: "WorkbookReading", dependencies: ["Quantities", "Policy", "CZip"]),
    .target(
      name: "Intake",
      dependencies: [
        "Quantities", "Policy", "Pricing", "Tendering", "CallOff", "Pipeline", "WorkbookReading",
        "CTableKernels",
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Resources")]),
    .target(
      name: "Reporting",
      dependencies: [
        "Quantities", "Statistics", "Policy", "Pricing", "Tendering", "CallOff", "Pipeline",
        "Simulation",
      ]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"])]),
    .target(
      name: "Workbook",
      dependencies: ["Quantities", "Policy", "Reporting", "CXLSXWriter", "CZip"]),
    .executableTarget(
      name: "awardsim",
      dependencies: [
        "Quantities", "Statistics", "Policy", "Pricing", "Tendering", "CallOff", "Pipeline",
        "Simulation", "Intake", "Reporting", "Workbook", "WorkbookReading",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Reads and recalculates workbooks with other programs than the one that wrote them.
    .target(name: "TestSupport", dependencies: ["CZip"], path: "Tests/TestSupport"),

    // The kernels once more, optimised in a debug build too: what a release runs is tested.
    .target(
      name: "DrawKernelBuilds", dependencies: ["CDrawKernels"], path: "Tests/DrawKernelBuilds",
      cSettings: [.unsafeFlags(["-O2"])]),
    .testTarget(name: "DrawKernelTests", dependencies: ["CDrawKernels", "DrawKernelBuilds"]),

    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"]),
    .testTarget(name: "PolicyTests", dependencies: ["Policy", "Quantities"]),
    .testTarget(
      name: "PricingTests", dependencies: ["Pricing", "Policy", "Quantities", "Statistics"]),
    .testTarget(name: "TenderingTests", dependencies: ["Tendering", "Policy", "Quantities"]),
    .testTarget(name: "CallOffTests", dependencies: ["CallOff", "Policy", "Quantities"]),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Pipeline", "Pricing", "Tendering", "CallOff", "Policy", "Quantities", "Statistics",
      ]),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "Simulation", "Intake", "Pipeline", "Pricing", "Tendering", "CallOff", "Policy",
        "Quantities", "Statistics",
      ]),
    .testTarget(
      name: "WorkbookReadingTests",
      dependencies: ["WorkbookReading", "Policy", "Quantities", "TestSupport"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "IntakeTests",
      dependencies: [
        "Intake", "Pipeline", "Pricing", "Tendering", "CallOff", "Policy", "Quantities",
        "WorkbookReading", "TestSupport", "CTableKernels",
      ]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "Workbook", "Intake", "Pipeline", "Pricing", "Tendering", "CallOff",
        "Policy", "Quantities", "TestSupport",
      ]),
    .testTarget(
      name: "WorkbookTests",
      dependencies: ["Workbook", "Reporting", "Policy", "Quantities", "TestSupport"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "awardsim", "Intake", "Pipeline", "Tendering", "Policy", "Quantities", "Reporting",
        "Workbook", "WorkbookReading", "Pricing", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("InferIsolatedConformances"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .strictMemorySafety(),
      .treatAllWarnings(as: .error),
    ]
}
