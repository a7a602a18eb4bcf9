/// The name under which an input refers to something: an item, a vendor, an order.
///
/// `Subject` keeps the names of different things apart: an item identifier is no vendor identifier.
/// Ordered by code points in normal form, so that an order by name is the same in every locale and
/// agrees with equality.
public struct Identifier<Subject>: Hashable, Sendable {
  /// The name as the input gives it, without surrounding spaces.
  public let text: String

  /// Creates an identifier from its text.
  @inlinable
  public init(_ text: String) {
    self.text = text
  }
}

extension Identifier: Comparable {
  /// Whether the left name comes first by code points.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool {
    left.text < right.text
  }
}

extension Identifier: CustomStringConvertible {
  /// The name.
  public var description: String { text }
}

/// What an ``ItemID`` names: one line of the contract, priced and awarded on its own.
public enum ItemSubject {}
/// What a ``VendorID`` names: a bidder and, once awarded, a contractor.
public enum VendorSubject {}
/// What an ``AgencyID`` names: a body that may order.
public enum AgencySubject {}
/// What an ``OrderID`` names: one call-off order.
public enum OrderSubject {}
/// What an ``EvidenceID`` names: one row of price evidence.
public enum EvidenceSubject {}

/// The name of an item.
public typealias ItemID = Identifier<ItemSubject>
/// The name of a vendor.
public typealias VendorID = Identifier<VendorSubject>
/// The name of an agency.
public typealias AgencyID = Identifier<AgencySubject>
/// The name of a call-off order.
public typealias OrderID = Identifier<OrderSubject>
/// The name of a row of price evidence.
public typealias EvidenceID = Identifier<EvidenceSubject>
/// What a ``ProductID`` names: one cloud product, submitted for one item.
public enum ProductSubject {}
/// The name of a product.
public typealias ProductID = Identifier<ProductSubject>
