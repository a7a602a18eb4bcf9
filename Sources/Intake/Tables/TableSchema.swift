/// Which columns a table has, and which of them it must have.
public struct TableSchema: Hashable, Sendable {
  /// The table.
  public let table: TableName
  /// The columns without which nothing can be read.
  public let required: [Column]
  /// The columns that may be missing.
  public let optional: [Column]

  /// All columns, the required ones first.
  public var columns: [Column] { required + optional }

  private init(_ table: TableName, _ required: [Column], optional: [Column] = []) {
    self.table = table
    self.required = required
    self.optional = optional
  }

  /// What the three evidence tables share.
  private static let evidenceTerms: [Column] = [
    .taxIncluded, .feeIncluded, .unit, .termMonths, .quantityTier,
  ]

  /// The schema of a table.
  public static func of(_ table: TableName) -> TableSchema {
    switch table {
    case .items:
      TableSchema(
        table, [.itemID, .category, .name], optional: [.brand, .unit, .termMonths, .quantityTier])
    case .historicalAwards:
      TableSchema(
        table, [.evidenceID, .itemID, .caseNumber, .vendorID, .awardDate, .unitPrice],
        optional: [.quantity, .source] + evidenceTerms)
    case .agencyPrices:
      TableSchema(
        table, [.evidenceID, .itemID, .agencyID, .awardDate, .unitPrice],
        optional: [.quantity, .source, .orderID] + evidenceTerms)
    case .marketQuotes:
      TableSchema(
        table, [.evidenceID, .itemID, .channel, .quoteDate, .unitPrice],
        optional: [.source] + evidenceTerms)
    case .demand: TableSchema(table, [.itemID, .agencyID], optional: [.quantity])
    case .vendors:
      TableSchema(
        table, [.vendorID],
        optional: [.role, .territory, .prcCapital, .investmentList, .capability])
    case .products:
      TableSchema(
        table, [.productID, .itemID, .vendorID],
        optional: [
          .manufacturerID, .authorised, .brand, .accessSites, .backupSites, .standbySites,
          .transitTerritories,
        ])
    case .certificates:
      TableSchema(
        table, [.holderID, .standard, .validFrom, .validUntil],
        optional: [.dataCentreInScope, .productID])
    case .tests:
      TableSchema(
        table, [.productID, .test, .kind, .tester, .reportedOn],
        optional: [.owaspEdition, .highestSeverity, .passed])
    case .securityItems: TableSchema(table, [.productID, .part, .offered])
    case .restrictedBrands: TableSchema(table, [.brand])
    case .listings: TableSchema(table, [.itemID, .caseNumber, .soldQuantity])
    case .priceIndex: TableSchema(table, [.month, .index])
    case .reserveOverrides:
      TableSchema(table, [.itemID, .reservePrice, .reason, .decidedBy, .decidedOn])
    case .reserves: TableSchema(table, [.itemID, .reservePrice])
    case .bids:
      TableSchema(
        table, [.itemID, .vendorID, .unitPrice], optional: [.status, .submittedAt])
    case .rebids: TableSchema(table, [.itemID, .vendorID, .unitPrice])
    case .reductions: TableSchema(table, [.itemID, .vendorID, .round, .unitPrice])
    case .orders:
      TableSchema(
        table, [.orderID, .itemID, .vendorID, .agencyID, .orderedOn, .quantity, .unitPrice],
        optional: [
          .status, .caseNumber, .returnedOn, .ruledOn, .superiorApprovedOn,
          .dataLocationCheckedOn, .storageAbroadApproved, .vendorAgreedOn, .returnReason,
        ])
    case .agencies: TableSchema(table, [.agencyID], optional: [.agencyKind])
    case .feeTiers: TableSchema(table, [.lowerBound, .rate], optional: [.note])
    case .collections: TableSchema(table, [.orderID, .collectedOn, .amount])
    case .contracts: TableSchema(table, [.caseNumber, .contractStart, .contractEnd])
    }
  }
}
