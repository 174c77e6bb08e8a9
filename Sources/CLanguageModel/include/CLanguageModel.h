#pragma once
#include <stddef.h>

/// The trained model, embedded as it stands.
struct kb_model {
  const void *_Nonnull bytes;
  size_t count;
};

/// The model's bytes, aligned to 64.
struct kb_model kb_language_model(void);
