// What Swift sees of libxlsxwriter: its own functions, and inline ones where its interface takes
// structures full of C strings, or has no way at all.
#pragma once
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

// The fonts of the default format decide the width of a column's unit and the font of charts.
static inline void awardsim_set_default_font(lxw_workbook *workbook, const char *name) {
  format_set_font_name(STAILQ_FIRST(workbook->formats), name);
}

// Adds a sheet whose rows go to a temporary file as soon as the next one begins. The library has one
// setting for all sheets and reads it where a sheet is added.
static inline lxw_worksheet *awardsim_add_streamed_sheet(lxw_workbook *workbook, const char *name) {
  workbook->options.constant_memory = LXW_TRUE;
  lxw_worksheet *sheet = workbook_add_worksheet(workbook, name);
  workbook->options.constant_memory = LXW_FALSE;
  return sheet;
}

// Lets the file grow beyond 4 GiB; to be called before the workbook is closed.
static inline void awardsim_use_zip64(lxw_workbook *workbook) {
  workbook->options.use_zip64 = LXW_TRUE;
}

// Brings the last row of a streamed sheet to its temporary file. Returns the bytes of the file, or -1
// where not all could be written, which the library does not notice.
static inline int64_t awardsim_end_stream(lxw_worksheet *sheet) {
  FILE *file = sheet->optimize_tmpfile;
  if (!file) return -1;
  if (sheet->optimize_row) lxw_worksheet_write_single_row(sheet);
  if (fflush(file) != 0 || ferror(file)) return -1;
  return (int64_t)ftello(file);
}

static inline lxw_error awardsim_set_properties(
    lxw_workbook *workbook, const char *title, const char *subject, const char *author,
    const char *company, const char *keywords, const char *comments, int64_t created) {
  lxw_doc_properties properties = {
      .title = (char *)title,
      .subject = (char *)subject,
      .author = (char *)author,
      .company = (char *)company,
      .keywords = (char *)keywords,
      .comments = (char *)comments,
      .created = (time_t)created,
  };
  return workbook_set_properties(workbook, &properties);
}

// Adds a native table without a style of its own: its cells bring theirs.
static inline lxw_error awardsim_add_table(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_row_t last_row, lxw_col_t column_count,
    const char *name, char *const *headings, lxw_format *const *formats) {
  lxw_table_column *columns = calloc(column_count, sizeof(lxw_table_column));
  lxw_table_column **list = calloc((size_t)column_count + 1, sizeof(lxw_table_column *));
  lxw_error error = LXW_ERROR_MEMORY_MALLOC_FAILED;
  if (columns && list) {
    for (lxw_col_t index = 0; index < column_count; index++) {
      columns[index].header = headings[index];
      columns[index].header_format = formats[index];
      list[index] = &columns[index];
    }
    lxw_table_options options = {
        .name = (char *)name,
        .columns = list,
        .no_banded_rows = LXW_TRUE,
        .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
        .style_type_number = 0,
    };
    error = worksheet_add_table(sheet, first_row, 0, last_row, column_count - 1, &options);
  }
  free(list);
  free(columns);
  return error;
}

// Shows a message beside the cells of a column and, where there is one, a list to choose from.
static inline lxw_error awardsim_add_prompt(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_row_t last_row, lxw_col_t column,
    const char *title, const char *message, char *const *choices, bool has_choices) {
  lxw_data_validation validation = {
      .validate = has_choices ? LXW_VALIDATION_TYPE_LIST : LXW_VALIDATION_TYPE_ANY,
      .input_title = (char *)title,
      .input_message = (char *)message,
      .value_list = has_choices ? (char **)choices : NULL,
  };
  return worksheet_data_validation_range(
      sheet, first_row, column, last_row, column, &validation);
}

// Lets cells hold one of some words; anything else is refused.
static inline lxw_error awardsim_add_choices(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_row_t last_row, lxw_col_t column,
    char *const *choices) {
  lxw_data_validation validation = {
      .validate = LXW_VALIDATION_TYPE_LIST,
      .value_list = (char **)choices,
  };
  return worksheet_data_validation_range(
      sheet, first_row, column, last_row, column, &validation);
}

// Lets cells hold numbers that are not negative.
static inline lxw_error awardsim_add_lower_bound(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_row_t last_row, lxw_col_t column) {
  lxw_data_validation validation = {
      .validate = LXW_VALIDATION_TYPE_DECIMAL,
      .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
      .value_number = 0,
  };
  return worksheet_data_validation_range(
      sheet, first_row, column, last_row, column, &validation);
}

// Guards a sheet against slips: no password, and everything that changes no cell stays allowed.
static inline void awardsim_protect(lxw_worksheet *sheet) {
  lxw_protection options = {
      .format_cells = LXW_TRUE,
      .format_columns = LXW_TRUE,
      .format_rows = LXW_TRUE,
      .autofilter = LXW_TRUE,
  };
  worksheet_protect(sheet, NULL, &options);
}

static inline lxw_error awardsim_mark_where(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row,
    lxw_col_t last_column, const char *formula, lxw_format *format) {
  lxw_conditional_format rule = {
      .type = LXW_CONDITIONAL_TYPE_FORMULA,
      .value_string = (char *)formula,
      .format = format,
  };
  return worksheet_conditional_format_range(
      sheet, first_row, first_column, last_row, last_column, &rule);
}

static inline lxw_error awardsim_add_data_bar(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t column, lxw_row_t last_row,
    lxw_color_t color) {
  lxw_conditional_format rule = {
      .type = LXW_CONDITIONAL_DATA_BAR,
      .data_bar_2010 = LXW_TRUE,
      .bar_solid = LXW_TRUE,
      .bar_color = color,
      .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
      .min_value = 0,
  };
  return worksheet_conditional_format_range(sheet, first_row, column, last_row, column, &rule);
}

// The library reads a chart's cache from number and string cells alone and takes 0 for a formula.
// These fill it with the values that the formulas store; the library frees the points.
static inline int awardsim_cache_point(
    lxw_series_range *range, const char *text, double number, int has_value) {
  lxw_series_data_point *point = calloc(1, sizeof(lxw_series_data_point));
  if (!point) return 0;
  point->number = number;
  point->no_data = has_value ? LXW_FALSE : LXW_TRUE;
  if (text) {
    point->string = strdup(text);
    if (!point->string) {
      free(point);
      return 0;
    }
    point->is_string = LXW_TRUE;
    range->has_string_cache = LXW_TRUE;
  }
  STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
  range->num_data_points++;
  range->ignore_cache = LXW_TRUE;
  return 1;
}
