import CallOff
import Quantities

/// The agencies of a synthetic case with their kinds, and three that may not order, or may not be known
/// to.
enum SyntheticAgencies {
  /// A company.
  static let ineligible = AgencyID("B01-浮橋貿易（虛構）")
  /// Nobody says what it is.
  static let unstated = AgencyID("B02-霧燈協會（虛構）")
  /// It stands in no table.
  static let unlisted = AgencyID("B03-岬角聯誼社（虛構）")

  /// The agency counted from 0, with its kind.
  private static func kind(_ index: Int) -> AgencyRecord.Kind {
    switch index {
    case 5...9, 19, 21...23, 30...34: .localAgency
    case 15...18, 27: .school
    case 20: .council
    case 24: .stateEnterprise
    case 25: .subsidisedBody
    default: .centralAgency
    }
  }

  /// Writes the table of agencies.
  static func write(to output: inout SyntheticOutput) {
    for index in 0..<SyntheticNames.agencyCount {
      write(SyntheticNames.agency(index), kind(index), to: &output)
    }
    write(ineligible, .other, to: &output)
    write(unstated, nil, to: &output)
  }

  private static func write(
    _ id: AgencyID, _ kind: AgencyRecord.Kind?, to output: inout SyntheticOutput
  ) {
    output[.agencies].add(id.text)
    output[.agencies].add(kind?.rawValue ?? "")
    output[.agencies].endRow()
  }
}
