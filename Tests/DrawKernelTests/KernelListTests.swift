import Foundation
import Testing

/// No kernel is without its builds and its test.
@Suite struct KernelListTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let package = folder.deletingLastPathComponent().deletingLastPathComponent()

  private static func text(of path: String) throws -> String {
    try String(contentsOf: package.appending(path: path), encoding: .utf8)
  }

  /// The kernels that a header declares: a name before a bracket.
  private static func declared() throws -> [String] {
    try text(of: "Sources/CDrawKernels/include/CDrawKernels.h")
      .matches(of: /awardsim_(\w+)\(/).map { String($0.1) }
  }

  @Test func builds() throws {
    let declared = try KernelListTests.declared()
    #expect(!declared.isEmpty && Set(declared).count == declared.count)
    let built = try KernelListTests.text(of: "Tests/DrawKernelBuilds/include/DrawKernelBuilds.h")
      .matches(of: /\nBUILDS_OF\((\w+)\)/).map { String($0.1) }
    #expect(built == declared)
    let named = try KernelListTests.text(of: "Tests/DrawKernelBuilds/Kernels.h")
      .matches(of: /#define awardsim_(\w+) NAMED\(BUILD, (\w+)\)/)
    #expect(named.map { String($0.1) } == declared)
    #expect(named.map { String($0.2) } == declared)
  }

  @Test func tests() throws {
    let sources = try FileManager.default.contentsOfDirectory(
      at: KernelListTests.folder, includingPropertiesForKeys: nil)
    let words = Set(
      try sources.flatMap { source in
        try String(contentsOf: source, encoding: .utf8).matches(of: /\w+/).map { String($0.0) }
      })
    for kernel in try KernelListTests.declared() {
      for build in ["awardsim", "unoptimised", "baseline", "cloned"] {
        #expect(words.contains("\(build)_\(kernel)"))
      }
    }
  }
}
