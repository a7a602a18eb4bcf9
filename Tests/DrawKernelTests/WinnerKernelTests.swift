import CDrawKernels
import DrawKernelBuilds
import Testing

/// Winners and what they come to, whatever the build and the processor.
@Suite struct WinnerKernelTests {
  @Test(arguments: Shape.all, [Int32(0), 1, 2])
  func countedWinners(shape: Shape, tie: Int32) {
    var random = Extremes(shape)
    let prices = RankedPrices(shape, &random)
    let counted = prices.valid.map { random.number($0...Int32(shape.places)) }
    let shareCounts = random.numbers(shape.places + 1, 0...Int32(shape.places))
    let builds = unsafe [
      awardsim_count_winners, unoptimised_count_winners, baseline_count_winners,
      cloned_count_winners,
    ]
    for minimum in [Int32(0), 1, 3] {
      let outcome = unsafe expectOneOutcome(of: builds) { kernel in
        var winners = Room<Int32>(shape.lanes)
        unsafe kernel(
          prices.valid, counted, shareCounts, minimum, tie, prices.rows, shape.lanes,
          &winners.numbers)
        return [winners.bits()]
      }
      let expected = (0..<shape.lanes).map { lane -> Int64 in
        let column = prices.column(lane)
        let cutoff = min(column.count, Int(max(minimum, shareCounts[Int(counted[lane])])))
        guard tie != 0, cutoff > 0, cutoff < column.count else { return Int64(cutoff) }
        return Int64(
          column.count { tie == 1 ? $0 <= column[cutoff - 1] : $0 < column[cutoff] })
      }
      #expect(outcome[0] == expected)
    }
  }

  @Test(arguments: Shape.all, [Int32(0), 1])
  func summedWinners(shape: Shape, matchesLowest: Int32) {
    var random = Extremes(shape)
    let prices = RankedPrices(shape, &random)
    let winners = prices.valid.map { random.number(0...$0) }
    let builds = unsafe [
      awardsim_sum_winners, unoptimised_sum_winners, baseline_sum_winners, cloned_sum_winners,
    ]
    let outcome = unsafe expectOneOutcome(of: builds) { kernel in
      var awarded = Room<Int64>(shape.lanes)
      unsafe kernel(
        prices.rows, winners, shape.lanes, shape.places, matchesLowest, &awarded.numbers)
      return [awarded.bits()]
    }
    let expected = (0..<shape.lanes).map { lane in
      let lowest = prices.column(lane).prefix(Int(winners[lane]))
      return matchesLowest == 0
        ? lowest.reduce(0, +) : (lowest.first ?? 0) * Int64(lowest.count)
    }
    #expect(outcome[0] == expected)
  }

  @Test(arguments: Shape.all, 0...Int32(AWARDSIM_DROPPED))
  func summedLowest(shape: Shape, mostDropped: Int32) {
    var random = Extremes(shape)
    let prices = RankedPrices(shape, &random)
    let mixed = prices.shuffled(&random)
    let winners = prices.valid.map { $0 - random.number(0...min($0, mostDropped)) }
    let builds = unsafe [
      awardsim_sum_lowest, unoptimised_sum_lowest, baseline_sum_lowest, cloned_sum_lowest,
    ]
    let outcome = unsafe expectOneOutcome(of: builds) { kernel in
      var awarded = Room<Int64>(shape.lanes)
      unsafe kernel(
        mixed, prices.valid, winners, shape.lanes, shape.places, mostDropped, &awarded.numbers)
      return [awarded.bits()]
    }
    let expected = (0..<shape.lanes).map { lane in
      prices.column(lane).prefix(Int(winners[lane])).reduce(0, +)
    }
    #expect(outcome[0] == expected)
  }
}
