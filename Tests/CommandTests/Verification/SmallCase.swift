import Foundation

/// A case of a few rows with every stage of the pipeline.
enum SmallCase {
  static let files = [
    "items.csv": """
    item_id,category,name
    VM-01,iaas,Virtual machine
    DB-01,paas,資料庫
    """,
    "market_quotes.csv": """
    evidence_id,item_id,channel,quote_date,unit_price
    Q1,VM-01,web,2026-01-05,1000
    Q2,VM-01,market,2026-01-06,1100
    Q3,DB-01,web,2026-01-05,2000.50
    """,
    "bids.csv":
      "item_id,vendor_id,unit_price\r\nVM-01,Alder,900\r\nVM-01,Birch,950\r\nVM-01,Cedar,1050\r\nDB-01,Alder,1900\r\n",
    "orders.csv": """
    order_id,item_id,vendor_id,agency_id,ordered_on,quantity,unit_price
    PO-1,VM-01,Alder,G,2026-05-04,3,900

    """,
    "fee_tiers.csv": "lower_bound,rate\n0,1.1%\n1000,1%\n",
    "reserve_overrides.csv": """
    item_id,reserve_price,reason,decided_by,decided_on
    DB-01,1990,已調降,Board,2026-01-18

    """,
  ]

  /// Writes the case into a folder.
  static func write(to folder: TemporaryFolder, without absent: Set<String> = []) throws {
    try folder.writeCaseHeader()
    for (name, text) in files where !absent.contains(name) { try folder.write(name, text) }
  }
}
