/// A spreadsheet formula whose references are names, such as `={unit_price}*{quantity}`.
///
/// In braces:
/// - `{column}` is the cell of that column in the same row, or else a defined name;
/// - `{table.column}` is the whole column without its totals, on whatever sheet;
/// - `{table.column@row}` is one cell, `{table.column@first..last}` are the cells between two rows;
/// - `{table.column@}` is the cell that lies as far down in that table as the formula in its own;
/// - `{list.fact}` is the value of a fact.
///
/// Outside of references `{{` and `}}` are the braces themselves; inside, `\` takes any character as
/// it is. Rows are named by their keys, so a formula stays right when rows move. Text from the input
/// belongs into a formula only through ``quoted(_:)``, and a key of the input only through
/// ``reference(_:)``.
public struct Formula: Hashable, Sendable {
  /// The formula with names in braces, beginning with `=`.
  public let template: String
  /// Whether functions in it go through their ranges cell by cell (`{=…}`); numeric results only.
  public let isArray: Bool

  /// Creates a formula.
  public init(_ template: String, isArray: Bool = false) {
    self.template = template
    self.isArray = isArray
  }

  /// A text as a formula writes it, in quotation marks.
  public static func quoted(_ text: String) -> String {
    "\"" + text.doubling("\"").doubling("{").doubling("}") + "\""
  }

  /// A reference as a template writes it.
  public static func reference(_ range: CellRange) -> String {
    "{" + range.templateText + "}"
  }

  /// A piece of a formula.
  public enum Part: Hashable, Sendable {
    /// Text that stands in the formula as it is.
    case literal(String)
    /// A column of the same row, or a defined name.
    case name(String)
    /// Cells of a table.
    case range(CellRange)
  }

  /// The pieces of the template.
  ///
  /// - Throws: ``FormulaError`` when a brace has no partner or a reference is empty.
  /// - Complexity: O(n) for a template of n characters.
  public func parts() throws(FormulaError) -> [Part] {
    var parser = FormulaParser(template)
    return try parser.parts()
  }
}

/// A formula template that cannot be read.
public struct FormulaError: Error, Hashable, Sendable {
  /// The template.
  public let template: String
  /// What is wrong with it.
  public let problem: String

  /// Creates the error.
  public init(_ template: String, _ problem: String) {
    self.template = template
    self.problem = problem
  }
}

extension String {
  fileprivate func doubling(_ character: Character) -> String {
    var result = ""
    for each in self {
      result.append(each)
      if each == character { result.append(each) }
    }
    return result
  }
}
