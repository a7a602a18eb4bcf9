public import Policy
public import Quantities

/// Who and what enters a tender (slides 3, 6–10, 12–17).
///
/// Rules of products gate products, rules of bidders gate bidders. An item enters with at least one
/// product that does. A rule applies where the case holds its table; otherwise it admits everyone.
public struct Screening: Hashable, Sendable {
  /// Every rule's result for every subject: vendors, then products, then items, each in the order of
  /// its table, and for each the rules in the order of the policy.
  public let findings: [ScreeningFinding]
  /// The rules that were not applied, those of bidders first.
  public let unapplied: [UnappliedRule]
  /// The first finding that keeps each refused subject out.
  public let barriers: [ScreeningSubject: ScreeningFinding]
  /// The products that each vendor submitted for each item.
  private let productsOfBid: [BidPlace: [ScreeningSubject]]

  /// Screens a case.
  ///
  /// - Parameters:
  ///   - tables: The tables that are there.
  ///   - items: The items of the case.
  ///   - policy: The parameters.
  ///   - dates: The days that are measured against.
  /// - Complexity: O(rows × rules).
  public init(
    _ tables: ScreeningTables, items: [ScreenedItem], policy: ScreeningPolicy,
    dates: ScreeningDates
  ) {
    var run = ScreeningRun(tables, items: items, policy: policy, dates: dates)
    run.screenVendors()
    run.screenProducts()
    run.screenItems()
    findings = run.findings
    unapplied = run.unapplied
    barriers = run.barriers
    productsOfBid = Dictionary(
      grouping: tables.products ?? [], by: { BidPlace(itemID: $0.itemID, vendorID: $0.vendorID) }
    ).mapValues { $0.map { .product($0.id, item: $0.itemID) } }
  }

  /// Whether a subject enters.
  public func admits(_ subject: ScreeningSubject) -> Bool { barriers[subject] == nil }

  /// Why a bid does not take part; `nil` when it does.
  ///
  /// A bid is refused with its bidder, with its item, and where every product that the bidder
  /// submitted for the item is refused. A bidder that submitted none offers the item's products.
  public func barrier(toBidOf vendor: VendorID, for item: ItemID) -> ScreeningFinding? {
    if let barrier = barriers[.vendor(vendor)] ?? barriers[.item(item)] { return barrier }
    let own = productsOfBid[BidPlace(itemID: item, vendorID: vendor)] ?? []
    guard let first = own.first, own.allSatisfy({ !admits($0) }) else { return nil }
    return barriers[first]
  }

  private struct BidPlace: Hashable {
    let itemID: ItemID
    let vendorID: VendorID
  }
}
