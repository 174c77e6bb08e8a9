#include "CLexicon.h"

// One line a file, in alphabetical order, here and in the table below.
static const unsigned char kinds[] = {
#embed "../Lexicon/Data/kinds.tsv"
};

#define FILE(name, bytes) {name, bytes, sizeof(bytes)}

static const struct kb_data_file files[] = {
    FILE("kinds.tsv", kinds),
};

size_t kb_data_file_count(void) { return sizeof(files) / sizeof(files[0]); }
struct kb_data_file kb_data_file_at(size_t index) { return files[index]; }
