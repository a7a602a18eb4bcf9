public import CallOff
public import Pipeline
import Policy
import Quantities
public import Tendering

/// What an award without a case is decided from.
public struct LooseAward: Sendable {
  /// The items with their reserve prices, in the order of their first rows.
  public let reserves: [ListedReserve]
  /// The bids, in the order of the file.
  public let bids: [Bid]
  /// The re-bids, in the order of the file.
  public let rebids: [Rebid]
  /// Every file read, in the order of reading.
  public let inputFiles: [Case.InputFile]
  /// Warnings; there is no error.
  public let diagnostics: Diagnostics
}

/// What fees without a case are computed from.
public struct LooseFees: Sendable {
  /// The orders, in the order of the file.
  public let orders: [Order]
  /// Which of the records that rules of orders look at have a column among them.
  public let orderColumns: OrderRecordColumns
  /// The tiers.
  public let tiers: FeeTierTable
  /// Every file read, in the order of reading.
  public let inputFiles: [Case.InputFile]
  /// Warnings; there is no error.
  public let diagnostics: Diagnostics
}

/// Reads tables that stand in no case folder: CSV files, or sheets of workbooks.
public enum LooseFiles {
  /// Whether a path names a workbook or one of its sheets: `bids.xlsx`, `bids.xlsx!Sheet1`.
  public static func isWorkbook(_ path: String) -> Bool { WorkbookLocation(path) != nil }

  /// Checks that the files of tables are there, so that all missing ones are named at once.
  private static func requireTables(_ paths: [String]) throws(IntakeError) {
    try requireFiles(paths.map { WorkbookLocation($0)?.file ?? $0 })
  }

  /// Reads `award --bids FILE --reserves FILE [--rebids FILE]`.
  ///
  /// - Throws: ``IntakeError`` when a file is missing, cannot be read or has errors.
  public static func award(
    bids bidsPath: String, reserves reservesPath: String, rebids rebidsPath: String? = nil,
    options: ReadOptions = ReadOptions()
  ) throws(IntakeError) -> LooseAward {
    try requireTables([bidsPath, reservesPath] + (rebidsPath.map { [$0] } ?? []))
    var loader = try TableLoader(options)
    var known = KnownNames()
    known.itemTable = .reserves
    var reserves: [ListedReserve] = []
    if let table = try loader.load(.reserves, at: reservesPath, named: reservesPath) {
      let read = table.reserves(&loader.diagnostics)
      reserves = read.rows
      if table.table.isComplete { known.items = read.names }
    }
    var bids: [Bid] = []
    if let table = try loader.load(.bids, at: bidsPath, named: bidsPath) {
      let read = table.bids(known, &loader.diagnostics)
      bids = read.rows
      if table.table.isComplete { known.bids = read.names }
    }
    var rebids: [Rebid] = []
    if let rebidsPath, let table = try loader.load(.rebids, at: rebidsPath, named: rebidsPath) {
      rebids = table.rebids(known, &loader.diagnostics)
    }
    guard !loader.diagnostics.hasErrors else { throw .invalid(loader.diagnostics) }
    return LooseAward(
      reserves: reserves, bids: bids, rebids: rebids, inputFiles: loader.inputFiles,
      diagnostics: loader.diagnostics)
  }

  /// Reads `fees --orders FILE --tiers FILE`.
  ///
  /// - Throws: ``IntakeError`` when a file is missing, cannot be read or has errors.
  public static func fees(
    orders ordersPath: String, tiers tiersPath: String, options: ReadOptions = ReadOptions()
  ) throws(IntakeError) -> LooseFees {
    try requireTables([ordersPath, tiersPath])
    var loader = try TableLoader(options)
    var orders: [Order] = []
    var columns: OrderRecordColumns = []
    if let table = try loader.load(.orders, at: ordersPath, named: ordersPath) {
      columns = table.orderRecordColumns
      orders = table.orders(KnownNames(), &loader.diagnostics).rows
    }
    var tiers: FeeTierTable?
    if let table = try loader.load(.feeTiers, at: tiersPath, named: tiersPath) {
      tiers = table.feeTiers(&loader.diagnostics)
    }
    guard let tiers, !loader.diagnostics.hasErrors else { throw .invalid(loader.diagnostics) }
    return LooseFees(
      orders: orders, orderColumns: columns, tiers: tiers, inputFiles: loader.inputFiles,
      diagnostics: loader.diagnostics)
  }
}
