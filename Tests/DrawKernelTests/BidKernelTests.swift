import CDrawKernels
import DrawKernelBuilds
import Testing

/// Who bids and how much, whatever the build and the processor.
@Suite struct BidKernelTests {
  @Test(arguments: Shape.all, [1, 2, 13, 60])
  func pickedCandidates(shape: Shape, candidates: Int) {
    var random = Extremes(shape)
    let words = random.words(shape.count)
    let counts = random.numbers(shape.lanes, 0...Int32(min(shape.places, candidates)))
    let thresholds = random.words(candidates)
    let aliases = random.numbers(candidates, 0...UInt32(candidates - 1))
    let weights = random.numbers(candidates, 1...Int64(1) << 32)
    let total = weights.reduce(0, +)
    let builds = unsafe [
      awardsim_pick_candidates, unoptimised_pick_candidates, baseline_pick_candidates,
      cloned_pick_candidates,
    ]
    unsafe expectOneOutcome(of: builds) { kernel in
      var taken = [UInt32](repeating: 0, count: candidates)
      var picked = [Int32](repeating: -1, count: shape.count)
      unsafe kernel(
        words, counts, shape.lanes, shape.places, thresholds, aliases, weights, UInt32(candidates),
        total, &taken, 1, &picked)
      return [bits(picked), bits(taken)]
    }
  }

  @Test(arguments: Shape.all, [1, 3, 1_000])
  func listedNumbers(shape: Shape, length: Int) {
    var random = Extremes(shape)
    let list = random.numbers(length, Int64.min...Int64.max)
    let words = random.words(shape.count)
    let builds = unsafe [
      awardsim_listed_numbers, unoptimised_listed_numbers, baseline_listed_numbers,
      cloned_listed_numbers,
    ]
    unsafe expectOneOutcome(of: builds) { kernel in
      var numbers = [Int64](repeating: 0, count: shape.count)
      unsafe kernel(list, length, words, shape.count, &numbers)
      return [numbers]
    }
  }

  @Test(arguments: Shape.all)
  func tabulatedNumbers(shape: Shape) {
    var random = Extremes(shape)
    // 64 distances by themselves, 64 of each of 25 octaves, and the middle.
    let range = -(Int64(1) << 37)...Int64(1) << 37
    let lower = random.numbers(1_665, range).sorted()
    let upper = random.numbers(1_665, range).sorted(by: >)
    let words = random.words(shape.count).map { $0 >> random.number(0...31) }
    let builds = unsafe [
      awardsim_tabulated_numbers, unoptimised_tabulated_numbers, baseline_tabulated_numbers,
      cloned_tabulated_numbers,
    ]
    for words in [words, words.map { ~$0 }] {
      unsafe expectOneOutcome(of: builds) { kernel in
        var numbers = [Int64](repeating: 0, count: shape.count)
        unsafe kernel(lower, upper, words, shape.count, &numbers)
        return [numbers]
      }
    }
  }

  @Test(arguments: Shape.all)
  func marks(shape: Shape) {
    var random = Extremes(shape)
    let words = random.words(shape.count)
    let limits = random.numbers(2, 0...UInt64(1) << 32).sorted()
    let old = random.numbers(shape.count, Int64.min...Int64.max)
    let builds = unsafe [awardsim_mark, unoptimised_mark, baseline_mark, cloned_mark]
    unsafe expectOneOutcome(of: builds) { kernel in
      var numbers = old
      unsafe kernel(words, limits[0], limits[1], shape.count, -1, &numbers)
      return [numbers]
    }
  }

  @Test(arguments: Shape.all)
  func lots(shape: Shape) {
    var random = Extremes(shape)
    let words = random.words(shape.count)
    let builds = unsafe [awardsim_lots, unoptimised_lots, baseline_lots, cloned_lots]
    unsafe expectOneOutcome(of: builds) { kernel in
      var lots = [UInt32](repeating: 0, count: shape.count)
      unsafe kernel(words, shape.count, &lots)
      return [bits(lots)]
    }
  }
}
