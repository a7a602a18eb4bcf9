/// The `case.yaml` beside the workbooks of a template: complete, and plainly to be replaced.
enum CaseHeaderTemplate {
  static let text = """
    # What the case is. Replace every value; the page on cases explains each key.
    # 案件基本資料。請逐項替換。
    case_no: "1150202"             # 案號: ROC year, 02, and two digits
    title: "Replace this title 請填案名"
    currency: TWD
    pricing_date: 2026-01-20       # 訂價基準日: policy values are looked up on this day
    contract_start: 2026-04-01     # 契約起日
    contract_end: 2027-03-31       # 契約迄日

    """
}
