#include "CLexicon.h"

// One line a file, in alphabetical order, here and in the table below.
static const unsigned char calendar[] = {
#embed "../Lexicon/Data/calendar.tsv"
};
static const unsigned char body_nouns[] = {
#embed "../Lexicon/Data/body-nouns.tsv"
};
static const unsigned char canned_questions[] = {
#embed "../Lexicon/Data/canned-questions.tsv"
};
static const unsigned char cities[] = {
#embed "../Lexicon/Data/cities.tsv"
};
static const unsigned char common_bodies[] = {
#embed "../Lexicon/Data/common-bodies.tsv"
};
static const unsigned char comparators[] = {
#embed "../Lexicon/Data/comparators.tsv"
};
static const unsigned char countries[] = {
#embed "../Lexicon/Data/countries.tsv"
};
static const unsigned char currencies[] = {
#embed "../Lexicon/Data/currencies.tsv"
};
static const unsigned char currency_families[] = {
#embed "../Lexicon/Data/currency-families.tsv"
};
static const unsigned char descriptors[] = {
#embed "../Lexicon/Data/descriptors.tsv"
};
static const unsigned char fact_weights[] = {
#embed "../Lexicon/Data/fact-weights.tsv"
};
static const unsigned char figure_words[] = {
#embed "../Lexicon/Data/figure-words.tsv"
};
static const unsigned char fiscal_years[] = {
#embed "../Lexicon/Data/fiscal-years.tsv"
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
static const unsigned char irregular_verbs[] = {
#embed "../Lexicon/Data/irregular-verbs.tsv"
};
static const unsigned char kinds[] = {
#embed "../Lexicon/Data/kinds.tsv"
};
static const unsigned char measure_context[] = {
#embed "../Lexicon/Data/measure-context.tsv"
};
static const unsigned char memberships[] = {
#embed "../Lexicon/Data/memberships.tsv"
};
static const unsigned char metonyms[] = {
#embed "../Lexicon/Data/metonyms.tsv"
};
static const unsigned char numbers[] = {
#embed "../Lexicon/Data/numbers.tsv"
};
static const unsigned char place_context[] = {
#embed "../Lexicon/Data/place-context.tsv"
};
static const unsigned char places[] = {
#embed "../Lexicon/Data/places.tsv"
};
static const unsigned char query_words[] = {
#embed "../Lexicon/Data/query-words.tsv"
};
static const unsigned char regions[] = {
#embed "../Lexicon/Data/regions.tsv"
};
static const unsigned char reporting_verbs[] = {
#embed "../Lexicon/Data/reporting-verbs.tsv"
};
static const unsigned char selection_weights[] = {
#embed "../Lexicon/Data/selection-weights.tsv"
};
static const unsigned char titles[] = {
#embed "../Lexicon/Data/titles.tsv"
};
static const unsigned char units[] = {
#embed "../Lexicon/Data/units.tsv"
};

#define FILE(name, bytes) {name, bytes, sizeof(bytes)}

static const struct kb_data_file files[] = {
    FILE("calendar.tsv", calendar),
    FILE("body-nouns.tsv", body_nouns),
    FILE("canned-questions.tsv", canned_questions),
    FILE("cities.tsv", cities),
    FILE("common-bodies.tsv", common_bodies),
    FILE("comparators.tsv", comparators),
    FILE("countries.tsv", countries),
    FILE("currencies.tsv", currencies),
    FILE("currency-families.tsv", currency_families),
    FILE("descriptors.tsv", descriptors),
    FILE("fact-weights.tsv", fact_weights),
    FILE("figure-words.tsv", figure_words),
    FILE("fiscal-years.tsv", fiscal_years),
    FILE("frames/classes.yaml", frame_classes),
    FILE("frames/commitments.yaml", frame_commitments),
    FILE("frames/events.yaml", frame_events),
    FILE("frames/operations.yaml", frame_operations),
    FILE("given-names.tsv", given_names),
    FILE("institution-words.tsv", institution_words),
    FILE("institutions.tsv", institutions),
    FILE("irregular-verbs.tsv", irregular_verbs),
    FILE("kinds.tsv", kinds),
    FILE("measure-context.tsv", measure_context),
    FILE("memberships.tsv", memberships),
    FILE("metonyms.tsv", metonyms),
    FILE("numbers.tsv", numbers),
    FILE("place-context.tsv", place_context),
    FILE("places.tsv", places),
    FILE("query-words.tsv", query_words),
    FILE("regions.tsv", regions),
    FILE("reporting-verbs.tsv", reporting_verbs),
    FILE("selection-weights.tsv", selection_weights),
    FILE("titles.tsv", titles),
    FILE("units.tsv", units),
};

size_t kb_data_file_count(void) { return sizeof(files) / sizeof(files[0]); }
struct kb_data_file kb_data_file_at(size_t index) { return files[index]; }
