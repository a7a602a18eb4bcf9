import Testing

@testable import Intake

/// The same distance by its definition, without a table.
private func distance(_ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>) -> Int {
  guard let lastA = a.last, let lastB = b.last else { return max(a.count, b.count) }
  var best = min(
    distance(a.dropLast(), b) + 1, distance(a, b.dropLast()) + 1,
    distance(a.dropLast(), b.dropLast()) + (lastA == lastB ? 0 : 1))
  if let beforeA = a.dropLast().last, let beforeB = b.dropLast().last, beforeA == lastB,
    beforeB == lastA
  {
    best = min(best, distance(a.dropLast(2), b.dropLast(2)) + 1)
  }
  return best
}

/// Every word of at most four letters a and b.
private let shortWords: [[Unicode.Scalar]] = (0...4).flatMap { length in
  (0..<(1 << length)).map { bits in (0..<length).map { bits >> $0 & 1 == 0 ? "a" : "b" } }
}

@Test func distanceIsThatOfItsDefinition() {
  #expect(shortWords.count == 31)
  for first in shortWords {
    for second in shortWords {
      #expect(editDistance(first, second) == distance(first[...], second[...]))
    }
  }
}

@Test(arguments: [("kitten", "sitting", 3), ("ca", "abc", 3), ("unti", "unit", 1), ("", "abc", 3)])
func knownDistances(first: String, second: String, expected: Int) {
  #expect(editDistance(Array(first.unicodeScalars), Array(second.unicodeScalars)) == expected)
}

@Test func namesTheNearest() {
  let keys = ["award.cutoff_share", "award.rounding", "fee.rounding"]
  #expect(nearestName(to: "award.cutof_share", among: keys) == "award.cutoff_share")
  #expect(nearestName(to: "FEE.ROUNDING", among: keys) == "fee.rounding")
  #expect(nearestName(to: "cutoff", among: ["award.tie"] + keys) == "award.cutoff_share")
  #expect(nearestName(to: "x", among: [String]()) == nil)
  #expect(nearestName(to: "b", among: ["a", "c"]) == "a")
}

@Test func longNamesCostBoundedTime() {
  let long = String(repeating: "x", count: 100_000)
  #expect(nearestName(to: long, among: [long, "y"]) == long)
}
