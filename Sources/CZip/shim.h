// What Swift sees of libzip: its own functions, and one that opens an archive in memory.
#pragma once
#include <stdlib.h>
#include <string.h>
#include <zip.h>

// Opens a copy of the bytes for reading; NULL, and libzip's code, where they are no archive.
static inline zip_t *awardsim_open_zip(const void *bytes, size_t length, int *code) {
  void *copy = malloc(length > 0 ? length : 1);
  if (copy == NULL) {
    *code = ZIP_ER_MEMORY;
    return NULL;
  }
  if (length > 0) memcpy(copy, bytes, length);
  zip_error_t error;
  zip_error_init(&error);
  // The source frees the copy.
  zip_source_t *source = zip_source_buffer_create(copy, length, 1, &error);
  zip_t *archive = NULL;
  if (source == NULL) {
    free(copy);
  } else {
    archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == NULL) zip_source_free(source);
  }
  *code = zip_error_code_zip(&error);
  zip_error_fini(&error);
  return archive;
}
