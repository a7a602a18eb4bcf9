import CXLSXWriter
import Policy
import Reporting

/// Sets up one of the library's formats.
@safe struct FormatBuilder {
  let format: UnsafeMutablePointer<lxw_format>
  let context: RenderContext

  func apply(_ style: CellStyle) {
    unsafe format_set_font_name(format, SheetFont.name(context.language))
    unsafe format_set_font_size(format, 11)
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if style.number != .general {
      unsafe format_set_num_format(format, style.number.code(context.currency))
    }
    if style.wraps { unsafe format_set_text_wrap(format) }
    applyRole(of: style)
    if let filling = style.filling {
      unsafe format_set_unlocked(format)
      fill(filling == .input ? Palette.inputFill : Palette.entryFill)
    }
    if style.isAtRight { unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if style.isLink {
      unsafe format_set_font_color(format, UInt32(Palette.link))
      unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
  }

  private func applyRole(of style: CellStyle) {
    switch style.role {
    case .title: setFont(size: 16, color: Palette.ink)
    case .heading: setFont(size: 13, color: Palette.ink)
    case .tableHeading(let isNumeric):
      setFont(size: 11, color: Palette.ink)
      fill(Palette.headingFill)
      border(LXW_BORDER_THIN, Palette.hairline)
      bottom(LXW_BORDER_MEDIUM, Palette.ink)
      unsafe format_set_text_wrap(format)
      if isNumeric {
        unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
      } else {
        alignLeft()
      }
    case .body(let row):
      border(LXW_BORDER_THIN, Palette.hairline)
      if !style.isAtRight { alignLeft() }
      apply(row)
    case .label:
      border(LXW_BORDER_THIN, Palette.hairline)
      fill(Palette.labelFill)
      unsafe format_set_text_wrap(format)
    case .fact:
      border(LXW_BORDER_THIN, Palette.hairline)
      alignLeft()
    case .remark:
      unsafe format_set_font_color(format, UInt32(Palette.mutedInk))
      unsafe format_set_text_wrap(format)
    case .note(let kind): apply(kind)
    case .mark(let row): mark(row)
    }
  }

  private func apply(_ row: ReportTable.RowStyle) {
    switch row {
    case .normal: break
    case .muted:
      unsafe format_set_font_color(format, UInt32(Palette.mutedInk))
      fill(Palette.mutedFill)
    case .attention: fill(Palette.attentionFill)
    case .good: fill(Palette.goodFill)
    case .cutoff: bottom(LXW_BORDER_THICK, Palette.cutoffEdge)
    case .goodCutoff:
      fill(Palette.goodFill)
      bottom(LXW_BORDER_THICK, Palette.cutoffEdge)
    case .total:
      unsafe format_set_bold(format)
      unsafe format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_top_color(format, UInt32(Palette.ink))
      bottom(LXW_BORDER_DOUBLE, Palette.ink)
    }
  }

  private func apply(_ note: ReportNote.Kind) {
    unsafe format_set_text_wrap(format)
    alignLeft()
    switch note {
    case .plain: break
    case .assumption:
      fill(Palette.assumptionFill)
      edge(Palette.assumptionEdge)
    case .warning:
      fill(Palette.warningFill)
      edge(Palette.warningEdge)
    }
  }

  /// A mark may only change colours: it has neither fonts nor thick borders.
  private func mark(_ row: ReportTable.RowStyle) {
    switch row {
    case .normal: break
    case .muted: unsafe format_set_font_color(format, UInt32(Palette.mutedInk))
    case .attention: unsafe format_set_bg_color(format, UInt32(Palette.attentionFill))
    case .good: unsafe format_set_bg_color(format, UInt32(Palette.goodFill))
    case .cutoff, .total: bottom(LXW_BORDER_THIN, Palette.cutoffEdge)
    case .goodCutoff:
      // Some programs draw the next row's edge over the line, so the row is darker as well.
      unsafe format_set_bg_color(format, UInt32(Palette.cutoffFill))
      border(LXW_BORDER_THIN, Palette.hairline)
      bottom(LXW_BORDER_THIN, Palette.cutoffEdge)
    }
  }

  private func setFont(size: Double, color: Int) {
    unsafe format_set_bold(format)
    unsafe format_set_font_size(format, size)
    unsafe format_set_font_color(format, UInt32(color))
  }

  private func fill(_ color: Int) {
    unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
    unsafe format_set_fg_color(format, UInt32(color))
  }

  private func border(_ line: lxw_format_borders, _ color: Int) {
    unsafe format_set_border(format, UInt8(line.rawValue))
    unsafe format_set_border_color(format, UInt32(color))
  }

  private func bottom(_ line: lxw_format_borders, _ color: Int) {
    unsafe format_set_bottom(format, UInt8(line.rawValue))
    unsafe format_set_bottom_color(format, UInt32(color))
  }

  /// A little apart from the border, so that words do not touch the numbers before them.
  private func alignLeft() {
    unsafe format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    unsafe format_set_indent(format, 1)
  }

  private func edge(_ color: Int) {
    unsafe format_set_left(format, UInt8(LXW_BORDER_THICK.rawValue))
    unsafe format_set_left_color(format, UInt32(color))
  }
}
