import Intake
import Pipeline
import Policy
import Quantities
import Reporting
import Tendering
import Workbook

/// The rows of a large table as a workbook takes them: read again chunk by chunk, one after the other.
///
/// One thread: the library that writes workbooks has no room for more, and takes fifty times as long
/// over a row as the reading.
struct BulkAwardRows {
  /// Why the rows cannot be written.
  enum Failure: Error {
    case intake(IntakeError)
    case workbook(WorkbookError)
  }

  let input: BulkAwardInput
  let award: BulkAward
  let ruled: RuledAwardRows
  /// The row of the table that each chunk begins with.
  let firstRows: [Int]

  /// What all rows came to.
  var counts: AwardCounts {
    var counts = AwardCounts()
    var ofKind = [Int](repeating: 0, count: PackedVerdict.kindCount)
    award.verdicts.withVerdicts(from: 0, count: award.verdicts.count) { verdicts in
      for index in verdicts.indices { ofKind[PackedVerdict(rawValue: verdicts[index]).kind] += 1 }
    }
    for (kind, count) in ofKind.enumerated() where count > 0 {
      let verdict = PackedVerdict(rawValue: UInt32(kind))
      if let row = AwardBookRow(verdict, reservePrice: nil) { counts.add(row, count: count) }
    }
    for row in ruled.rows {
      counts.add(ruled.texts[row.texts], count: 1)
      counts.note(row.contractPrice)
    }
    for columns in input.columns where !counts.hasCents {
      for price in columns.prices { counts.note(Money(minorUnits: price)) }
    }
    return counts
  }

  /// Writes all rows.
  ///
  /// - Throws: ``Failure``, also where the files have changed.
  func write(to rows: inout StreamedRows, _ texts: AwardBookTexts) throws(Failure) {
    var nextRuled = 0
    guard var names = BulkNames(of: input) else { return }
    for (chunk, columns) in input.columns.enumerated() {
      do throws(IntakeError) { try names.read(chunk: chunk) } catch { throw .intake(error) }
      let found = names.rows
      let aside = names.aside
      let result = names.withBytes { bytes in
        Result { () throws(WorkbookError) in
          for index in found.indices {
            let name = found[index]
            let source = name.isAside ? aside.span : bytes
            try write(
              firstRows[chunk] + index, item: columns.items[index], price: columns.prices[index],
              source.extracting(name.item), source.extracting(name.vendor), &nextRuled, texts,
              to: &rows)
          }
        }
      }
      do throws(WorkbookError) { try result.get() } catch { throw .workbook(error) }
    }
    do throws(IntakeError) { try input.checkUnchanged() } catch { throw .intake(error) }
  }

  private func write(
    _ row: Int, item: UInt32, price: Int64, _ itemName: Span<UInt8>, _ vendorName: Span<UInt8>,
    _ nextRuled: inout Int, _ texts: AwardBookTexts, to rows: inout StreamedRows
  ) throws(WorkbookError) {
    // The columns have prices of disqualified bids below zero; none is near the ends of Int64.
    let unitPrice = price == 0 ? nil : Money(minorUnits: abs(price))
    let verdict = award.verdicts[row]
    let reserve = Int(item) < input.reservePrices.count ? input.reservePrices[Int(item)] : 0
    if let prepared = texts.prepared(verdict, reservePrice: Money(minorUnits: reserve)) {
      let numbers = AwardBookTexts.Numbers(
        unitPrice: unitPrice, rank: verdict.outcome.isRanked ? verdict.rank : nil,
        contractPrice: verdict.outcome.isAwarded ? unitPrice : nil)
      return try texts.write(item: itemName, vendor: vendorName, numbers, prepared, to: &rows)
    }
    while nextRuled < ruled.rows.count, ruled.rows[nextRuled].row < row { nextRuled += 1 }
    guard nextRuled < ruled.rows.count, ruled.rows[nextRuled].row == row else { return }
    let own = ruled.rows[nextRuled]
    let numbers = AwardBookTexts.Numbers(
      unitPrice: unitPrice, rank: own.rank, contractPrice: own.contractPrice)
    try texts.write(
      item: itemName, vendor: vendorName, numbers, texts.prepared(ruled.texts[own.texts]),
      to: &rows)
  }
}

extension InputFailure {
  /// Runs something that reads rows and writes them to a workbook.
  static func reporting(
    rows write: () throws(BulkAwardRows.Failure) -> Void
  ) throws {
    do {
      try write()
    } catch {
      switch error {
      case .workbook(let error): throw error
      case .intake(let error): try reporting { () throws(IntakeError) in throw error }
      }
    }
  }
}
