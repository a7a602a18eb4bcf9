// Writes a workbook of mixed cells with libxlsxwriter, row by row in constant memory: what a C
// programmer would write.
//
//     cc -O3 -o write_cells write_cells.c -lxlsxwriter
//     ./write_cells ROWS FILE
//
// The rows are those of streamed/Rows.swift and write_cells.py, cell by cell.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { COLUMNS = 10, HEADING_ROW = 2 };

static const char *const HEADINGS[COLUMNS] = {
    "item", "vendor", "outcome", "rank", "bid",
    "quantity", "share", "note", "ordered on", "contract price",
};
static const double WIDTHS[COLUMNS] = {12.5, 12.5, 12.5, 8.5, 18.5, 10.5, 10.5, 32.5, 14.5, 18.5};
static const char *const OUTCOMES[] = {"決標", "未決標", "超底價", "不合格標"};

// Writes a number of at least so many digits and returns the end of the text.
static char *put_number(char *text, uint64_t number, int digits) {
  char reversed[20];
  int count = 0;
  while (number > 0 || count < digits) {
    reversed[count++] = (char)('0' + number % 10);
    number /= 10;
  }
  while (count > 0) *text++ = reversed[--count];
  *text = 0;
  return text;
}

static lxw_format *cell_format(lxw_workbook *book, const char *code, int is_number) {
  lxw_format *format = workbook_add_format(book);
  format_set_font_name(format, "Calibri");
  format_set_font_size(format, 11);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_num_format(format, code);
  format_set_border(format, LXW_BORDER_THIN);
  format_set_border_color(format, 0xD0D0D0);
  if (is_number) {
    format_set_align(format, LXW_ALIGN_RIGHT);
  } else {
    format_set_align(format, LXW_ALIGN_LEFT);
    format_set_indent(format, 1);
  }
  return format;
}

static void write_frame(lxw_workbook *book, lxw_worksheet *sheet, lxw_row_t rows) {
  lxw_format *title = workbook_add_format(book);
  format_set_bold(title);
  format_set_font_size(title, 16);
  lxw_format *heading = workbook_add_format(book);
  format_set_bold(heading);
  format_set_bottom(heading, LXW_BORDER_MEDIUM);
  for (lxw_col_t column = 0; column < COLUMNS; column++)
    worksheet_set_column(sheet, column, column, WIDTHS[column], NULL);
  worksheet_write_string(sheet, 0, 0, "Cells", title);
  for (lxw_col_t column = 0; column < COLUMNS; column++)
    worksheet_write_string(sheet, HEADING_ROW, column, HEADINGS[column], heading);
  worksheet_freeze_panes(sheet, HEADING_ROW + 1, 1);
  worksheet_autofilter(sheet, HEADING_ROW, 0, HEADING_ROW + rows, COLUMNS - 1);
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, HEADING_ROW, HEADING_ROW);
  worksheet_set_header(sheet, "&LCells&R&A");
  worksheet_set_footer(sheet, "&CPage &P of &N");
  worksheet_set_tab_color(sheet, 0x009E73);
}

int main(int count, char **arguments) {
  if (count != 3) {
    fprintf(stderr, "usage: write_cells ROWS FILE\n");
    return 64;
  }
  uint64_t rows = strtoull(arguments[1], NULL, 10);
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt(arguments[2], &options);
  if (!book) return 73;
  lxw_doc_properties properties = {.title = "Cells", .created = 1775001600};
  workbook_set_properties(book, &properties);
  lxw_worksheet *sheet = workbook_add_worksheet(book, "Cells");
  if (!sheet) return 73;
  write_frame(book, sheet, (lxw_row_t)rows);

  lxw_format *text = cell_format(book, "@", 0);
  lxw_format *words = cell_format(book, "General", 0);
  lxw_format *whole = cell_format(book, "#,##0", 1);
  lxw_format *money = cell_format(book, "\"NT$\"#,##0.00;-\"NT$\"#,##0.00", 1);
  lxw_format *share = cell_format(book, "0.00%", 1);
  lxw_format *date = cell_format(book, "yyyy-mm-dd", 0);
  char item[32] = "I", vendor[32] = "V", note[64] = "第 ";
  size_t note_start = strlen(note);
  for (uint64_t row = 0; row < rows; row++) {
    lxw_row_t line = (lxw_row_t)(HEADING_ROW + 1 + row);
    double price = (double)(100000 + row * 7919 % 99000100) / 100;
    put_number(item + 1, row / 12, 7);
    put_number(vendor + 1, row * 31 % 997, 1);
    worksheet_write_string(sheet, line, 0, item, text);
    worksheet_write_string(sheet, line, 1, vendor, text);
    worksheet_write_string(sheet, line, 2, OUTCOMES[row % 4], words);
    worksheet_write_number(sheet, line, 3, (double)(row % 12 + 1), whole);
    worksheet_write_number(sheet, line, 4, price, money);
    worksheet_write_number(sheet, line, 5, (double)(row * 104729 % 5000 + 1), whole);
    worksheet_write_number(sheet, line, 6, (double)(row * 613 % 10000) / 10000, share);
    if (row % 5 == 0) {
      char *end = put_number(note + note_start, row, 1);
      strcpy(end, " 列：維護 & 支援 <年>");
      worksheet_write_string(sheet, line, 7, note, text);
    } else {
      worksheet_write_blank(sheet, line, 7, words);
    }
    worksheet_write_number(sheet, line, 8, (double)(46113 + row % 365), date);
    if (row % 4 == 0) {
      worksheet_write_number(sheet, line, 9, price, money);
    } else {
      worksheet_write_blank(sheet, line, 9, words);
    }
  }
  lxw_error error = workbook_close(book);
  if (error) fprintf(stderr, "%s\n", lxw_strerror(error));
  return error ? 74 : 0;
}
