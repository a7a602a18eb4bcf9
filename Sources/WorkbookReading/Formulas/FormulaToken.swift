/// A piece of a formula as files write it (ECMA-376, 18.17.2), whatever program wrote it.
struct FormulaToken: Hashable {
  /// What a piece is.
  enum Kind: Hashable {
    /// Spaces and line breaks.
    case space
    /// A text in quotation marks.
    case text
    /// A number without a sign.
    case number
    /// An error such as `#N/A`.
    case error
    /// The name of a sheet, without quotation marks and `!`.
    case sheet
    /// A cell such as `B17` or `$B$17`.
    case cell
    /// A column of a range such as `A:C`, or a row of one such as `$1:$3`.
    case line
    /// The name of a function, followed by `(`.
    case function
    /// Any other name.
    case name
    /// What stands in brackets, such as a column of a table.
    case bracket
    /// An operator, a parenthesis, a brace, a comma.
    case sign
  }

  let kind: Kind
  let text: String
}
