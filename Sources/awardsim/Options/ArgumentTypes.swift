public import ArgumentParser
public import Intake
public import Pipeline
public import Policy
public import Reporting
public import Simulation

// Values of the pipeline that stand on the command line under their raw values.

extension Language: ExpressibleByArgument {}
extension BidderModelKind: ExpressibleByArgument {}
extension Dimension: ExpressibleByArgument {}
extension Metric: ExpressibleByArgument {}
extension TableFormat: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
