import Policy

/// The fonts of a workbook.
///
/// Office ships both on Windows and macOS; LibreOffice puts the system's CJK font in their place, so
/// that no glyph is missing there either.
enum SheetFont {
  static func name(_ language: Language) -> String {
    switch language {
    case .english: "Calibri"
    case .traditionalChinese: "Microsoft JhengHei"
    }
  }

  /// The height of one line of the body font in points; JhengHei is taller than Calibri.
  static func lineHeightPoints(_ language: Language) -> Double {
    switch language {
    case .english: 15
    case .traditionalChinese: 16.5
    }
  }

  /// The height of a row with so many lines, in points.
  static func rowHeightPoints(_ lineCount: Int, _ language: Language) -> Double {
    Double(lineCount) * lineHeightPoints(language) + 2.25
  }
}
