import Testing

@testable import Reporting

@Suite struct LiveIdentifiersTests {
  @Test(arguments: [
    [], ["CL-0001"], ["a", "b"], ["1", "2", "10"], ["雲端一", "雲端二"], ["a-b", "a b", "a_b"],
  ])
  func `names that a spreadsheet tells apart`(names: [String]) {
    #expect(LiveIdentifiers.areDistinct(names))
  }

  @Test(arguments: [
    ["a", "A"], ["1", "01"], ["1", "1.0"], ["a*"], ["a?"], ["a~b"], ["=a"], ["<5"], [">5"], [""],
    ["x", "x"], ["1e2", "100"],
  ])
  func `names that a spreadsheet confuses`(names: [String]) {
    #expect(!LiveIdentifiers.areDistinct(names))
  }
}
