import CDrawKernels
import DrawKernelBuilds
import Testing

/// What is added up and looked up, whatever the build and the processor.
@Suite struct SumKernelTests {
  private static let unit: Int64 = 100

  @Test(arguments: Shape.all)
  func notedAwards(shape: Shape) {
    var random = Extremes(shape)
    let winners = random.numbers(shape.lanes, 0...Int32(255))
    let awarded = random.numbers(shape.lanes, 0...Int64(255) << 30)
    let reserves = random.numbers(shape.lanes, 0...UInt32(1) << 30 - 1)
    let old = random.numbers(6 * shape.lanes, 0...Int64(1) << 60)
    let builds = unsafe [
      awardsim_note_awards, unoptimised_note_awards, baseline_note_awards, cloned_note_awards,
    ]
    unsafe expectOneOutcome(of: builds) { kernel in
      var sums = Room(old)
      let answer = unsafe kernel(
        winners, awarded, reserves, shape.lanes, SumKernelTests.unit, &sums.numbers)
      return [sums.bits(), [answer]]
    }
  }

  @Test(arguments: Shape.all)
  func notedOrders(shape: Shape) {
    var random = Extremes(shape)
    let values = random.numbers(shape.lanes, 0...Int64(1) << 52)
    let fees = random.numbers(shape.lanes, 0...Int64(1) << 50)
    let old = random.numbers(6 * shape.lanes, 0...Int64(1) << 60)
    let builds = unsafe [
      awardsim_note_orders, unoptimised_note_orders, baseline_note_orders, cloned_note_orders,
    ]
    unsafe expectOneOutcome(of: builds) { kernel in
      var sums = Room(old)
      let answer = unsafe kernel(
        values, fees, shape.lanes, SumKernelTests.unit, &sums.numbers)
      return [sums.bits(), [answer]]
    }
  }

  @Test("Amounts are added, and sums that do not fit are told", arguments: Shape.all)
  func addedAmounts(shape: Shape) {
    var random = Extremes(shape)
    let more = random.numbers(shape.count, 0...Int64.max)
    let old = random.numbers(shape.count, 0...Int64.max)
    let builds = unsafe [
      awardsim_add_amounts, unoptimised_add_amounts, baseline_add_amounts, cloned_add_amounts,
    ]
    for more in [more, more.map { $0 >> 8 }] {
      unsafe expectOneOutcome(of: builds) { kernel in
        var sums = Room(old)
        let answer = unsafe kernel(more, shape.count, &sums.numbers)
        return [sums.bits(), [answer]]
      }
    }
  }

  @Test(arguments: Shape.all)
  func joinedSets(shape: Shape) {
    var random = Extremes(shape)
    let sets = random.numbers(shape.count + shape.lanes, 0...UInt64.max)
    let winners = random.numbers(shape.lanes, 0...Int32(shape.places))
    let old = random.numbers(shape.lanes, 0...UInt64.max)
    let builds = unsafe [
      awardsim_join_sets, unoptimised_join_sets, baseline_join_sets, cloned_join_sets,
    ]
    unsafe expectOneOutcome(of: builds) { kernel in
      var joined = Room(old)
      unsafe kernel(sets, winners, shape.lanes, &joined.numbers)
      return [joined.bits()]
    }
  }

  @Test(arguments: Shape.all, [1, 255])
  func lookedUp(shape: Shape, length: Int) {
    var random = Extremes(shape)
    let table = random.numbers(length, Int32.min...Int32.max)
    let places = random.numbers(shape.count, 0...Int32(length - 1))
    let builds = unsafe [awardsim_look_up, unoptimised_look_up, baseline_look_up, cloned_look_up]
    unsafe expectOneOutcome(of: builds) { kernel in
      var numbers = Room<Int32>(shape.count)
      unsafe kernel(table, places, shape.count, &numbers.numbers)
      return [numbers.bits()]
    }
  }
}
