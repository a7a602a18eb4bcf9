import CDrawKernels
import DrawKernelBuilds
import Testing

/// The numbers that words stand for, whatever the build and the processor.
@Suite struct NumberKernelTests {
  /// Words of every width, and those as far from the other end.
  private func words(_ shape: Shape, _ random: inout Extremes) -> [[UInt32]] {
    let words = random.words(shape.count).map { $0 >> random.number(0...31) }
    return [words, words.map { ~$0 }]
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
      var numbers = Room<Int64>(shape.count)
      unsafe kernel(list, length, words, shape.count, &numbers.numbers)
      return [numbers.bits()]
    }
  }

  @Test(arguments: Shape.all)
  func tabulatedNumbers(shape: Shape) {
    var random = Extremes(shape)
    // 64 distances by themselves, 64 of each of 25 octaves, and the middle.
    let range = -(Int64(1) << 37)...Int64(1) << 37
    let lower = random.numbers(1_665, range).sorted()
    let upper = random.numbers(1_665, range).sorted(by: >)
    let builds = unsafe [
      awardsim_tabulated_numbers, unoptimised_tabulated_numbers, baseline_tabulated_numbers,
      cloned_tabulated_numbers,
    ]
    for words in words(shape, &random) {
      unsafe expectOneOutcome(of: builds) { kernel in
        var numbers = Room<Int64>(shape.count)
        unsafe kernel(lower, upper, words, shape.count, &numbers.numbers)
        return [numbers.bits()]
      }
    }
  }

  @Test(arguments: Shape.all, [1, 3, 1_000])
  func listedParts(shape: Shape, length: Int) {
    var random = Extremes(shape)
    let list = random.numbers(length, 0...Int64(Int32.max))
    let words = random.words(shape.count)
    let builds = unsafe [
      awardsim_listed_parts, unoptimised_listed_parts, baseline_listed_parts, cloned_listed_parts,
    ]
    let outcome = unsafe expectOneOutcome(of: builds) { kernel in
      var parts = Room<Int32>(shape.count)
      unsafe kernel(list, length, words, shape.count, &parts.numbers)
      return [parts.bits()]
    }
    #expect(outcome[0] == words.map { list[Int((UInt64($0) * UInt64(length)) >> 32)] })
  }

  /// A class by its number and the next one's.
  private func classes(_ numbers: [Int64]) -> [UInt64] {
    zip(numbers, numbers.dropFirst()).map { number, next in
      UInt64(UInt32(bitPattern: Int32(next - number))) << 32 | UInt64(number)
    }
  }

  @Test(arguments: Shape.all)
  func tabulatedParts(shape: Shape) {
    var random = Extremes(shape)
    let range = 0...Int64(Int32.max)
    let lower = random.numbers(2_049, range).sorted()
    let upper = random.numbers(2_049, range).sorted(by: >)
    let classes = classes(lower) + classes(upper)
    let builds = unsafe [
      awardsim_tabulated_parts, unoptimised_tabulated_parts, baseline_tabulated_parts,
      cloned_tabulated_parts,
    ]
    for words in words(shape, &random) {
      let outcome = unsafe expectOneOutcome(of: builds) { kernel in
        var parts = Room<Int32>(shape.count)
        unsafe kernel(classes, words, shape.count, &parts.numbers)
        return [parts.bits()]
      }
      let expected = words.map { word -> Int64 in
        let numbers = word >> 31 == 0 ? lower : upper
        let distance = Int64(word >> 31 == 0 ? word : ~word)
        let width = Int64.bitWidth - distance.leadingZeroBitCount
        guard width > 0 else { return numbers[0] }
        // The first digit and six behind it, then what is left of a class.
        let digits = width > 7 ? distance >> (width - 7) : distance << (7 - width)
        let place = 64 * width + Int(digits - 64)
        guard width > 7 else { return numbers[place] }
        let offset = distance & (Int64(1) << (width - 7) - 1)
        return numbers[place] + ((numbers[place + 1] - numbers[place]) * offset) >> (width - 7)
      }
      #expect(outcome[0] == expected)
    }
  }

  @Test(arguments: Shape.all, [2, 3, 9, AWARDSIM_POINTS])
  func pointedParts(shape: Shape, points: Int) {
    var random = Extremes(shape)
    let last = Int64(1) << 32
    // Several points may stand at either end.
    let positions = [0] + random.numbers(points - 2, 0...last).sorted() + [last]
    let numbers = random.numbers(points, 0...Int64(Int32.max)).sorted()
    // The words at the points, and those before them.
    let edges = positions.dropLast().map { UInt32(clamping: max(0, $0 - random.number(0...1))) }
    let words = random.words(shape.count).map { word in
      random.next() % 2 > 0 ? word : edges[random.number(0...edges.count - 1)]
    }
    let builds = unsafe [
      awardsim_pointed_parts, unoptimised_pointed_parts, baseline_pointed_parts,
      cloned_pointed_parts,
    ]
    let outcome = unsafe expectOneOutcome(of: builds) { kernel in
      var parts = Room<Int32>(shape.count)
      unsafe kernel(positions, numbers, points, words, shape.count, &parts.numbers)
      return [parts.bits()]
    }
    let expected = words.map { word -> Int64 in
      let next = positions.firstIndex { $0 > word } ?? 0
      let (left, right) = (positions[next - 1], positions[next])
      let rise = Int128(numbers[next] - numbers[next - 1])
      return numbers[next - 1] + Int64(rise * Int128(Int64(word) - left) / Int128(right - left))
    }
    #expect(outcome[0] == expected)
  }

  @Test(arguments: Shape.all)
  func clampedNumbers(shape: Shape) {
    var random = Extremes(shape)
    let numbers = random.numbers(shape.count, 0...Int64.max).map { $0 >> random.number(0...63) }
    let builds = unsafe [awardsim_clamp, unoptimised_clamp, baseline_clamp, cloned_clamp]
    let outcome = unsafe expectOneOutcome(of: builds) { kernel in
      var parts = Room<Int32>(shape.count)
      unsafe kernel(numbers, shape.count, &parts.numbers)
      return [parts.bits()]
    }
    #expect(outcome[0] == numbers.map { min($0, Int64(Int32.max)) })
  }
}
