import CDrawKernels
import DrawKernelBuilds
import Testing

/// Random words, whatever the build and the processor.
@Suite struct WordKernelTests {
  static let seeds: [UInt64] = [0, 42, .max]

  @Test(arguments: Shape.all, seeds)
  func countedRows(shape: Shape, seed: UInt64) {
    var random = Extremes(shape)
    let draws = random.words(shape.lanes)
    let (stream, unit, slot) = (random.words(1)[0], random.words(1)[0], random.words(1)[0])
    let builds = unsafe [
      awardsim_philox_rows, unoptimised_philox_rows, baseline_philox_rows, cloned_philox_rows,
    ]
    unsafe expectOneOutcome(of: builds) { kernel in
      var rows = Room<UInt32>(4 * shape.count)
      unsafe kernel(seed, stream, unit, draws, shape.lanes, slot, shape.places, &rows.numbers)
      return [rows.bits()]
    }
  }

  @Test(arguments: Shape.all, seeds)
  func countedBlocks(shape: Shape, seed: UInt64) {
    var random = Extremes(shape)
    let (draws, slots) = (random.words(shape.count), random.words(shape.count))
    let (stream, unit, slot) = (random.words(1)[0], random.words(1)[0], random.words(1)[0])
    let builds = unsafe [
      awardsim_philox_blocks, unoptimised_philox_blocks, baseline_philox_blocks,
      cloned_philox_blocks,
    ]
    unsafe expectOneOutcome(of: builds) { kernel in
      var words = Room<UInt32>(4 * shape.count)
      unsafe kernel(seed, stream, unit, draws, slots, shape.count, slot, &words.numbers)
      return [words.bits()]
    }
  }

  /// Units as a simulation has them, which repeat every 32 lanes, or others in some lanes.
  private func units(_ shape: Shape, _ random: inout Extremes) -> [UInt32] {
    let some = random.words(32)
    let change = random.number(0...shape.lanes)
    return (0..<shape.lanes).map { $0 < change ? some[$0 % 32] : some[31 - $0 % 32] }
  }

  @Test(arguments: Shape.all, seeds)
  func sobolRows(shape: Shape, seed: UInt64) {
    var random = Extremes(shape)
    let (units, places) = (units(shape, &random), random.words(shape.lanes))
    let first: UInt32 = random.number(0...3)
    let sums = random.words(128 * (Int(first) + shape.places))
    let builds = unsafe [
      awardsim_sobol_rows, unoptimised_sobol_rows, baseline_sobol_rows, cloned_sobol_rows,
    ]
    unsafe expectOneOutcome(of: builds) { kernel in
      var rows = Room<UInt32>(shape.count)
      unsafe kernel(seed, 17, units, places, shape.lanes, first, shape.places, sums, &rows.numbers)
      return [rows.bits()]
    }
  }

  @Test(arguments: Shape.all, seeds)
  func sobolPlaces(shape: Shape, seed: UInt64) {
    var random = Extremes(shape)
    let (units, indices) = (units(shape, &random), random.words(shape.lanes))
    let builds = unsafe [
      awardsim_sobol_places, unoptimised_sobol_places, baseline_sobol_places, cloned_sobol_places,
    ]
    unsafe expectOneOutcome(of: builds) { kernel in
      var places = Room<UInt32>(shape.lanes)
      unsafe kernel(seed, 17, units, indices, shape.lanes, &places.numbers)
      return [places.bits()]
    }
  }
}
