/// A currency, as amounts are shown in it.
public struct Currency: Hashable, Sendable {
  /// The ISO 4217 code, such as `TWD`.
  public let code: String

  /// The currency of Taiwan.
  public static let newTaiwanDollar = Currency(code: "TWD")

  /// Creates a currency from its code.
  public init(code: String) {
    self.code = code
  }

  /// What stands before an amount: `NT$`, or the code and a space where there is no usual sign.
  public var prefix: String {
    switch code {
    case "TWD": "NT$"
    case "USD": "US$"
    case "EUR": "€"
    case "GBP": "£"
    case "JPY": "¥"
    default: code.isEmpty ? "" : code + " "
    }
  }
}
