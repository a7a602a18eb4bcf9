/// What a cell's number means, after its number format.
public enum NumberKind: Hashable, Sendable {
  /// A number.
  case number
  /// A date, a time of day, or both.
  case date
  /// A whole number that is shown with leading zeros, such as 00123 of the format `00000`.
  case digits(Int)

  /// What a number format makes of a number (ECMA-376, 18.8.30 and 18.8.31).
  ///
  /// The first section counts. A date has a letter of year, month, day, hour or second (`e` is the
  /// year of a reign, here the ROC year) outside of quotation marks and brackets. A format of elapsed
  /// time, such as `[h]:mm`, leaves a number.
  ///
  /// - Parameter code: The format, such as `yyyy/m/d` or `#,##0.00`.
  public init(formatCode code: String) {
    var scalars = Array(code.unicodeScalars.prefix(1_000))[...]
    var plain = ""
    while let scalar = scalars.popFirst() {
      switch scalar {
      case ";": scalars = []
      case "\"": scalars = scalars.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": scalars = scalars.dropFirst()
      case "[":
        let content = scalars.prefix { $0 != "]" }
        scalars = scalars.dropFirst(content.count + 1)
        let word = String(String.UnicodeScalarView(content)).lowercased()
        if !word.isEmpty, word.allSatisfy({ "hms".contains($0) }) {
          self = .number
          return
        }
      default: plain.unicodeScalars.append(scalar)
      }
    }
    let letters = plain.lowercased().replacing("general", with: "")
      .replacing("e+", with: "").replacing("e-", with: "")
    if letters.contains(where: { "ymdhse".contains($0) }) {
      self = .date
    } else if letters.count > 1, letters.allSatisfy({ $0 == "0" }) {
      self = .digits(letters.count)
    } else {
      self = .number
    }
  }

  /// The kind of one of the formats that programs have built in; in East Asia 27 to 36 and 50 to 58,
  /// in Thailand 71 to 81 are dates.
  init(builtIn number: Int) {
    switch number {
    case 14...22, 27...36, 45, 47, 50...58, 71...81: self = .date
    default: self = .number
    }
  }
}
