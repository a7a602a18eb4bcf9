/// One of the two yearly rounds of solicitation, pricing and tender (slide 3).
///
/// Months are nominal: case 1130202 was awarded in April although its tender month is March.
public struct ProcurementCycle: Hashable, Sendable {
  /// A stage of the cycle, in order.
  public enum Stage: Int, CaseIterable, Sendable {
    /// 產品徵求（檢測作業）: which products and vendors pass screening.
    case solicitation = 1
    /// 需求調查: which items enter the tender.
    case demandSurvey
    /// 市場詢價: quotes for each item.
    case marketInquiry
    /// 底價訂定: one reserve price per item.
    case reservePrice
    /// 招標採購: awarded vendors and contract prices per item.
    case tender
    /// 訂購履約: the contract year.
    case callOffOrders

    /// Months from the solicitation to this stage: April → May, June, July, September.
    var monthsAfterSolicitation: Int {
      switch self {
      case .solicitation: 0
      case .demandSurvey: 1
      case .marketInquiry: 2
      case .reservePrice: 3
      case .tender: 5
      case .callOffOrders: 6
      }
    }
  }

  /// The month in which the cycle starts: April or October.
  public let solicitationMonth: Month

  /// The cycle of a case: sequence 02 was solicited in October of the year before, 06 in April of
  /// its own year (slide 16: 1140202 in 113/10, 1140206 in 114/4).
  ///
  /// - Returns: `nil` for any other sequence.
  public init?(caseNumber: CaseNumber) {
    let year = caseNumber.rocYear + Day.rocEpochYear
    switch caseNumber.sequence {
    case 2: solicitationMonth = Month(year: year - 1, number: 10)
    case 6: solicitationMonth = Month(year: year, number: 4)
    default: return nil
    }
  }

  /// The nominal month of a stage; the first of the contract year for the call-off orders.
  public func month(of stage: Stage) -> Month {
    solicitationMonth + stage.monthsAfterSolicitation
  }
}
