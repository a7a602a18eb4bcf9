import CDrawKernels
import DrawKernelBuilds
import Testing

/// Places for orders, whatever the build and the processor.
@Suite struct PlaceKernelTests {
  @Test(arguments: Shape.all, [UInt32(1), 4])
  func dividedPlaces(shape: Shape, kinds: UInt32) {
    var random = Extremes(shape)
    let counts = random.numbers(shape.lanes, 0...Int32(shape.places))
    let draws = random.words(shape.lanes)
    let groups = counts.enumerated().flatMap { lane, count in
      (0..<(count + 3) / 4).map { (lane: lane, group: $0) }
    }
    let builds = unsafe [
      awardsim_divide_places, unoptimised_divide_places, baseline_divide_places,
      cloned_divide_places,
    ]
    let outcome = unsafe expectOneOutcome(of: builds) { kernel in
      var starts = Room<Int32>(shape.lanes + 1)
      var (groupDraws, slots) = (Room<UInt32>(groups.count), Room<UInt32>(groups.count))
      unsafe kernel(
        counts, draws, shape.lanes, kinds, &starts.numbers, &groupDraws.numbers, &slots.numbers)
      return [starts.bits(), groupDraws.bits(), slots.bits()]
    }
    #expect(
      outcome[0] == (0...shape.lanes).map { lane in Int64(4 * groups.count { $0.lane < lane }) })
    #expect(outcome[1] == groups.map { Int64(draws[$0.lane]) })
    #expect(outcome[2] == groups.map { 1 + Int64(kinds) * Int64($0.group) })
  }

  @Test(arguments: Shape.all)
  func endedOrders(shape: Shape) {
    var random = Extremes(shape)
    let counts = random.numbers(shape.lanes, 0...Int32(shape.places))
    let starts = counts.reduce(into: [Int32(0)]) { $0.append($0[$0.count - 1] + ($1 + 3) / 4 * 4) }
    let old = random.numbers(Int(starts[shape.lanes]), 0...Int32.max)
    let builds = unsafe [
      awardsim_end_orders, unoptimised_end_orders, baseline_end_orders, cloned_end_orders,
    ]
    let outcome = unsafe expectOneOutcome(of: builds) { kernel in
      var quantities = Room(old)
      let answer = unsafe kernel(counts, starts, shape.lanes, &quantities.numbers)
      return [quantities.bits(), [Int64(answer)]]
    }
    let expected = (0..<shape.lanes).flatMap { lane in
      (starts[lane]..<starts[lane + 1]).map { place in
        place < starts[lane] + counts[lane] ? Int64(old[Int(place)]) : 0
      }
    }
    #expect(outcome == [expected, [expected.max() ?? 0]])
  }
}
