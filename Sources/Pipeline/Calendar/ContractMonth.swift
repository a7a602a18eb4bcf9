import CallOff
public import Quantities

/// One month of all contracts, side by side.
public struct ContractMonth: Hashable, Sendable {
  /// One contract in the month.
  public struct Part: Hashable, Sendable {
    /// Days of the month on which the contract runs.
    public let dayCount: Int
    /// Service fees accrued in the month by orders under the contract; `nil` where no fees are known.
    public let accrued: Money?
  }

  /// The month.
  public let month: Month
  /// One part a contract, in the order of the contracts.
  public let parts: [Part]

  /// How many contracts run in the month.
  public var runningCount: Int { parts.count { $0.dayCount > 0 } }
  /// How many contracts have fees in the month.
  public var feeCount: Int { parts.count { ($0.accrued ?? .zero) > .zero } }

  /// The most months that are listed.
  static let limit = 1_200

  /// Lists the months from the first on in which a contract runs or has fees, without a gap.
  ///
  /// - Parameters:
  ///   - contracts: The contracts.
  ///   - fees: The accrued fees of each contract by month; `nil` where none are known.
  /// - Returns: At most ``limit`` months, and whether others were left out.
  /// - Complexity: O(months × contracts).
  static func months(
    of contracts: [Contract], fees: [[Month: Money]?]
  ) -> (rows: [ContractMonth], isCut: Bool) {
    let bounds =
      contracts.flatMap { [$0.start.month, $0.end.month] }
      + fees.flatMap { $0.map { Array($0.keys) } ?? [] }
    guard let first = bounds.min(), let last = bounds.max() else { return ([], false) }
    let count = last.months(since: first) + 1
    let rows = (0..<min(count, limit)).map { offset in
      let month = first + offset
      return ContractMonth(
        month: month,
        parts: zip(contracts, fees).map { contract, fees in
          Part(
            dayCount: contract.dayCount(in: month),
            accrued: fees.map { $0[month] ?? .zero })
        })
    }
    return (rows, count > limit)
  }
}

extension Contract {
  /// Days of a month on which the contract runs.
  fileprivate func dayCount(in month: Month) -> Int {
    guard let days = month.days else { return 0 }
    return max(0, min(end, days.upperBound) - max(start, days.lowerBound) + 1)
  }
}
