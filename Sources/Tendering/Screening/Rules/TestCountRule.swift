import Policy
import Quantities

/// A product passes so many different tests of a group (slide 6).
///
/// The deck names two tests alone; the others are whatever tests the case's table names.
struct TestCountRule {
  let count: Int
  /// The severity from which on a finding fails a test whose report does not say more.
  let failingSeverity: Severity
  private let reports: [ProductID: [TestReport]]

  init(
    _ reports: [TestReport], kind: TestReport.Kind, count: Int, failingSeverity: Severity
  ) {
    self.count = count
    self.failingSeverity = failingSeverity
    self.reports = Dictionary(grouping: reports.filter { $0.kind == kind }, by: \.productID)
  }

  func judge(_ product: CloudProduct) -> Judgement {
    let own = reports[product.id] ?? []
    let passed = Set(own.filter { isPassed($0) == true }.map(\.test))
    if passed.count >= count {
      return .met(
        Phrase("\(passed.count) of \(count) tests passed", "\(count) 項檢測通過 \(passed.count) 項"),
        at: own.first?.position ?? product.position)
    }
    if let failed = own.first(where: { isPassed($0) == false && !passed.contains($0.test) }) {
      return .failed(
        Phrase("the test \(failed.test) was not passed", "\(failed.test) 檢測未通過"),
        at: failed.position)
    }
    return .missing(
      Phrase(
        "\(passed.count) of \(count) tests are shown to be passed",
        "\(count) 項檢測僅 \(passed.count) 項有通過紀錄"), at: own.first?.position ?? product.position)
  }

  private func isPassed(_ report: TestReport) -> Bool? {
    report.isPassed ?? report.highestSeverity.map { $0 < failingSeverity }
  }
}
