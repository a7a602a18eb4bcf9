import Statistics
import Testing

@Suite struct LinearSystemTests {
  @Test("Equations whose solution is known, with a pivot that is 0")
  func known() throws {
    let system = try LinearSystem(matrix: [0, 2, 1, 1, -2, -3, -1, 1, 2], size: 3)
    // x = 1, y = 2, z = -3.
    let solution = try system.solution(of: [1, 6, -5])
    #expect(zip(solution, [1, 2, -3]).allSatisfy { abs($0 - $1) < 1e-14 })
    #expect(try system.solution(of: [0, 0, 0]) == [0, 0, 0])
  }

  @Test("The inverse of a Hilbert matrix is whole")
  func hilbert() throws {
    let size = 5
    let matrix = (0..<size * size).map { 1 / Double($0 / size + $0 % size + 1) }
    let system = try LinearSystem(matrix: matrix, size: size)
    // The first column of the inverse of order 5.
    let column = try system.solution(of: [1, 0, 0, 0, 0])
    for (value, expected) in zip(column, [25.0, -300, 1050, -1400, 630]) {
      #expect(abs(value - expected) < 1e-8)
    }
  }

  @Test("What cannot be solved is refused")
  func refused() throws {
    #expect(throws: NumericalError.noConvergence) {
      try LinearSystem(matrix: [1, 2, 2, 4], size: 2)
    }
    #expect(throws: NumericalError.noConvergence) {
      try LinearSystem(matrix: [.nan, 2, 2, 4], size: 2)
    }
    #expect(throws: NumericalError.domain) { try LinearSystem(matrix: [1, 2, 2], size: 2) }
    #expect(throws: NumericalError.domain) { try LinearSystem(matrix: [], size: -1) }
    let system = try LinearSystem(matrix: [1, 0, 0, 1], size: 2)
    #expect(throws: NumericalError.domain) { try system.solution(of: [1]) }
    #expect(throws: NumericalError.overflow) { try system.solution(of: [.infinity, 1]) }
  }
}
