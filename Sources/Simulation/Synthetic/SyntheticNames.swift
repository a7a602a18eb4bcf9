import Quantities

/// Made-up vendors and agencies; every name says that it is fictitious, also where it stands alone.
enum SyntheticNames {
  /// Marks a name as made up.
  private static let mark = "（虛構）"

  /// The vendor counted from 0, such as `V01-嵐峰雲端（虛構）`.
  static func vendor(_ index: Int, of count: Int) -> VendorID {
    VendorID(
      "V" + number(index + 1, like: max(count, 10)) + "-" + vendors[index % vendors.count] + mark)
  }

  /// The agency counted from 0, such as `A05-望潮市政府（虛構）`.
  static func agency(_ index: Int) -> AgencyID {
    let place = index % agencies.count
    return AgencyID("A" + number(place + 1, like: agencies.count) + "-" + agencies[place] + mark)
  }

  /// The number of agencies.
  static var agencyCount: Int { agencies.count }

  /// A number with leading zeros up to the width of `largest`.
  static func number(_ number: Int, like largest: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, String(largest).count - digits.count)) + digits
  }

  private static let vendors = [
    "嵐峰雲端", "Palewind Cloud", "霽光資訊", "Cobalt Heron Systems", "澄海數位", "Tesselgate",
    "望潮科技", "Larkmere Software", "曜石系統", "Verdant Loop", "穹頂網路", "Halyard Orchard", "青禾軟體",
    "Saltmere Networks", "鯨島資安", "Brightmoor Digital", "北辰整合", "Quillmarsh", "墨林資料",
    "Ostrich & Fern Data", "晴嶺雲服", "Northlantern", "溪谷智慧", "Umbra Harbour", "雁行通訊",
    "Driftglass", "赭岩科技", "Marrowstone IT", "蒼穹數據", "Fennel Bridge", "磐石雲網", "Ivory Delta",
  ]

  private static let agencies = [
    "潮汐事務部", "林泉部", "數據治理署", "星圖測繪局", "邊海稅務局", "望潮市政府", "青嶼市政府", "霧峽縣政府",
    "鹿野原縣政府", "銀杏市政府", "公共圖庫總館", "氣象觀星局", "島際運輸署", "文物修復局", "水文調查所",
    "望潮市立高級中學", "青嶼國民小學", "霧峽大學", "銀杏科技大學", "鹿野原醫院", "望潮市議會", "青嶼市衛生局",
    "霧峽縣消防局", "銀杏市交通局", "邊海港務公司", "潮汐研究院", "林泉農業改良場", "星圖高級工業學校",
    "數據治理署北區分署", "島際運輸署監理所", "青嶼市圖書館", "霧峽縣社會局", "鹿野原縣教育處", "銀杏市地政局",
    "望潮市環境保護局", "公共圖庫南區分館", "氣象觀星局高山站", "文物修復局訓練中心", "水文調查所東區站", "林泉部訓練所",
  ]
}
