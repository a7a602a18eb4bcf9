import CDrawKernels
import DrawKernelBuilds
import Testing

/// Who bids, whatever the build and the processor.
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
    let outcome = unsafe expectOneOutcome(of: builds) { kernel in
      var taken = Room([UInt32](repeating: 0, count: candidates))
      var picked = Room<Int32>(shape.count)
      unsafe kernel(
        words, counts, shape.lanes, shape.places, thresholds, aliases, weights, UInt32(candidates),
        total, &taken.numbers, 1, &picked.numbers)
      return [picked.bits(), taken.bits()]
    }
    for lane in 0..<shape.lanes {
      let places = stride(from: lane, to: shape.count, by: shape.lanes)
      let column = places.map { outcome[0][$0] }
      let picked = column.prefix(Int(counts[lane]))
      #expect(Set(picked).count == picked.count)
      #expect(picked.allSatisfy { 0..<Int64(candidates) ~= $0 })
      #expect(column.dropFirst(picked.count).allSatisfy { $0 == 0 })
    }
  }

  @Test(arguments: Shape.all)
  func marks(shape: Shape) {
    var random = Extremes(shape)
    let words = random.words(shape.count)
    let limits = random.numbers(2, 0...UInt64(1) << 32).sorted()
    let old = random.numbers(shape.count, Int32.min...Int32.max)
    let builds = unsafe [awardsim_mark, unoptimised_mark, baseline_mark, cloned_mark]
    for limits in [limits, [0, 1 << 32], [limits[0], limits[0]]] {
      let outcome = unsafe expectOneOutcome(of: builds) { kernel in
        var parts = Room(old)
        unsafe kernel(words, limits[0], limits[1], shape.count, -1, &parts.numbers)
        return [parts.bits()]
      }
      let expected = zip(words, old).map { word, part in
        limits[0]..<limits[1] ~= UInt64(word) ? -1 : Int64(part)
      }
      #expect(outcome[0] == expected)
    }
  }

  @Test(arguments: Shape.all)
  func lots(shape: Shape) {
    var random = Extremes(shape)
    let words = random.words(shape.count)
    let builds = unsafe [awardsim_lots, unoptimised_lots, baseline_lots, cloned_lots]
    let outcome = unsafe expectOneOutcome(of: builds) { kernel in
      var lots = Room<UInt32>(shape.count)
      unsafe kernel(words, shape.count, &lots.numbers)
      return [lots.bits()]
    }
    #expect(outcome[0].allSatisfy { 0..<1 << 24 ~= $0 })
  }
}
