public import Policy
public import Quantities

/// A native chart over columns of tables.
public struct ReportChart: Hashable, Sendable {
  /// How the numbers are drawn.
  public enum Kind: Hashable, Sendable {
    /// Upright columns side by side.
    case column
    /// Upright columns on top of each other.
    case stackedColumn
    /// Lying bars side by side.
    case bar
    /// Lying bars one after the other.
    case stackedBar
    /// Lines over categories.
    case line
    /// Points over numbers.
    case scatter
    /// Points over numbers, joined by straight lines.
    case scatterWithLines
  }

  /// One row of numbers.
  public struct Series: Hashable, Sendable {
    /// The name in the legend.
    public let name: Phrase
    /// What stands on the horizontal axis: names, or numbers for a scatter.
    public let categories: CellRange?
    /// The numbers.
    public let values: CellRange

    /// Creates a series.
    public init(_ name: Phrase, categories: CellRange? = nil, values: CellRange) {
      self.name = name
      self.categories = categories
      self.values = values
    }
  }

  /// One axis.
  public struct Axis: Hashable, Sendable {
    /// What the axis measures, with its unit.
    public let title: Phrase
    /// Where it starts; `nil` leaves it to the program that shows the chart.
    public let minimum: Rational?
    /// Where it ends; `nil` leaves it to the program that shows the chart.
    public let maximum: Rational?

    /// Creates an axis.
    public init(_ title: Phrase, minimum: Rational? = nil, maximum: Rational? = nil) {
      self.title = title
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  /// Where a chart stands.
  public enum Placement: Hashable, Sendable {
    /// In the flow of the sheet, below the block before it.
    case below
    /// To the right of the table before it.
    case beside
  }

  /// The line above the chart.
  public var title: Phrase
  /// How the numbers are drawn.
  public var kind: Kind
  /// What is drawn; at least one series.
  public var series: [Series]
  /// The axis of the categories.
  public var categoryAxis: Axis
  /// The axis of the numbers.
  public var valueAxis: Axis
  /// Where the chart stands.
  public var placement: Placement
  /// The width in pixels.
  public var widthPixels: Int
  /// The height in pixels.
  public var heightPixels: Int

  /// Creates a chart.
  public init(
    title: Phrase, kind: Kind, series: [Series], categoryAxis: Axis, valueAxis: Axis,
    placement: Placement = .below, widthPixels: Int = 760, heightPixels: Int = 360
  ) {
    self.title = title
    self.kind = kind
    self.series = series
    self.categoryAxis = categoryAxis
    self.valueAxis = valueAxis
    self.placement = placement
    self.widthPixels = widthPixels
    self.heightPixels = heightPixels
  }
}
