public import Policy

/// What became of one class of an item's evidence.
public struct ClassSummary: Hashable, Sendable {
  /// The class.
  public let evidenceClass: EvidenceClass
  /// Its rows as they were counted.
  public let counts: EvidenceCounts
  /// How its outliers were tested.
  public let outlierTest: OutlierTest
  /// How its representative is taken.
  public let rule: RepresentativeRule
  /// The price that stands for the class; `nil` when it has no row left.
  public let representative: ExactPrice?
}

/// How many rows of evidence there are, and what became of them.
public struct EvidenceCounts: Hashable, Sendable {
  /// All rows.
  public let rows: Int
  /// Rows that are normalised and independent, outliers included.
  public let effective: Int
  /// Rows that take part in the price.
  public let used: Int

  /// Rows that do not take part in the price, whatever the reason.
  public var excluded: Int { rows - used }

  init(_ rows: some Sequence<ReviewedRow>) {
    var (all, effective, used) = (0, 0, 0)
    for row in rows {
      all += 1
      if row.isEffective { effective += 1 }
      if row.disposition == .used { used += 1 }
    }
    self.rows = all
    self.effective = effective
    self.used = used
  }
}
