import CDrawKernels
import Statistics

/// The words of one item in each of some draws at once: what ``Luck`` has one at a time.
struct LuckLanes {
  let luck: Luck
  /// The item.
  private(set) var unit: UInt32 = 0
  /// The draw of each lane.
  private(set) var draws: [UInt32] = []
  private var units: [UInt32] = []
  private var indices: [UInt32] = []
  private var sobolPlaces: [UInt32] = []
  private var lanes = PlacedLanes()

  /// Some lanes, taken out.
  private struct PlacedLanes {
    var units: [UInt32] = []
    var places: [UInt32] = []
    var targets: [Int] = []
    var words: [UInt32] = []
  }

  init(_ luck: Luck) {
    self.luck = luck
  }

  /// Goes to an item.
  mutating func start(unit: UInt32, draws: Range<UInt32>) {
    self.unit = unit
    if self.draws.count != draws.count || self.draws.first != draws.first {
      self.draws = Array(draws)
      indices = draws.map { EvenWords.unit(0, draw: $0).index }
    }
    guard let even = luck.even else { return }
    units.removeAll(keepingCapacity: true)
    for draw in draws { units.append(EvenWords.unit(unit, draw: draw).unit) }
    even.points.fill(&sobolPlaces, units: units, indices: indices)
  }

  /// The words of slot 0: four rows.
  func fillFirst(_ rows: inout [UInt32]) {
    if let even = luck.even {
      even.points.fill(&rows, units: units, places: sobolPlaces, dimensions: 0..<4)
    } else {
      luck.random.fill(&rows, unit: unit, draws: draws, firstSlot: 0, slotCount: 1)
    }
  }

  /// The words of one kind at the first places: a row each, or some more.
  func fill(_ rows: inout [UInt32], kind: Int, places: Int) {
    guard let even = luck.even else {
      luck.random.fill(
        &rows, unit: unit, draws: draws, firstSlot: Luck.slot(group: 0, kind: kind),
        slotCount: (places + 3) / 4)
      return
    }
    let first = even.dimension(place: 0, kind: kind)
    even.points.fill(
      &rows, units: units, places: sobolPlaces,
      dimensions: first..<first + min(places, even.places))
    guard places > even.places else { return }
    rows.makeRoom(places * draws.count)
    for place in even.places..<places {
      for (lane, draw) in draws.enumerated() {
        rows[place * draws.count + lane] = luck.word(
          unit: unit, draw: draw, place: place, kind: kind)
      }
    }
  }

  /// The words of one kind at so many places of each lane, lane after lane.
  ///
  /// - Parameters:
  ///   - words: Room for the words; those of a lane begin at a multiple of four.
  ///   - kind: The kind.
  ///   - counts: The places of each lane.
  ///   - groups: Every four places of every lane, or fewer, one lane after the other.
  mutating func fill(_ words: inout [UInt32], kind: Int, counts: [Int32], _ groups: PlaceGroups) {
    guard let even = luck.even else {
      luck.random.fill(
        &words, unit: unit, draws: groups.draws, slots: groups.slots, count: groups.count,
        slotOffset: UInt32(truncatingIfNeeded: kind))
      return
    }
    words.makeRoom(4 * groups.count)
    for place in 0..<Int(counts.prefix(draws.count).max() ?? 0) {
      take(place, counts, groups)
      if place < even.places {
        let dimension = even.dimension(place: place, kind: kind)
        even.points.fill(
          &lanes.words, units: lanes.units, places: lanes.places,
          dimensions: dimension..<dimension + 1)
        for (index, target) in lanes.targets.enumerated() { words[target] = lanes.words[index] }
      } else {
        for (lane, draw) in draws.enumerated() where place < counts[lane] {
          words[Int(groups.starts[lane]) + place] = luck.word(
            unit: unit, draw: draw, place: place, kind: kind)
        }
      }
    }
  }

  /// Takes out the lanes that have a place.
  private mutating func take(_ place: Int, _ counts: [Int32], _ groups: PlaceGroups) {
    lanes.units.removeAll(keepingCapacity: true)
    lanes.places.removeAll(keepingCapacity: true)
    lanes.targets.removeAll(keepingCapacity: true)
    for lane in draws.indices where place < counts[lane] {
      lanes.units.append(units[lane])
      lanes.places.append(sobolPlaces[lane])
      lanes.targets.append(Int(groups.starts[lane]) + place)
    }
  }
}

/// Every four places of every lane, or fewer, one lane after the other.
struct PlaceGroups {
  /// The draw of each group.
  private(set) var draws: [UInt32] = []
  /// The slot of each group for the first kind of words.
  private(set) var slots: [UInt32] = []
  /// Where the words of each lane start, and where the last ones end.
  private(set) var starts: [Int32] = []
  /// How many groups there are.
  private(set) var count = 0

  /// Divides the places of each lane.
  mutating func divide(_ counts: [Int32], draws lanes: [UInt32]) {
    count = 0
    for lane in lanes.indices { count += (Int(counts[lane]) + 3) / 4 }
    draws.makeRoom(count)
    slots.makeRoom(count)
    starts.makeRoom(lanes.count + 1)
    unsafe awardsim_divide_places(
      counts, lanes, lanes.count, UInt32(truncatingIfNeeded: Luck.kindCount), &starts, &draws,
      &slots)
  }
}
