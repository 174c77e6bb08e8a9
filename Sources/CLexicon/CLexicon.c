#include "CLexicon.h"

// One line a file, in alphabetical order, here and in the table below.
static const unsigned char countries[] = {
#embed "../Lexicon/Data/countries.tsv"
};
static const unsigned char frame_classes[] = {
#embed "../Lexicon/Data/frames/classes.yaml"
};
static const unsigned char frame_commitments[] = {
#embed "../Lexicon/Data/frames/commitments.yaml"
};
static const unsigned char frame_events[] = {
#embed "../Lexicon/Data/frames/events.yaml"
};
static const unsigned char frame_operations[] = {
#embed "../Lexicon/Data/frames/operations.yaml"
};
static const unsigned char given_names[] = {
#embed "../Lexicon/Data/given-names.tsv"
};
static const unsigned char institution_words[] = {
#embed "../Lexicon/Data/institution-words.tsv"
};
static const unsigned char institutions[] = {
#embed "../Lexicon/Data/institutions.tsv"
};
static const unsigned char kinds[] = {
#embed "../Lexicon/Data/kinds.tsv"
};
static const unsigned char metonyms[] = {
#embed "../Lexicon/Data/metonyms.tsv"
};
static const unsigned char places[] = {
#embed "../Lexicon/Data/places.tsv"
};
static const unsigned char regions[] = {
#embed "../Lexicon/Data/regions.tsv"
};
static const unsigned char titles[] = {
#embed "../Lexicon/Data/titles.tsv"
};

#define FILE(name, bytes) {name, bytes, sizeof(bytes)}

static const struct kb_data_file files[] = {
    FILE("countries.tsv", countries),
    FILE("frames/classes.yaml", frame_classes),
    FILE("frames/commitments.yaml", frame_commitments),
    FILE("frames/events.yaml", frame_events),
    FILE("frames/operations.yaml", frame_operations),
    FILE("given-names.tsv", given_names),
    FILE("institution-words.tsv", institution_words),
    FILE("institutions.tsv", institutions),
    FILE("kinds.tsv", kinds),
    FILE("metonyms.tsv", metonyms),
    FILE("places.tsv", places),
    FILE("regions.tsv", regions),
    FILE("titles.tsv", titles),
};

size_t kb_data_file_count(void) { return sizeof(files) / sizeof(files[0]); }
struct kb_data_file kb_data_file_at(size_t index) { return files[index]; }
