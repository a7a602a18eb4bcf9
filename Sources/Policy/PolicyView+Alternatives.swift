extension PolicyView {
  /// The values that a parameter could have had instead of the one in force.
  ///
  /// A choice could have had any of its names; other parameters what the policy file lists.
  ///
  /// - Returns: Empty where nothing else is known, or the parameter has no value.
  public func alternatives(to key: PolicyKey) -> [PolicyValue] {
    guard let entry = try? entry(for: key) else { return [] }
    let names: [PolicyValue] =
      if case .choice(let names) = key.kind { names.map { .choice($0) } } else { [] }
    // An override has no list of its own, the book's value under it does.
    let listed = entry.alternatives + ((try? book.entry(for: key, on: day))?.alternatives ?? [])
    var values: [PolicyValue] = []
    for value in names + listed where value != entry.value && !values.contains(value) {
      values.append(value)
    }
    return values
  }
}
