#include "CMigrations.h"

// One line a file, in the order of their numbers, here and in the table below.
static const unsigned char documents[] = {
#embed "../../Migrations/0001_documents.sql"
};
static const unsigned char actors[] = {
#embed "../../Migrations/0002_actors.sql"
};
static const unsigned char facts[] = {
#embed "../../Migrations/0003_facts.sql"
};
static const unsigned char ingest[] = {
#embed "../../Migrations/0004_ingest.sql"
};
static const unsigned char views[] = {
#embed "../../Migrations/0005_views.sql"
};

static const unsigned char question_indexes[] = {
#embed "../../Migrations/0006_question_indexes.sql"
};

static const unsigned char saved_questions[] = {
#embed "../../Migrations/0007_saved_questions.sql"
};

static const unsigned char fact_counts[] = {
#embed "../../Migrations/0008_fact_counts.sql"
};

static const unsigned char fact_sentences[] = {
#embed "../../Migrations/0009_fact_sentences.sql"
};

static const unsigned char counts_by_place_and_unit[] = {
#embed "../../Migrations/0010_counts_by_place_and_unit.sql"
};

static const unsigned char counts_overall[] = {
#embed "../../Migrations/0011_counts_overall.sql"
};

static const unsigned char page_indexes[] = {
#embed "../../Migrations/0012_page_indexes.sql"
};

#define FILE(name, bytes) {name, bytes, sizeof(bytes)}

static const struct kb_migration migrations[] = {
    FILE("0001_documents.sql", documents), FILE("0002_actors.sql", actors), FILE("0003_facts.sql", facts),
    FILE("0004_ingest.sql", ingest),       FILE("0005_views.sql", views),
    FILE("0006_question_indexes.sql", question_indexes), FILE("0007_saved_questions.sql", saved_questions),
    FILE("0008_fact_counts.sql", fact_counts), FILE("0009_fact_sentences.sql", fact_sentences),
    FILE("0010_counts_by_place_and_unit.sql", counts_by_place_and_unit),
    FILE("0011_counts_overall.sql", counts_overall), FILE("0012_page_indexes.sql", page_indexes),
};

size_t kb_migration_count(void) { return sizeof(migrations) / sizeof(migrations[0]); }
struct kb_migration kb_migration_at(size_t index) { return migrations[index]; }
