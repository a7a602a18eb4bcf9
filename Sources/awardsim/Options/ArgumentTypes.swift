public import ArgumentParser
public import Intake
public import Policy
public import Reporting

// Values of the pipeline that stand on the command line under their raw values.

extension Language: ExpressibleByArgument {}
extension TableFormat: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
