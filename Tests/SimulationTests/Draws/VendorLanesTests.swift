import Testing

@testable import Simulation

/// Who bids counts until every one that may has an award in every lane.
@Suite struct VendorLanesTests {
  @Test("Vendors are settled once all have an award in each lane", arguments: [3, 64, 70, 200])
  func settled(vendorCount: Int) {
    var lanes = VendorLanes(vendorCount: vendorCount, keepsSums: false)
    let vendors = [0, Int32(vendorCount) - 1]
    let set = VendorSet(vendors)
    for laneCount in [1, 3] {
      lanes.clear(lanes: laneCount)
      for lane in 0..<laneCount {
        for vendor in vendors {
          let isSettled = lanes.isSettled(for: set)
          #expect(!isSettled)
          lanes.award(vendor: vendor, lane: lane)
        }
      }
      for (own, expected) in [
        (set, true), (VendorSet([]), true), (VendorSet([vendors[1]]), true),
        (VendorSet([1]), false), (VendorSet([Int32(vendorCount) + 64]), false),
      ] {
        let isSettled = lanes.isSettled(for: own)
        #expect(isSettled == expected)
      }
    }
  }

  @Test("Where awards of vendors are added up, each counts")
  func neverSettled() {
    var lanes = VendorLanes(vendorCount: 1, keepsSums: true)
    lanes.clear(lanes: 1)
    lanes.award(vendor: 0, lane: 0)
    let isSettled = lanes.isSettled(for: VendorSet([0]))
    #expect(!isSettled)
  }
}
