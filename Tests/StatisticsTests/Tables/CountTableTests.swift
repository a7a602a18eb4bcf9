import Foundation
import Testing

@testable import Statistics

/// Words that lie evenly over all there are.
private let words = stride(from: UInt64(0), to: 1 << 32, by: 1 << 16).map { UInt32($0) }

private func moments(_ table: CountTable) -> (mean: Double, variance: Double) {
  let counts = words.map { Double(table.count(for: $0)) }
  let mean = counts.reduce(0, +) / Double(counts.count)
  let squares = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return (mean, squares / Double(counts.count))
}

@Test(arguments: [0.05, 0.5, 1, 3.7, 12, 40, 700])
func aPoissonTableHasItsMeanAndVariance(mean: Double) {
  let moments = moments(.poisson(mean: mean))
  #expect(abs(moments.mean - mean) < 0.002 * mean + 0.001)
  #expect(abs(moments.variance - mean) < 0.01 * mean + 0.001)
}

@Test(arguments: [(0.5, 0.3), (4, 2), (40, 1.5), (300, 10)])
func aNegativeBinomialTableHasItsMeanAndVariance(mean: Double, size: Double) {
  let moments = moments(.negativeBinomial(mean: mean, size: size))
  #expect(abs(moments.mean - mean) < 0.002 * mean + 0.001)
  let variance = mean + mean * mean / size
  #expect(abs(moments.variance - variance) < 0.02 * variance + 0.001)
}

@Test(arguments: [0.3, 1, 5])
func theShareOfZeroIsTheExponentialOfTheMean(mean: Double) {
  let zeros = words.count { CountTable.poisson(mean: mean).count(for: $0) == 0 }
  #expect(abs(Double(zeros) / Double(words.count) - exp(-mean)) < 1e-4)
}

@Test(arguments: [0, -1, Double.nan, .infinity])
func aMeanThatIsNoneGivesNoCounts(mean: Double) {
  #expect(CountTable.poisson(mean: mean).count(for: .max) == 0)
  #expect(CountTable.negativeBinomial(mean: mean, size: 2).count(for: .max) == 0)
}

@Test func countsRiseWithTheWord() {
  let table = CountTable.negativeBinomial(mean: 20, size: 2)
  let counts = words.map { table.count(for: $0) }
  #expect(zip(counts, counts.dropFirst()).allSatisfy(<=))
}

@Test(arguments: [0, 0.5, 10, 100, 1_000])
func weightsDecayAsTheExponentialDoes(rate: Double) {
  let decay = ExponentialDecay(rate: rate)
  for step in [0, 1, 17, 500, 5_000, 10_000] {
    let exact = exp(-rate * Double(step) / 10_000) * 0x1p32
    let weight = Double(decay.weight(atStep: step))
    #expect(abs(weight - max(exact, 1)) <= exact * 1e-10 + 1)
  }
  #expect(decay.weight(atStep: 20_000) == decay.weight(atStep: 10_000))
  #expect(decay.weight(atStep: -1) == 1 << 32)
}
