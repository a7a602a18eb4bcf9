/// Random numbers of which a quarter are the least and the largest possible (SplitMix64).
struct Extremes: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed)
  }

  /// Numbers for a shape, others for each.
  init(_ shape: Shape) {
    self.init(seed: shape.lanes * 1_000 + shape.places)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func number<Number: FixedWidthInteger>(_ range: ClosedRange<Number>) -> Number {
    switch next() % 8 {
    case 0: range.lowerBound
    case 1: range.upperBound
    default: .random(in: range, using: &self)
    }
  }

  mutating func numbers<Number: FixedWidthInteger>(
    _ count: Int, _ range: ClosedRange<Number>
  ) -> [Number] {
    (0..<count).map { _ in number(range) }
  }

  mutating func words(_ count: Int) -> [UInt32] { numbers(count, 0...UInt32.max) }

  /// Ascending numbers in each lane, many of them equal.
  mutating func ascendingRows<Number: FixedWidthInteger>(
    _ shape: Shape, upTo last: [Number]
  ) -> [Number] {
    var rows = [Number](repeating: 0, count: shape.count)
    for lane in 0..<shape.lanes {
      let few = numbers(max(1, shape.places / 2), 1...max(1, last[lane]))
      let column = (0..<shape.places).map { _ in few[number(0...few.count - 1)] }.sorted()
      for place in 0..<shape.places { rows[place * shape.lanes + lane] = column[place] }
    }
    return rows
  }
}

/// Prices in rows of lanes, those of the valid bids ascending, the others 2³¹ − 1.
struct RankedPrices {
  /// Prices and reserve prices are below it.
  static let limit: Int32 = 1 << 30

  let shape: Shape
  let rows: [Int32]
  /// How many bids of each lane are valid.
  let valid: [Int32]

  /// Prices up to the reserve price of each lane; no bid is valid where that is 0.
  init(_ shape: Shape, upTo reserves: [Int32]? = nil, _ random: inout Extremes) {
    self.shape = shape
    let last = reserves ?? Array(repeating: RankedPrices.limit - 1, count: shape.lanes)
    let valid = last.map { $0 > 0 ? random.number(0...Int32(shape.places)) : 0 }
    var rows = random.ascendingRows(shape, upTo: last)
    for index in rows.indices where index / shape.lanes >= valid[index % shape.lanes] {
      rows[index] = .max
    }
    (self.rows, self.valid) = (rows, valid)
  }

  /// The prices of the valid bids of a lane.
  func column(_ lane: Int) -> [Int64] {
    (0..<Int(valid[lane])).map { Int64(rows[$0 * shape.lanes + lane]) }
  }

  /// The same prices with those of each lane in any order.
  func shuffled(_ random: inout Extremes) -> [Int32] {
    var mixed = rows
    for lane in 0..<shape.lanes {
      let order = (0..<shape.places).shuffled(using: &random)
      for place in 0..<shape.places {
        mixed[place * shape.lanes + lane] = rows[order[place] * shape.lanes + lane]
      }
    }
    return mixed
  }
}
