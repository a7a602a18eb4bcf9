/// Which sheet of one workbook is which of another.
struct SheetMatching {
  /// For each sheet as written the one found, by index; `nil` for one that is gone.
  private(set) var found: [Int?]
  /// The found sheets that were not written.
  private(set) var added: [Int]
  /// The written sheets, by index, that stand in another order.
  private(set) var moved: [Int] = []
  /// The written names by the found ones of sheets that were renamed, in small letters.
  private(set) var renamed: [String: String] = [:]

  /// Matches sheets by their names; sheets that are left over, by their place.
  init(written: [String], found names: [String]) {
    let fold: (String) -> String = { $0.lowercased() }
    var places: [String: Int] = [:]
    for (index, name) in names.enumerated() { places[fold(name)] = index }
    found = written.map { places[fold($0)] }
    let taken = Set(found.compactMap { $0 })
    added = names.indices.filter { !taken.contains($0) }
    // A renamed sheet stands where it stood, or is the only one left over on both sides.
    let missing = written.indices.filter { found[$0] == nil }
    for index in missing {
      let isSingle = missing.count == 1 && added.count == 1
      guard let place = added.first(where: { $0 == index || isSingle }) else { continue }
      found[index] = place
      added.removeAll { $0 == place }
      renamed[fold(names[place])] = written[index]
    }
    moved = SheetMatching.moved(found)
  }

  /// The fewest sheets that have to be moved back: those outside of a longest ascending run.
  private static func moved(_ places: [Int?]) -> [Int] {
    let present = places.enumerated().compactMap { index, place in
      place.map { (index: index, place: $0) }
    }
    var lengths = [Int](repeating: 1, count: present.count)
    var before = [Int?](repeating: nil, count: present.count)
    for index in present.indices {
      for earlier in 0..<index
      where present[earlier].place < present[index].place && lengths[earlier] >= lengths[index] {
        lengths[index] = lengths[earlier] + 1
        before[index] = earlier
      }
    }
    var kept: Set<Int> = []
    var cursor = lengths.indices.max { lengths[$0] < lengths[$1] }
    while let index = cursor {
      kept.insert(index)
      cursor = before[index]
    }
    return present.indices.filter { !kept.contains($0) }.map { present[$0].index }
  }
}
