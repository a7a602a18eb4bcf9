public import ArgumentParser
public import Intake
public import Pipeline
public import Policy
public import Reporting
public import Simulation

// Values of the pipeline that stand on the command line under their raw values.

extension Language: ExpressibleByArgument {}
extension Dimension: ExpressibleByArgument {}
extension TableFormat: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
extension TableName: ExpressibleByArgument {}

extension BidderModelKind: ExpressibleByArgument {
  /// The models that past lots show; an equilibrium is none of them.
  private static let calibrated: [BidderModelKind] = [.empirical, .parametric]

  /// Reads a raw value; `nil` for one that does not stand on the command line.
  public init?(argument: String) {
    guard let kind = BidderModelKind(rawValue: argument), Self.calibrated.contains(kind)
    else { return nil }
    self = kind
  }

  /// The raw values that stand on the command line.
  public static var allValueStrings: [String] { calibrated.map(\.rawValue) }
}

extension Metric: ExpressibleByArgument {
  /// Reads a raw value; `nil` for one that does not stand on the command line.
  public init?(argument: String) {
    guard let metric = Metric(rawValue: argument), Metric.totals.contains(metric) else {
      return nil
    }
    self = metric
  }

  /// The raw values that stand on the command line.
  public static var allValueStrings: [String] { totals.map(\.rawValue) }
}
