import Policy
import Quantities
import Testing

@testable import Intake

@Test func readsEveryKindOfValue() throws {
  let values = try PolicySetting.overrides([
    "award.cutoff_share=70%", "award.rounding=floor", "award.lot_seed=none",
    "reserve.age_limit_days.market=90", "fee.cap=5,000", "reserve.outlier_z=2.5",
    "award.rounding=floor",
  ])
  #expect(
    values == [
      .awardCutoffShare: .share(try Share(text: "0.7")), .awardRounding: .choice("floor"),
      .awardLotSeed: .absent, .reserveAgeLimitDaysMarket: .integer(90),
      .feeCap: .money(Money(minorUnits: 500_000)), .reserveOutlierZ: .rate(try Rate(text: "2.5")),
    ])
}

@Test func reportsEveryWrongSetting() {
  let error = #expect(throws: PolicySettingError.self) {
    try PolicySetting.overrides([
      "award.cutoff=0.8", "award.tie=lot", "award.cutoff_share=1.5", "fee.mode", "fee.cap=",
      "award.base=valid", "award.base=submitted",
    ])
  }
  #expect(
    error?.lines == [
      "--set award.cutoff=0.8: “award.cutoff” is not a policy key,"
        + " expected one of the keys; the nearest is award.cutoff_share",
      "--set award.tie=lot: “lot” is not one of the values,"
        + " expected rebid-then-lot, include-all, exclude-all",
      "--set award.cutoff_share=1.5: “1.5” is outside 0 to 1,"
        + " expected a share from 0 to 1 such as 0.9 or 90%",
      "--set fee.mode: has no equals sign, expected KEY=VALUE such as award.cutoff_share=0.8",
      "--set fee.cap=: “” is empty, expected an amount such as 1234.50, with at most two decimals,"
        + " or none",
      "--set award.base=submitted: gives award.base a second value,"
        + " expected one value for each key",
    ])
}
