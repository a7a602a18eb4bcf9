import Testing

@testable import Statistics

@Suite struct CholeskyTests {
  @Test("The diagonal of an inverse")
  func inverse() {
    // The inverse of the Hilbert matrix of order 5 is known in whole numbers.
    let hilbert = (0..<5).map { row in (0..<5).map { 1 / Double(row + $0 + 1) } }
    let diagonal = Cholesky(hilbert)?.inverseDiagonal ?? []
    #expect(diagonal.count == 5)
    for (value, expected) in zip(diagonal, [25.0, 4_800, 79_380, 179_200, 44_100]) {
      #expect(abs(value / expected - 1) < 1e-10)
    }
    #expect(Cholesky([[4]])?.inverseDiagonal == [0.25])
  }

  @Test("Only the rows up to the diagonal are read")
  func lower() {
    #expect(Cholesky([[4, .nan], [0, 9]])?.inverseDiagonal == [0.25, 1.0 / 9])
  }

  @Test(
    "A matrix that is not positive definite has no factor",
    arguments: [
      [[0]], [[-1]], [[.nan]], [[1, 2], [2, 4]], [[1, 0], [0, 0]], [[1], [2]], [[1, 0], [2, 3]],
    ] as [[[Double]]])
  func singular(matrix: [[Double]]) {
    #expect(Cholesky(matrix) == nil)
  }
}
