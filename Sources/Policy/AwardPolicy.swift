public import Quantities

/// The parameters of the multiple award, as one value.
public struct AwardPolicy: Hashable, Sendable {
  /// The share of bidders that is awarded.
  public var cutoffShare: Share
  /// How share × bidders becomes a whole number.
  public var rounding: Rounding
  /// Which bids the share is taken of.
  public var base: CutoffBase
  /// The number of winners that the cutoff does not go below, before ties.
  public var minimumWinners: Int
  /// What happens to equal bids across the cutoff.
  public var tie: TieRule
  /// The seed of the lot; `nil` when no lot is drawn.
  public var lotSeed: UInt64?
  /// At which price a winner's contract is made.
  public var contractPrice: ContractPriceRule
  /// Whether vendors may reduce their prices where no bid is valid.
  public var priceReduction: PriceReductionRule
  /// Share of a comparison price below which an item's bid is reviewed.
  public var lowPriceItem: Share
  /// Share of the reserve below which a total bid is reviewed.
  public var lowPriceTotal: Share

  /// Reads the parameters from a policy.
  ///
  /// - Throws: ``PolicyError`` when one of them has no value on the policy's day, or one of the wrong
  ///   kind.
  public init(_ policy: PolicyView) throws(PolicyError) {
    cutoffShare = try policy.share(.awardCutoffShare)
    rounding = try policy.choice(.awardRounding)
    base = try policy.choice(.awardBase)
    minimumWinners = Int(try policy.integer(.awardMinimumWinners))
    tie = try policy.choice(.awardTie)
    lotSeed = try policy.optionalInteger(.awardLotSeed).map { UInt64($0.magnitude) }
    contractPrice = try policy.choice(.awardContractPrice)
    priceReduction = try policy.choice(.awardPriceReduction)
    lowPriceItem = try policy.share(.awardLowPriceItem)
    lowPriceTotal = try policy.share(.awardLowPriceTotal)
  }

  /// Creates the parameters directly; what is left out has the default of the rules.
  public init(
    cutoffShare: Share, rounding: Rounding = .halfUp, base: CutoffBase = .valid,
    minimumWinners: Int = 1, tie: TieRule = .rebidThenLot, lotSeed: UInt64? = nil,
    contractPrice: ContractPriceRule = .ownBid, priceReduction: PriceReductionRule = .none,
    lowPriceItem: Share, lowPriceTotal: Share
  ) {
    self.cutoffShare = cutoffShare
    self.rounding = rounding
    self.base = base
    self.minimumWinners = minimumWinners
    self.tie = tie
    self.lotSeed = lotSeed
    self.contractPrice = contractPrice
    self.priceReduction = priceReduction
    self.lowPriceItem = lowPriceItem
    self.lowPriceTotal = lowPriceTotal
  }
}
