import Policy

extension Column {
  /// How the column's values are written in a table.
  func form(in table: TableName) -> ColumnForm {
    switch self {
    case .itemID, .evidenceID, .vendorID, .agencyID, .orderID, .productID, .manufacturerID,
      .holderID:
      .name
    case .name, .brand, .unit, .quantityTier, .caseNumber, .source, .submittedAt, .reason,
      .decidedBy, .note, .standard, .test, .part, .returnReason:
      .text
    case .awardDate, .quoteDate, .orderedOn, .returnedOn, .ruledOn, .collectedOn, .contractStart,
      .contractEnd, .decidedOn, .validFrom, .validUntil, .reportedOn, .superiorApprovedOn,
      .dataLocationCheckedOn, .vendorAgreedOn:
      .date
    case .unitPrice, .amount, .reservePrice: .price
    case .quantity: .count
    case .soldQuantity: .countOrNone
    case .termMonths: .months
    case .category: .choice(Words.categories.phrases)
    case .channel: .choice(Words.channels.phrases)
    case .status:
      .choice(table == .orders ? Words.orderStatuses.phrases : Words.bidStatuses.phrases)
    case .taxIncluded, .feeIncluded, .prcCapital, .investmentList, .capability, .authorised,
      .dataCentreInScope, .passed, .offered, .storageAbroadApproved:
      .choice(Words.yesOrNo.phrases)
    case .agencyKind: .choice(Words.agencyKinds.phrases)
    case .role: .choice(Words.vendorRoles.phrases)
    case .kind: .choice(Words.testKinds.phrases)
    case .tester: .choice(Words.testers.phrases)
    case .highestSeverity: .choice(Words.severities.phrases)
    case .month: .month
    case .index: .index
    case .rate: .rate
    case .lowerBound: .lowerBound
    case .territory: .territory
    case .accessSites, .backupSites, .standbySites, .transitTerritories: .territories
    case .owaspEdition: .year
    case .round: .round
    }
  }
}
