extension Day {
  /// The same day of a later month (an earlier one when negative), or the last day of a shorter one.
  ///
  /// - Returns: `nil` outside the years 1 to 9999.
  public func adding(months: Int) -> Day? {
    let target = month + months
    // A month that lacks the day ends at most three days before it.
    return (0...3).lazy.compactMap { shorter in
      Day(year: target.year, month: target.number, day: date.day - shorter)
    }.first
  }
}
