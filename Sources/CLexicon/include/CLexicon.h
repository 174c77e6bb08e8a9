#pragma once
#include <stddef.h>

/// One data file of Sources/Lexicon/Data, embedded as it stands.
struct kb_data_file {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
};

/// The number of embedded files.
size_t kb_data_file_count(void);
/// The file at `index`, below the count; the files are in alphabetical order.
struct kb_data_file kb_data_file_at(size_t index);
