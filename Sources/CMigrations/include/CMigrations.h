#pragma once
#include <stddef.h>

/// One file of Migrations, embedded as it stands.
struct kb_migration {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
};

/// The number of migrations.
size_t kb_migration_count(void);
/// The migration at `index`, below the count; in the order of their numbers.
struct kb_migration kb_migration_at(size_t index);
