import CallOff
import Quantities

/// An order's fee with the numbers that its formulas pass through, as the engine has them.
struct OrderWorking {
  let row: FeeAssessment
  /// The order's row, counted from 1.
  let number: Int
  /// The order's balance after everything that is recorded, and on the day of its statement.
  let balance: FeeBalance
  let balanceThen: FeeBalance
  /// The day of the statement that the order stands on; `nil` for after everything.
  let statementDay: Day?
  /// The category of the item, as groups name it.
  let category: FeeGroup
  /// The rows of the groups that the order belongs to, counted from 1.
  let groups: Groups

  /// Rows of tables, counted from 1.
  struct Groups {
    let year: Int
    let contract: Int
    let category: Int
    let vendor: Int
    /// The month of the order, whatever its status.
    let orderedMonth: Int
    /// The month of the ruling, where the fee was reversed.
    let reversedMonth: Int?
  }

  var order: Order { row.order }

  /// The status, as the input names it.
  var statusToken: String { row.statusText }

  /// The day that the agency returned the order.
  var returnedOn: Day? {
    switch order.status {
    case .active: nil
    case .returnPending(let day), .cancelled(let day, _): day
    }
  }
}

/// A payment with the numbers that its formulas pass through.
struct PaymentWorking {
  let payment: Collection
  /// The row of its order, counted from 1.
  let orderNumber: Int
  /// The row of its month, counted from 1.
  let month: Int
  /// What of it came in by the day of the statement.
  let amountThen: Money
}
